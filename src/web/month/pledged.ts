import type { Pledged } from '#contract/pledge.ts'
import type { Format } from '#web/ui/format.ts'
import { numberWord } from '#web/ui/number-words.ts'

/** What is pledged for the running month and has not come, in a sentence; undefined where there is nothing. */
export function pledgedSentence({ month, pledges, atRisk }: Pledged, format: Format): string | undefined {
  if (pledges === 0 || month <= 0) return undefined
  const from = pledges === 1 ? 'one pledge' : `${numberWord(pledges)} pledges`
  const risk = atRisk === 0 ? '' : atRisk === pledges ? ', at risk' : `, ${numberWord(atRisk)} of them at risk`
  return `${format.money(month)} more is pledged and not paid yet, by ${from}${risk}. It is hatched, and in no total.`
}
