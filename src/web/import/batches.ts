import type { Import } from '#contract/import.ts'
import type { Format } from '#web/ui/format.ts'

/** Files that were dropped and saved together: one undo takes all of them back. */
export interface Batch {
  batch: string
  savedAt: string
  imports: Import[]
}

/** Imports by their drop, in the order in which they come. */
export function batchesOf(imports: readonly Import[]): Batch[] {
  const batches = new Map<string, Batch>()
  for (const one of imports) {
    const batch = batches.get(one.batch) ?? { batch: one.batch, savedAt: one.savedAt, imports: [] }
    batch.imports.push(one)
    batches.set(one.batch, batch)
  }
  return [...batches.values()]
}

/** What an undo takes away and what it leaves, as sentences. */
export function undoWords(imports: readonly Import[], count: (value: number) => string): string {
  const added = imports.reduce((sum, one) => sum + one.added, 0)
  const updated = imports.reduce((sum, one) => sum + one.updated, 0)
  const streams = [...new Set(imports.flatMap((one) => one.streams))]
  const from = streams.length > 0 ? ` from ${streams.join(', ')}` : ''
  const gone =
    added > 0
      ? `What only ${imports.length === 1 ? 'this file' : 'these files'} told goes${from}: up to ${count(added)} rows.`
      : 'No row was new, so none goes.'
  const back = updated > 0 ? ` ${count(updated)} changed rows go back to how they were.` : ''
  return `${gone}${back} What other imports tell stays, and so do your own changes to rows that stay. Streams that only this made go too.`
}

/** Where an import went: its streams, the ventures of its time, or that nothing of it could be read. */
export function wentTo({ streams, hours, complaints, rows }: Import, format: Format): string {
  if (hours.length > 0) return `Hours: ${format.list(hours.map((name) => name || 'no venture yet'))}`
  if (streams.length > 0) return streams.join(', ')
  return complaints > 0 && complaints === rows ? 'nowhere: no row could be read' : 'nowhere'
}
