import type { Outlook } from '#contract/outlook.ts'
import { stretchOf, type Band } from '#domain/forecast.ts'
import type { ViewLens } from '#domain/income.ts'
import type { KnownItem } from '#domain/known-items.ts'
import { addMonths, monthOf, type Month } from '#domain/month.ts'
import type { Cell, FigureRows } from '#web/figures/derived-figure.ts'
import { netHeading } from '#web/lens/lens.ts'
import type { Format } from '#web/ui/format.ts'
import { MONTHS_AHEAD } from './count-on-words.ts'

/** Columns of a figure that is drawn: what is drawn, and below it what it is drawn from. */
export function drawnColumns(lens: ViewLens): FigureRows['columns'] {
  return [
    { heading: 'What', kind: 'text' },
    { heading: 'Month', kind: 'month' },
    { heading: 'Stream', kind: 'text' },
    { heading: netHeading(lens), kind: 'amount' },
  ]
}

type Drawn = Pick<Outlook, 'lens' | 'first' | 'streams' | 'known' | 'today'>

/**
 * All that the months ahead are drawn from: the full months of every stream, beside them their payments for several months, which are
 * not drawn, those of them that are due again, and what is agreed. What is archived is not drawn. Months say their own lens: what can be counted on is
 * the low end of months in cash.
 */
export function drawnFrom({ lens, first, streams, known, today }: Drawn, format: Format): Cell[][] {
  if (first === null) return []
  const past = streams
    .filter(({ archived }) => !archived)
    .flatMap(({ name, net, yearly }) =>
      net.flatMap((amount, i): Cell[][] => {
        const [month, several] = [addMonths(first, i), yearly[i] ?? 0]
        const beside: Cell[][] = several === 0 ? [] : [['paid for several months, not drawn', month, name, several]]
        return [[`drawn from, ${lens}`, month, name, amount - several], ...beside]
      }),
    )
  const due = known
    .filter(({ ahead }) => ahead <= MONTHS_AHEAD)
    .map((item) => itemRow(item, { running: monthOf(today), name: streams[item.stream]?.name ?? null, format }))
  return [...past, ...due]
}

/** What is known of a month ahead, beside the draws. */
export function itemRow(
  { ahead, amount, chance, months = 1, agreed }: KnownItem,
  { running, name, format }: { running: Month; name: string | null; format: Format },
): Cell[] {
  const often = `in ${format.share(chance * 10)} of draws`
  if (agreed) return [`agreed, ${often}, in place of single payments up to it`, addMonths(running, ahead), name, amount]
  const how = chance === 1_000 ? 'known, in all draws' : `due again, ${often}`
  return [months === 1 ? how : `${how}, over ${format.count(months)} months`, addMonths(running, ahead), name, amount]
}

/** The bands of months ahead, three rows for each. */
export function bandRows(months: readonly Month[], ahead: readonly Band[], prefix = ''): Cell[][] {
  return months.flatMap((month, i): Cell[][] => {
    const band = ahead[i]
    if (!band) return []
    return [
      [`${prefix}1 in 10 is less`, month, null, band.low],
      [`${prefix}middle`, month, null, band.middle],
      [`${prefix}1 in 10 is more`, month, null, band.high],
    ]
  })
}

/** How the months ahead are drawn, with this book's own numbers. METRICS 9. */
export function drawnFormula(outlook: Pick<Outlook, 'lens' | 'streams' | 'recalibration'>, format: Format): string {
  const months = monthsDrawn(outlook)
  const { recalibration } = outlook
  const record = recalibration === 1_000 ? '' : `, and × ${thousandths(recalibration, format)} by the record of past promises`
  const spread =
    outlook.lens === 'smoothed' ? ' Each payment stands in the months it is for; what is already paid for months ahead is sure.' : ''
  return `2,000 paths are drawn of past months, the last fifteen at most, all streams of a month together. What recurs goes on from where it stands, single payments come anew, and what keeps to the calendar comes in its months; all that varies is widened by 1.1 + 1 ÷ ${format.count(months)} = ${thousandths(stretchOf(months), format)}${record}.${spread}`
}

/** How probable a month is to be enough, with this book's own numbers. METRICS 9. */
export function chanceFormula(outlook: Pick<Outlook, 'streams'>, format: Format): string {
  const [n, square] = [monthsDrawn(outlook), monthsDrawn(outlook) ** 2]
  return `How often a month is enough leans on the past: (${format.count(square)} × the share of draws that reach it + 36 × (past months that did + 1) ÷ ${format.count(n + 2)}) ÷ ${format.count(square + 36)}${n < 24 ? ', told as 1 to 9 of 10 under 24 months' : ''}.`
}

/** What goes into every draw. */
export function drawnInputs(outlook: Pick<Outlook, 'first' | 'streams' | 'renewed'>, format: Format): { label: string; value: string }[] {
  const { first, streams, renewed } = outlook
  const months = monthsDrawn(outlook)
  const [came, due] = [format.count(renewed.renewed), format.count(renewed.due)]
  const span = first === null ? '' : `, ${format.month(first)} to ${format.month(addMonths(first, months - 1))}`
  return [
    { label: 'Full months', value: `${format.count(months)}${span}` },
    { label: 'Streams that are drawn', value: format.count(streams.filter(({ archived }) => !archived).length) },
    {
      label: 'Longer payments that came again',
      value: `${came} of ${due}: (${came} + 3) ÷ (${due} + 4) = ${format.percent((renewed.renewed + 3) / (renewed.due + 4))}`,
    },
  ]
}

/** What no draw holds. */
export const NOT_DRAWN: readonly string[] = [
  'What this month has brought so far.',
  'What never happened yet: a platform that closes, a new one, an illness.',
  'Archived streams.',
  'Income tax, and money that has no rate.',
]

function monthsDrawn({ streams }: Pick<Outlook, 'streams'>): number {
  return streams[0]?.net.length ?? 0
}

function thousandths(value: number, format: Format): string {
  return format.decimal(String(value / 1_000))
}
