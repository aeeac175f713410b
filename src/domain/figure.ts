import type { Uncounted } from './entry.ts'
import type { Sums, ViewLens } from './income.ts'
import { stretchOf } from './forecast.ts'
import { net, type Minor } from './money.ts'
import type { Day, Month } from './month.ts'

/** Everything that one figure is made of, of one lens: net of some months in the home currency, of the book or a part of it. */
export interface Figure {
  lens: ViewLens
  currency: string
  from: Month
  to: Month
  /** Whether the last month still runs. */
  running: boolean
  /** What it is of: a venture, a stream of one, some streams, or null for the whole book. */
  of: string | null
  /** The figure itself: its net is what the pages show. */
  sums: Sums
  /** What was paid in the months: the sum of their lines in the ledger. */
  paid: Sums
  /** Lines of the months that are kept and count in no sum. */
  uncounted: Partial<Record<Uncounted, number>>
  /** Counted lines that are estimates out of lists of patrons. */
  fromLists: number
  /** Money of the months without a rate. */
  unconverted: { currency: string; net: Minor; entries: number }[]
  /** Lines that stand at a rate which will be corrected, and the day of that rate. */
  estimated: { entries: number; rateDay: Day } | null
  /** Smoothed: of what was paid in the months what is for others, and what stands in them of payments outside them. */
  spread: { away: Minor; here: Minor } | null
  /** Dependable: what each month is drawn from, and how many months tell nothing. */
  drawn: { months: DrawnMonth[]; parts: { name: string; net: Minor }[]; untold: number } | null
}

/** One month of a dependable figure. */
export interface DrawnMonth {
  month: Month
  low: Minor
  middle: Minor
  high: Minor
  basis: number
  made: Day | null
  recalibration: number
}

/** How numbers and times are written. */
export interface FigureFormat {
  /** An amount with every decimal; in the home currency where none is named. */
  exact(amount: Minor, currency?: string): string
  month(month: Month): string
  day(day: Day): string
  count(value: number): string
}

/** A figure opened: every amount in it is one of the figure's own. */
export interface FigureWords {
  /** What it is, with the name of its lens. */
  title: string
  figure: string
  /** How it comes about, in words with the numbers in them. */
  formula: string
  /** What goes into it. */
  inputs: { label: string; value: string }[]
  /** What stays out of it, and why. */
  leftOut: string[]
}

const LENSES: Record<ViewLens, string> = { cash: 'cash', smoothed: 'smoothed', dependable: 'dependable' }

/** Opens a figure (PRODUCT rule 8). */
export function figureWords(figure: Figure, format: FigureFormat): FigureWords {
  const { lens, of, from, to, sums, drawn } = figure
  const months = from === to ? format.month(from) : `${format.month(from)} to ${format.month(to)}`
  const told = drawn === null || drawn.months.length > 0
  return {
    title: `${of === null ? 'All income' : of}, ${months}, ${LENSES[lens]}, net`,
    figure: told ? format.exact(net(sums)) : 'too early to say',
    formula: formulaOf(figure, format),
    inputs: lens === 'dependable' ? drawnInputs(figure, format) : paidInputs(figure, format),
    leftOut: lens === 'dependable' ? drawnWithout(figure) : paidWithout(figure, format),
  }
}

/** The same as plain text, for a file beside an export. */
export function figureText({ title, figure, formula, inputs, leftOut }: FigureWords): string {
  const lines = [`${title}: ${figure}`, '', 'Formula', formula, '', 'From', ...inputs.map(({ label, value }) => `${label}: ${value}`)]
  return [...lines, '', 'Left out', ...leftOut, ''].join('\n')
}

function formulaOf(figure: Figure, format: FigureFormat): string {
  const { lens, sums, paid, spread, drawn } = figure
  const exact = (amount: Minor) => format.exact(amount)
  if (lens === 'cash') {
    const { gross, fees, refunds } = sums
    return `Gross ${exact(gross)} − fees ${exact(fees)} − refunds ${exact(refunds)} = ${exact(net(sums))}, each line in the month of its day.`
  }
  if (lens === 'smoothed') {
    const { away, here } = spread ?? { away: 0, here: 0 }
    const these = figure.from === figure.to ? 'it' : 'these'
    return `Paid in ${spanOf(figure)} ${exact(net(paid))} − what of it is for other months ${exact(away)} + what other months paid for ${these} ${exact(here)} = ${exact(net(sums))}.`
  }
  return drawn ? drawnFormula(figure, drawn, format) : ''
}

function spanOf({ from, to }: Pick<Figure, 'from' | 'to'>): string {
  return from === to ? 'the month' : 'these months'
}

