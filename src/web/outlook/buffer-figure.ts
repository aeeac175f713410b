import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import { paidDaysOff } from '#domain/buffer.ts'
import { monthsOfEnough } from '#domain/kept-buffer.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { spendableOf, type BufferFacts } from './buffer-words.ts'
import { nextMonth } from './count-on-words.ts'
import { drawnColumns, drawnFormula, drawnFrom, drawnInputs } from './drawn-rows.ts'

interface KeptFacts {
  facts: BufferFacts
  outlook: Outlook
  /** The day on which it was kept. */
  day: NonNullable<Plans['buffer']>['day']
}

/** How long the buffer lasts, opened, with the days off that it pays for and the goal that it is held against (METRICS 11). */
export function bufferFigure({ facts, outlook, day }: KeptFacts, format: Format): DerivedFigure {
  const { buffer, enough, dependable, goal } = facts
  const exact = (amount: number) => format.exact(amount)
  const spendable = spendableOf(buffer)
  const alone = hundredths(spendable / enough, format)
  const months = dependable === null ? null : monthsOfEnough(spendable, { enough, dependable })
  const days = format.decimal(String(paidDaysOff({ buffer: buffer.amount, floor: buffer.least, enough }) / 10))
  const together = months === null ? null : hundredths(months, format)
  const month = nextMonth(outlook)
  return {
    title: `How long the buffer of ${format.day(day)} lasts, dependable, net`,
    figure: together === null ? `${alone} months of enough by itself` : `${together} months of enough`,
    formula: [
      ...(buffer.least === 0 ? [] : [spentOf(buffer, format)]),
      ...(together === null || dependable === null
        ? []
        : [`May be spent ${exact(spendable)} ÷ (enough ${exact(enough)} − counted on ${exact(dependable)}) = ${together} months.`]),
      ...(dependable !== null && dependable >= enough
        ? [`Counted on ${exact(dependable)} is enough, ${exact(enough)}, by itself: nothing is taken from what is kept.`]
        : []),
      `By itself ${exact(spendable)} ÷ ${exact(enough)} = ${alone} months.`,
      `Paid days off: (${exact(buffer.amount)} − what must stay ${exact(buffer.least)}) ÷ (${exact(enough)} ÷ ${format.decimal('21.75')}) = ${days}, told as whole days.`,
      ...(goal === null
        ? []
        : [
            `Your goal, ${exact(goal)}: the smallest buffer with which paying yourself enough holds all year in 9 of 10 drawn paths. ${drawnFormula(outlook, format)}`,
          ]),
    ].join(' '),
    inputs: [
      { label: 'Kept', value: exact(buffer.amount) },
      { label: 'Must stay', value: exact(buffer.least) },
      { label: 'May be spent', value: exact(spendable) },
      { label: `Enough in ${format.month(month)}`, value: exact(enough) },
      ...(dependable === null ? [] : [{ label: `Counted on in ${format.month(month)}`, value: exact(dependable) }]),
      { label: 'Paid days off', value: days },
      ...(goal === null ? [] : [{ label: 'Your goal', value: exact(goal) }, ...drawnInputs(outlook, format)]),
    ],
    leftOut: [`What came in or went out since ${format.day(day)}.`, 'Interest, and income tax.', 'What this month has brought so far.'],
    rows: {
      columns: drawnColumns('dependable'),
      rows: [
        ['kept', null, null, buffer.amount],
        ['must stay', null, null, buffer.least],
        ['may be spent', null, null, spendable],
        ['enough', month, null, enough],
        ...(dependable === null ? [] : [['counted on, 1 in 10 is less', month, null, dependable] satisfies Cell[]]),
        ...(goal === null ? [] : drawnFrom(outlook, format)),
      ],
    },
  }
}

/** What must stay taken off, with what the whole would make. */
function spentOf(buffer: BufferFacts['buffer'], format: Format): string {
  const less = `kept ${format.exact(buffer.amount)} − must stay ${format.exact(buffer.least)}`
  return buffer.amount < buffer.least
    ? `May be spent: nothing, ${less} is under 0.`
    : `May be spent: ${less} = ${format.exact(spendableOf(buffer))}.`
}

function hundredths(value: number, format: Format): string {
  return format.decimal(value.toFixed(2))
}
