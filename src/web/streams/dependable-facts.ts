import type { ReactNode } from 'react'
import type { StreamHistory } from '#contract/stream.ts'
import type { Minor } from '#domain/money.ts'
import { addMonths, type Month } from '#domain/month.ts'
import type { Fact } from '#web/ui/facts.tsx'
import type { Format } from '#web/ui/format.ts'
import { sumsBetween } from './history.ts'

/** Months that a stream's usual part is the mean of. */
const YEAR = 12

/** A stream's part of what can be counted on, in figures; before there is enough to tell, the words for that. */
export function dependableFacts(
  { months, since }: Pick<StreamHistory, 'months' | 'since'>,
  running: Month,
  { format, opener }: { format: Format; opener: (amount: Minor, from: Month, to: Month) => ReactNode },
): Fact[] {
  if (since === null) return [{ label: 'This month', value: 'too early', hint: 'it takes six full months to say what can be counted on' }]
  const first = addMonths(running, 1 - YEAR)
  const from = since > first ? since : first
  const told = Array.from({ length: YEAR }, (_, i) => addMonths(first, i)).filter((month) => month >= from).length
  const mean = Math.trunc(sumsBetween(months, from, running).net / told)
  const { net } = sumsBetween(months, running, running)
  return [
    {
      label: 'This month',
      value: opener(net, running, running),
      hint: `its part of what ${net < 0 ? 'may be lost' : 'can be counted on'}`,
    },
    { label: 'A usual month', value: format.money(mean), hint: told === 1 ? 'of one month' : `the mean of ${format.count(told)} months` },
  ]
}
