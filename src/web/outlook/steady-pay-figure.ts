import type { Outlook } from '#contract/outlook.ts'
import type { Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import type { Year } from '#domain/outlook.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { drawnColumns, drawnFrom } from './drawn-rows.ts'
import { certaintyText, inHundred } from './steady-pay-words.ts'

interface PayFacts {
  outlook: Outlook
  year: Year
  /** The months ahead that are paid. */
  months: readonly Month[]
  certainty: number
  /** What lies in the buffer before the first of them, and what of it is never spent. */
  buffer: { amount: Minor; least: Minor }
  /** Whether something is imagined. */
  imagined: boolean
}

/** Steady pay opened (FEATURES N2). */
export function steadyPayFigure({ outlook, year, months, certainty, buffer, imagined }: PayFacts, format: Format): DerivedFigure {
  const { pay, left, shortfall } = year.pay
  const ahead = months.flatMap((month, i): Cell[][] => [
    ['income, middle', month, null, year.ahead[i]?.middle ?? null],
    ['pay', month, null, pay],
    ['left in the buffer, 1 in 10 is less', month, null, left[i]?.low ?? null],
    ['left in the buffer, middle', month, null, left[i]?.middle ?? null],
  ])
  return {
    title: `Steady pay from ${format.month(months[0] ?? '')} on, cash, net${imagined ? ', as imagined' : ''}`,
    figure: format.exact(pay),
    formula: `The largest pay a month with which ${format.exact(buffer.amount)}, plus what comes, less the pay, stays at ${format.exact(buffer.least)} or above in every month of the year, ${certaintyText(certainty)} of 2,000 drawn paths.`,
    inputs: [
      { label: 'In the buffer at the beginning', value: format.exact(buffer.amount) },
      { label: 'Never spent of it', value: format.exact(buffer.least) },
      { label: 'How sure', value: certaintyText(certainty) },
      { label: 'This pay runs dry', value: inHundred(shortfall, format) },
    ],
    leftOut: ['This month.', 'Income tax and interest.', 'What the pay would change about your work.', 'Archived streams.'],
    rows: { columns: drawnColumns('cash'), rows: [...ahead, ...drawnFrom(outlook, format)] },
  }
}
