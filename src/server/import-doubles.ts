import { layoutName, readerById } from '#platforms/registry.ts'
import type { Elsewhere } from '#storage/line-kept.ts'
import type { ImportRecord } from '#storage/storage.ts'
import { ANY_CSV, type ReadFile } from './import-read.ts'

/** An import's layout, days and streams: enough to see that two layouts tell the same days. */
export interface LayoutSight {
  layout: string
  span: ImportRecord['span']
  streams: number[]
}

export function sightOf({ layout, span, sources }: ImportRecord): LayoutSight {
  return { layout, span, streams: sources.map(({ stream }) => stream) }
}

/** Platforms whose layouts do not share their keys: a row of which they tell differently counts twice. */
const KEYS_DIFFER = new Set(['open-collective'])

/** Warns where a sibling layout with other keys tells the same days of one of the streams. */
export function doubleLayout(content: ReadFile, streams: readonly number[], layouts: readonly LayoutSight[]): string[] {
  const { layout } = content.reader
  const { span } = content.facts
  if (!KEYS_DIFFER.has(layout.platform) || !span) return []
  const twice = layouts.some((other) => {
    const overlaps = other.span !== null && other.span.from <= span.to && span.from <= other.span.to
    const sibling = other.layout !== layout.id && readerById(other.layout)?.layout.platform === layout.platform
    return sibling && overlaps && other.streams.some((stream) => streams.includes(stream))
  })
  const name = content.platform.name
  const once = 'rows that agree in time, amount, handle and kind count once. Compare the total with what the platform says.'
  return twice ? [`Another layout of ${name} tells of the same days in this stream: ${once}`] : []
}

/** Warns where this very file stands in one of the streams already, read otherwise: as another layout, or by other columns. */
export function readOtherwise(content: ReadFile, streams: readonly number[], ofFile: readonly ImportRecord[]): string[] {
  return ofFile
    .filter(({ sources }) => sources.some(({ stream }) => streams.includes(stream)))
    .map(({ id, layout }) => {
      const how = layout === content.reader.layout.id ? 'by other columns' : `as ${layoutName(layout)}`
      return `This very file stands in this stream already, read ${how} (import ${id}): its money counts twice. Undo that import first.`
    })
}

/**
 * Warns where other streams count the same lines. A platform's own keys prove it; lines without an id are told apart by what they
 * say, which two streams may have in common by chance, so there it takes half of them.
 */
export function standElsewhere(content: ReadFile, elsewhere: readonly Elsewhere[], streamName: (id: number) => string): string[] {
  const lines = [...content.accounts.values()].reduce((sum, account) => sum + account.lines, 0)
  const isTable = content.platform.id === ANY_CSV
  const isProof = ({ lines: shared }: Elsewhere): boolean => !isTable || shared * 2 >= lines
  // Ids of the platform's own make each of them a proposal; what has none must agree nearly throughout to be one.
  const settle = isTable ? 'Choose that stream, or keep one of the two.' : 'Choose that stream, or let them count once under Doubles.'
  const isShared = ({ lines: shared, ...one }: Elsewhere): boolean => shared > 0 && isProof({ lines: shared, ...one })
  const proven = elsewhere.filter(isShared).map(({ stream, lines: shared }) => {
    const count = shared === 1 ? '1 line of it counts' : `${shared} lines of it count`
    return `${count} in the stream "${streamName(stream)}" already: here too, the same money counts twice. ${settle}`
  })
  const alike = elsewhere.filter((one) => !isShared(one) && mayBeSame(content, one, lines))
  return [...proven, ...alike.map(({ stream, ...one }) => alikeWords(one.alike, streamName(stream)))]
}

/** Platforms whose references are no more than a day and an amount. */
const ALIKE = new Set(['bank'])

/** Whether so much of what both tell of some days is alike that it may be one account, of which each names another number. */
function mayBeSame({ platform }: ReadFile, { lines: shared, alike, told }: Elsewhere, lines: number): boolean {
  return ALIKE.has(platform.id) && (shared + alike) * 2 >= Math.min(lines, told)
}

function alikeWords(alike: number, stream: string): string {
  const count =
    alike === 1 ? '1 line of it has the day and the amount of one' : `${alike} lines of it have the days and the amounts of others`
  return `${count} in the stream "${stream}": it may be the same account, and then the same money counts twice. Choose that stream if it is.`
}
