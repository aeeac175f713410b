import type { StreamHistory } from '#contract/stream.ts'
import type { Fact } from '#web/ui/facts.tsx'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'

/** What the newest list of patrons lets expect: it is told beside what was paid, never added to it. */
export function expectedFact(
  { patrons, hidden, monthly, day }: NonNullable<StreamHistory['expected']>,
  format: Format,
  estimated = false,
): Fact {
  const sums = monthly.map(({ currency, amount }) => format.exact(amount, currency))
  const who = plural(patrons, 'patron', { written: format.count(patrons) })
  const when = day === null ? '' : ` on ${format.day(day)}`
  const secret = hidden === 0 ? '' : `, ${format.count(hidden)} with a private amount`
  return {
    label: 'Expected a month',
    value: sums.join(' + ') || '–',
    hint: `before fees, of ${who}${when}${secret}; ${estimated ? 'counted only as an estimate' : 'not counted'}`,
  }
}
