import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Import } from '#contract/import.ts'
import { zone } from '#domain/zone.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Confirm } from '#web/ui/confirm.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { plural } from '#web/ui/number-words.ts'
import { knownLocale } from '#web/ui/locale.ts'
import { StackTable } from '#web/ui/stack-table.tsx'
import { toast } from '#web/ui/toast.tsx'
import { batchesOf, undoWords, wentTo, type Batch } from './batches.ts'
import { ComplaintsDialog } from './complaints-dialog.tsx'
import { stillMissingWords } from './told-words.ts'
import { VanishedDialog } from './vanished-dialog.tsx'

/** What is asked to be undone: one file, or a whole drop. */
interface Undoing {
  title: string
  imports: readonly Import[]
  batch?: string
}

/** Every import that lives in the book, newest first, each with its undo. */
export function LiveImports() {
  const book = useBook()
  const format = useFormat()
  const imports = usePrefetched(q('imports', { book: book.id }))
  const [undoing, setUndoing] = useState<Undoing | null>(null)
  const [looking, setLooking] = useState<Import | null>(null)
  const [missing, setMissing] = useState<Import | null>(null)
  const { data: vanished = [] } = useQuery(q('vanishedCounts', { book: book.id }))
  const gone = new Map(vanished.map((one) => [one.import, one.count]))
  const batches = batchesOf(imports)
  return (
    <Card
      title="Imports in this book"
      hint={imports.length > 0 ? plural(imports.length, 'file', { written: format.count(imports.length) }) : undefined}
      tools={imports.length > 0 && <Link to={to.doubles()}>Doubles</Link>}
    >
      {imports.length === 0 && (
        <EmptyState title="Nothing is imported yet.">
          Download an export from a platform (its payments, transactions or balance as CSV or JSON) and drop it above.
        </EmptyState>
      )}
      {batches.map((batch) => (
        <BatchTable key={batch.batch} batch={batch} gone={gone} onUndo={setUndoing} onLook={setLooking} onMissing={setMissing} />
      ))}
      <ComplaintsDialog one={looking} onClose={() => setLooking(null)} />
      <VanishedDialog one={missing} onClose={() => setMissing(null)} />
      <UndoDialog undoing={undoing} onClose={() => setUndoing(null)} />
    </Card>
  )
}

/** The time of day of an instant, as the book's clock shows it. */
function clockIn(instant: string, { locale, timeZone }: { locale: string; timeZone: string }): string {
  return new Intl.DateTimeFormat(knownLocale(locale), { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant))
}

interface BatchTableProps {
  batch: Batch
  /** How many lines of earlier exports each import leaves out. */
  gone: ReadonlyMap<number, number>
  onUndo: (undoing: Undoing) => void
  /** Shows the rows of an import that could not be read. */
  onLook: (one: Import) => void
  /** Shows the lines that an import leaves out. */
  onMissing: (one: Import) => void
}

function BatchTable({ batch: { batch, savedAt, imports }, gone, onUndo, onLook, onMissing }: BatchTableProps) {
  const book = useBook()
  const format = useFormat()
  const when = `${format.day(zone(book.zone).dayOf(savedAt))}, ${clockIn(savedAt, { locale: book.locale, timeZone: book.zone })}`
  const names = imports.map(({ name }) => name).join(', ')
  // Nothing is left empty, so that what there is stands out.
  const some = (count: number) => (count === 0 ? '' : format.count(count))
  return (
    <section className="batch" aria-label={`Saved on ${when}: ${names}`}>
      <header>
        <h3>{when}</h3>
        {imports.length > 1 && (
          <Button
            tone="quiet"
            className="small"
            onClick={() => onUndo({ title: `Undo all ${imports.length} files of this drop?`, imports, batch })}
          >
            {`Undo all ${imports.length}`}
          </Button>
        )}
      </header>
      <StackTable
        caption={`Imports saved on ${when}`}
        rows={imports}
        rowKey={(one) => one.id}
        columns={[
          {
            key: 'name',
            heading: 'File',
            names: true,
            cell: (one) => (
              <>
                {one.name}
                <Missing one={one} count={gone.get(one.id) ?? 0} onMissing={onMissing} />
              </>
            ),
          },
          { key: 'layout', heading: 'Read as', cell: (one) => one.layoutName },
          { key: 'streams', heading: 'Went to', cell: (one) => <bdi>{wentTo(one, format)}</bdi> },
          { key: 'added', heading: 'Added', align: 'number', cell: (one) => format.count(one.added) },
          { key: 'updated', heading: 'Changed', align: 'number', cell: (one) => some(one.updated) },
          { key: 'unchanged', heading: 'Was here', align: 'number', cell: (one) => some(one.unchanged) },
          { key: 'complaints', heading: 'Not read', align: 'number', cell: (one) => <Unread one={one} onLook={onLook} /> },
          {
            key: 'undo',
            heading: <span className="visually-hidden">Undo</span>,
            align: 'number',
            cell: (one) => (
              <Button
                tone="quiet"
                className="small"
                aria-label={`Undo ${one.name}`}
                onClick={() => onUndo({ title: `Undo ${one.name}?`, imports: [one] })}
              >
                Undo
              </Button>
            ),
          },
        ]}
      />
    </section>
  )
}

function Unread({ one, onLook }: { one: Import; onLook: (one: Import) => void }) {
  const format = useFormat()
  if (one.complaints === 0) return null
  const rows = plural(one.complaints, 'row', { written: format.count(one.complaints) })
  return (
    <button
      type="button"
      className="link-button"
      aria-label={`Look at ${rows} of ${one.name} that could not be read`}
      onClick={() => onLook(one)}
    >
      {format.count(one.complaints)}
    </button>
  )
}

/** Says that rows of earlier exports are not in this newer one, and leads to them. */
function Missing({ one, count, onMissing }: { one: Import; count: number; onMissing: (one: Import) => void }) {
  const format = useFormat()
  if (count === 0) return null
  const words = stillMissingWords(count, format)
  return (
    <button type="button" className="link-button hint import-missing" aria-label={`${words}: ${one.name}`} onClick={() => onMissing(one)}>
      {words}
    </button>
  )
}

function UndoDialog({ undoing, onClose }: { undoing: Undoing | null; onClose: () => void }) {
  const book = useBook()
  const format = useFormat()
  const one = useSend('undoImport')
  const all = useSend('undoBatch')
  const undo = async () => {
    const [first] = undoing?.imports ?? []
    if (!undoing || !first) return
    const undone = undoing.batch
      ? await all.mutateAsync({ params: { book: book.id, batch: undoing.batch } })
      : await one.mutateAsync({ params: { book: book.id, import: first.id } })
    toast({ text: `Undone: ${plural(undone.removed, 'row', { written: format.count(undone.removed) })} gone.` })
    onClose()
  }
  return (
    <Confirm
      title={undoing?.title ?? ''}
      open={undoing !== null}
      act="Undo"
      pending={one.isPending || all.isPending}
      error={one.error ?? all.error}
      onConfirm={() => void undo().catch(() => {})}
      onClose={onClose}
    >
      <p>{undoWords(undoing?.imports ?? [], format.count)}</p>
      <p className="quiet-text">The files can be imported again at any time.</p>
    </Confirm>
  )
}