function drawnFormula({ sums, of }: Figure, { months, untold }: NonNullable<Figure['drawn']>, format: FigureFormat): string {
  const [only, ...more] = months
  if (!only) return 'Nothing is drawn from fewer than six full months.'
  const part = of === null ? '' : ` Of that its part is ${format.exact(net(sums))}, by what it brings in the draws near that one.`
  if (more.length === 0) {
    const source =
      only.made === null ? 'of what the months before it let expect' : `of the promise that was frozen on ${format.day(only.made)}`
    return `The low end ${source}: 9 of 10 draws bring at least ${format.exact(only.low)}.${part}`
  }
  const early = untold === 0 ? '' : ` Of ${format.count(untold)} nothing is told.`
  const low = months.reduce((sum, month) => sum + month.low, 0)
  return `The low ends of ${format.count(months.length)} months, summed: ${format.exact(low)}.${part}${early}`
}

function paidInputs(figure: Figure, format: FigureFormat): FigureWords['inputs'] {
  const { lens, sums, paid, estimated, fromLists } = figure
  const amounts = [
    { label: `Lines paid in ${spanOf(figure)}`, value: format.count(paid.entries) },
    { label: 'Gross', value: format.exact(sums.gross) },
    { label: 'Fees', value: format.exact(sums.fees) },
    { label: 'Refunds', value: format.exact(sums.refunds) },
  ]
  if (sums.tax !== 0) amounts.push({ label: 'Income tax withheld, told and not subtracted', value: format.exact(sums.tax) })
  if (lens === 'smoothed') amounts.push({ label: `Paid in ${spanOf(figure)}, net`, value: format.exact(net(paid)) })
  if (estimated) {
    const many = estimated.entries === 1 ? 'line' : 'lines'
    const value = `${format.count(estimated.entries)} ${many} at the rate of ${format.day(estimated.rateDay)}, until the one of the day arrives`
    amounts.push({ label: 'Estimated', value })
  }
  if (fromLists > 0) amounts.push({ label: 'Lines estimated from lists of patrons', value: format.count(fromLists) })
  return amounts
}

const REASONS: Record<Uncounted, readonly [one: string, many: string]> = {
  transfer: ['transfer, which only moves money', 'transfers, which only move money'],
  double: ['line of money that another line counts', 'lines of money that other lines count'],
  covered: ['line that a fuller report tells as well', 'lines that a fuller report tells as well'],
  deleted: ['line that you deleted', 'lines that you deleted'],
}

function paidWithout(figure: Figure, format: FigureFormat): string[] {
  const { uncounted, unconverted, running } = figure
  const without = unconverted.map(({ currency, net: amount, entries }) => {
    return `${format.exact(amount, currency)} in ${format.count(entries)} ${entries === 1 ? 'line' : 'lines'}, for which there is no rate.`
  })
  const kept = (['transfer', 'double', 'covered', 'deleted'] as const).flatMap((why) => {
    const lines = uncounted[why] ?? 0
    return lines === 0 ? [] : [`${format.count(lines)} ${REASONS[why][lines === 1 ? 0 : 1]}.`]
  })
  const later = running ? ['What is still to come this month.'] : []
  const all = [...without, ...kept, ...later]
  return all.length > 0 ? all : [`Nothing: every line of ${spanOf(figure)} counts.`]
}

/** The stretch of METRICS 9, as it is multiplied on. */
function stretchText({ basis, recalibration }: DrawnMonth): string {
  const record = recalibration === 1_000 ? '' : `, and × ${recalibration / 1_000} by the record of past promises`
  return `× ${stretchOf(basis) / 1_000} for so few months${record}`
}

function drawnInputs({ drawn }: Figure, format: FigureFormat): FigureWords['inputs'] {
  const { months, parts } = drawn ?? { months: [], parts: [] }
  const [only, ...more] = months
  const shares = parts.map(({ name, net: part }) => ({ label: name, value: format.exact(part) }))
  if (!only) return []
  if (more.length > 0) return [...months.map(({ month, low }) => ({ label: format.month(month), value: format.exact(low) })), ...shares]
  return [
    { label: 'Full months before it', value: format.count(only.basis) },
    { label: 'Draws', value: '2,000 of whole months, all streams together' },
    { label: '1 in 10 is less than', value: format.exact(only.low) },
    { label: 'Middle', value: format.exact(only.middle) },
    { label: '1 in 10 is more than', value: format.exact(only.high) },
    { label: 'The spread is widened by', value: stretchText(only) },
    ...shares,
  ]
}

function drawnWithout({ unconverted, drawn }: Figure): string[] {
  if (drawn?.months.length === 0) return ['Everything, until six full months are there.']
  const rates = unconverted.length > 0 ? ['Money without a rate.'] : []
  return [
    'What the month itself brought, and all that came later.',
    'What never happened yet: a platform that closes, a new one, an illness.',
    'Archived streams are not drawn from the running month on.',
    ...rates,
  ]
}
