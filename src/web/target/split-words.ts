import { WHOLE } from '#domain/basis-points.ts'
import type { Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import { sumOfShares, type SplitPart } from '#domain/splitter.ts'
import type { Format } from '#web/ui/format.ts'
import { isolated } from '#web/ui/isolated.ts'

interface SplitFacts {
  net: Minor
  month: Month
  running: Month
  parts: readonly SplitPart[]
  amounts: readonly Minor[]
}

/** Where a month's money goes by the shares, the largest part first named; or that there is nothing to split. */
export function splitSentence({ net, month, running, parts, amounts }: SplitFacts, format: Format): string {
  const name = format.month(month)
  const soFar = month === running ? ' so far' : ''
  if (net === 0) return `Nothing came in ${name}${soFar}, so there is nothing to split.`
  if (net < 0) return `More went back than came in ${name}${soFar}: there is nothing to split.`
  const most = amounts.reduce((best, amount, i) => (amount > (amounts[best] ?? 0) ? i : best), 0)
  return `Of the ${format.money(net)} of ${name}${soFar} ${format.money(amounts[most] ?? 0)} are for ${isolated(parts[most]?.name ?? '')}, the largest share.`
}

/** One part as it is typed. */
export interface PartDraft {
  key: number
  name: string
  /** Undefined while nothing readable stands there. */
  share: number | undefined
}

/** What is wrong with the parts, as a sentence that says what would be right; undefined where they can be kept. */
export function partsTrouble(parts: readonly PartDraft[], format: Format): string | undefined {
  if (parts.length === 0) return 'Write one part at least.'
  if (parts.some(({ name }) => name.trim() === '')) return 'Say of each part what it is for.'
  if (parts.some(({ share }) => share === undefined)) return 'Write each share as a percentage.'
  const sum = sumOfShares(parts.map(({ share = 0 }) => ({ share })))
  if (sum === WHOLE) return undefined
  return `The shares make ${format.share(sum)}: ${format.share(Math.abs(WHOLE - sum))} ${sum < WHOLE ? 'are missing to 100' : 'too much'}.`
}
