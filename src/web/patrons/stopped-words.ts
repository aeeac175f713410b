import type { Lens } from '#domain/income.ts'
import type { OutlookAnswer } from '#domain/outlook.ts'
import { lensTag } from '#web/lens/lens.ts'
import { frequency } from '#web/outlook/chance-words.ts'
import type { Format } from '#web/ui/format.ts'

type Years = Pick<OutlookAnswer, 'real' | 'changed'>

interface StoppedYears {
  lens: Lens
  /** The years in the lens; pay is taken out of an account, so it is told of those in cash. */
  inLens: Years
  cash: Years
}

/** How probable enough is next month, and what pay holds, as it is and without those that stop (FEATURES N3). */
export function stoppedSentences({ lens, inLens: { real, changed }, cash }: StoppedYears, format: Format): string[] {
  if (!real || !changed || !cash.real || !cash.changed) return ['How probable enough stays without them takes six full months to say.']
  const [now, then] = [real.ofTen[0], changed.ofTen[0]]
  const enough =
    now === undefined || then === undefined
      ? []
      : now === then
        ? [`Enough next month in ${frequency(now)}, with them and without (${lensTag(lens)}).`]
        : [`Enough next month in ${frequency(then)} without them, in ${frequency(now)} with everybody (${lensTag(lens)}).`]
  const [pay, left] = [format.money(cash.real.pay.pay, { round: 'down' }), format.money(cash.changed.pay.pay, { round: 'down' })]
  const both = left === pay ? `${pay} a month, with them and without` : `${left} a month without them, ${pay} with everybody`
  return [...enough, `Steady pay, in cash, for a year that holds in 9 of 10 cases: ${both}.`]
}
