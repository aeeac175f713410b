import type { Outlook } from '#contract/outlook.ts'
import type { Format } from '#web/ui/format.ts'

/** Promises that have a dot: those of the last year. */
const DOTS = 12

export type Kept = Outlook['record'][number]

export const OUTCOMES: Record<Kept['outcome'], string> = { under: 'less', inside: 'inside', over: 'more' }

/** The promises that have a dot, oldest first. */
export function dotsOf({ record }: Pick<Outlook, 'record'>): Kept[] {
  return record.slice(-DOTS)
}

/** What became of the promises, in sentences (FEATURES N4). */
export function recordSentences(outlook: Pick<Outlook, 'record' | 'promised' | 'recalibration'>, format: Format): string[] {
  const dots = dotsOf(outlook)
  if (dots.length === 0) {
    return [
      outlook.promised
        ? 'This month has its promise. When it is over, it is held against what came.'
        : 'From six full months on each month gets a promise, made of the full months alone: once its first line is there, or a file that reaches the month before, on the 11th at the latest. A month gets none while the one before has no line. When it is over, it is held against what came.',
    ]
  }
  const inside = dots.filter(({ outcome }) => outcome === 'inside').length
  const under = dots.filter(({ outcome }) => outcome === 'under').length
  const short = under === 0 ? 'No month brought less than was promised.' : `${format.count(under)} brought less than was promised.`
  return [`Promised was 8 in 10; it was ${format.count(inside)} of ${format.count(dots.length)}.`, short, ...movedText(outlook, format)]
}

/** What the record does to the band. */
function movedText({ recalibration }: Pick<Outlook, 'recalibration'>, format: Format): string[] {
  if (recalibration === 1_000) return []
  const share = format.percent(Math.abs(recalibration - 1_000) / 1_000)
  return [`The record makes the band ${share} ${recalibration > 1_000 ? 'wider' : 'narrower'}.`]
}
