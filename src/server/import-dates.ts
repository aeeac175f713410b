import type { DatesRead, NumberOrder, SaidOrder } from '#platforms/date-order.ts'
import type { Platform } from '#platforms/read.ts'
import type { FileContent, FileMapping, RequestedFile } from './import-read.ts'

/** Under which name it is remembered whether a platform's files are day first; it is no signature of a header, which is a list. */
function memoryOf({ id }: Pick<Platform, 'id'>): string {
  return `dates of ${id}`
}

const written = (order: NumberOrder): string => JSON.stringify({ dateOrder: order })

/**
 * What is kept with an import of the order of its dates, in the place of the user's columns: so is the file known again as read
 * alike. An order that was only guessed is no word on the account's next file.
 */
export function keptDates(platform: Platform, dates: DatesRead | undefined): FileMapping | null {
  if (!dates?.order) return null
  const signature = memoryOf(platform)
  return { signature: dates.by === 'guess' ? `${signature}, guessed` : signature, columns: written(dates.order) }
}

/** What is remembered, with what files of one drop prove or were said to be, where all of a platform agree. */
export function datesOfDrop(contents: readonly FileContent[], memory: ReadonlyMap<string, string>): Map<string, string> {
  const told = new Map<string, Set<string>>()
  for (const content of contents) {
    const sure = content.state === 'read' && content.facts.dates?.by !== 'remembered' ? content.mapping : null
    if (!sure || content.state !== 'read' || sure.signature !== memoryOf(content.platform)) continue
    told.set(sure.signature, (told.get(sure.signature) ?? new Set()).add(sure.columns))
  }
  const agreed = [...told].flatMap(([name, [columns, ...others]]) =>
    columns === undefined || others.length > 0 ? [] : [[name, columns] as const],
  )
  return new Map([...memory, ...agreed])
}

/** Whether another file could say in which order a file's dates are. */
export function isDateOpen(content: FileContent): boolean {
  if (content.state === 'mapping') return content.dates !== undefined
  return content.state === 'read' && (content.facts.dates?.by === 'guess' || content.facts.dates?.by === 'remembered')
}

/** What was said of a file's dates: of the file itself, else by other files of its account. */
export function saidDates(file: RequestedFile, platform: string, memory: ReadonlyMap<string, string>): SaidOrder | undefined {
  if (file.dateOrder !== undefined) return { order: file.dateOrder, by: 'said' }
  const columns = memory.get(memoryOf({ id: platform }))
  const order = (['dmy', 'mdy'] as const).find((one) => columns === written(one))
  return order && { order, by: 'remembered' }
}
