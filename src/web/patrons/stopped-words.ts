import type { OutlookAnswer } from '#domain/outlook.ts'
import { frequency } from '#web/outlook/count-on-words.ts'
import type { Format } from '#web/ui/format.ts'

/** How probable enough is next month, and what pay holds, as it is and without those that stop (FEATURES N3). */
export function stoppedSentences({ real, changed }: Pick<OutlookAnswer, 'real' | 'changed'>, format: Format): string[] {
  if (!real || !changed) return ['How probable enough stays without them takes six full months to say.']
  const [now, then] = [real.ofTen[0], changed.ofTen[0]]
  const enough =
    now === undefined || then === undefined
      ? []
      : now === then
        ? [`Dependable: enough next month in ${frequency(now)}, with them and without.`]
        : [`Dependable: enough next month in ${frequency(then)} without them, in ${frequency(now)} with everybody.`]
  const [pay, left] = [format.money(real.pay.pay, { round: 'down' }), format.money(changed.pay.pay, { round: 'down' })]
  const both = left === pay ? `${pay} a month, with them and without` : `${left} a month without them, ${pay} with everybody`
  return [...enough, `Steady pay, in cash, for a year that holds in 9 of 10 cases: ${both}.`]
}
