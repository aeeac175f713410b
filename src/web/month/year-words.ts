import type { MonthPage } from '#contract/income.ts'
import type { Minor } from '#domain/money.ts'
import { monthOf } from '#domain/month.ts'
import { capital, numberWord } from '#web/ui/number-words.ts'
import type { Format } from '#web/ui/format.ts'

/** Months of a whole strip: a shorter one begins where the book does. */
const FULL_YEAR = 12

export type YearMonth = MonthPage['year'][number]
export type YearCell = { sort: 'reached'; day: number } | { sort: 'undated' } | { sort: 'short'; missing: number } | { sort: 'untargeted' }

/**
 * What a month says of itself. Whether it was enough is told smoothed, as the sentence counts it; the day since which it was is one of
 * cash, and stands only where the month was enough so as well.
 */
export function cellOf({ smoothed, enough, reachedOn }: YearMonth): YearCell {
  if (enough === null) return { sort: 'untargeted' }
  if (smoothed < enough) return { sort: 'short', missing: enough - smoothed }
  return reachedOn === null ? { sort: 'undated' } : { sort: 'reached', day: Number(reachedOn.slice(8, 10)) }
}

/** The same in words, for the table and for those who listen; where cash alone says otherwise, that too. */
export function cellText(month: YearMonth, format: Format): string {
  const cell = cellOf(month)
  const { cash, enough, reachedOn } = month
  if (cell.sort === 'untargeted' || enough === null) return 'no target was set'
  if (cell.sort === 'short') {
    const missing = `${format.money(cell.missing, { round: 'rest' })} to go`
    if (cash < enough) return missing
    const since = reachedOn === null ? 'enough' : `enough from the ${format.ordinal(reachedOn)} on`
    return `${missing}; by cash alone ${since}, some of it for other months`
  }
  if (cell.sort === 'reached') return `enough from the ${format.ordinal(reachedOn ?? '')} on`
  if (cash >= enough) return 'enough, by a monthly sum without a day'
  return `enough with what other months were paid for it; by cash alone ${format.money(enough - cash, { round: 'rest' })} to go`
}

type Told = Pick<MonthPage, 'year' | 'enoughCount' | 'buffer'>

/** How the year went, without a streak that could break (FEATURES N17). */
export function yearSentences({ year, enoughCount, buffer }: Told, format: Format): string[] {
  const { enough, of, missing, floor } = enoughCount
  if (of === 0) return ['With a target this tells on which day each month became enough.']
  const many = enough === of ? 'Each' : enough === 0 ? 'None' : capital(numberWord(enough))
  const last = of === 1 ? 'The last month' : `${many} of the last ${format.count(of)} months`
  const held = of === 1 && enough === 0 ? 'was under enough' : enough === 1 || enough === of ? 'was enough' : 'were enough'
  const three =
    floor === null || floor <= 0 ? [] : [`No three months in a row brought less than ${format.money(floor, { round: 'down' })} a month.`]
  return [`${last} ${held}, smoothed.`, ...three, ...lacked({ year, missing, buffer }, format), ...byCash(year)]
}

interface Lack {
  year: readonly YearMonth[]
  missing: Minor
  buffer: MonthPage['buffer']
}

/**
 * What the poorer months lacked, beside what may be spent of what is kept: only where it is known. It carries months from that of its
 * day on; what it was before them nobody said.
 */
function lacked({ year, missing, buffer }: Lack, format: Format): string[] {
  const spendable = buffer ? Math.max(0, buffer.amount - buffer.least) : 0
  if (!buffer || spendable === 0 || missing === 0) return []
  const short = year.flatMap((month) => {
    const cell = cellOf(month)
    return cell.sort === 'short' ? [{ month: month.month, missing: cell.missing }] : []
  })
  const told = year.filter(({ enough }) => enough !== null).length
  const others = short.length === told ? (told === 1 ? 'It' : 'They') : `The other ${short.length === 1 ? 'one' : numberWord(short.length)}`
  const words = `${others} lacked ${format.money(missing)}${short.length === 1 ? '' : ' together'}`
  const since = short.filter(({ month }) => month >= monthOf(buffer.day)).reduce((sum, one) => sum + one.missing, 0)
  const kept = format.money(spendable)
  if (since === 0) {
    const much = missing <= spendable ? 'as much' : `${kept} of it`
    return [`${words}; your buffer of ${format.day(buffer.day)} is later, and would carry ${much}.`]
  }
  if (since === missing && missing <= spendable) return [`${words}, which your buffer of ${kept} carries.`]
  return [`${words}, of which your buffer carries ${format.money(Math.min(since, spendable))}.`]
}

/** How many months were enough by cash alone, where they are not the same ones; a young book knows nothing of what was paid before it. */
function byCash(year: readonly YearMonth[]): string[] {
  const told = year.flatMap(({ cash, smoothed, enough }) =>
    enough === null ? [] : [{ cash: cash >= enough, smoothed: smoothed >= enough }],
  )
  if (told.every(({ cash, smoothed }) => cash === smoothed)) return []
  const many = told.filter(({ cash }) => cash).length
  const same = many === told.filter(({ smoothed }) => smoothed).length
  const count = same ? 'as many, but not the same ones' : many === 0 ? 'none' : numberWord(many)
  const young = year.length < FULL_YEAR && told.some(({ cash, smoothed }) => cash && !smoothed)
  return [`By cash alone it is ${count}${young ? ': smoothed, the first months of a book lack what was paid before them' : ''}.`]
}
