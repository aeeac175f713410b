import type { MonthPage } from '#contract/income.ts'
import type { Minor } from '#domain/money.ts'
import { capital, numberWord } from '#web/ui/number-words.ts'
import type { Format } from '#web/ui/format.ts'

export type YearMonth = MonthPage['year'][number]
export type YearCell = { sort: 'reached'; day: number } | { sort: 'undated' } | { sort: 'short'; missing: number } | { sort: 'untargeted' }

/** What a month says of itself: since which day it was enough, or what was missing. */
export function cellOf({ cash, enough, reachedOn }: YearMonth): YearCell {
  if (enough === null) return { sort: 'untargeted' }
  if (cash < enough) return { sort: 'short', missing: enough - cash }
  return reachedOn === null ? { sort: 'undated' } : { sort: 'reached', day: Number(reachedOn.slice(8, 10)) }
}

/** The same in words, for the table and for those who listen. */
export function cellText(month: YearMonth, format: Format): string {
  const cell = cellOf(month)
  if (cell.sort === 'untargeted') return 'no target was set'
  if (cell.sort === 'short') return `${format.money(cell.missing, { round: 'rest' })} to go`
  return cell.sort === 'undated' ? 'enough, by a monthly sum without a day' : `enough from the ${format.ordinal(month.reachedOn ?? '')} on`
}

type Told = Pick<MonthPage, 'enoughCount' | 'buffer'>

/** How the year went, without a streak that could break (FEATURES N17). */
export function yearSentences({ enoughCount, buffer }: Told, format: Format): string[] {
  const { enough, of, missing, floor } = enoughCount
  if (of === 0) return ['With a target this tells on which day each month became enough.']
  const many = enough === of ? 'Each' : enough === 0 ? 'None' : capital(numberWord(enough))
  const last = of === 1 ? 'The last month' : `${many} of the last ${format.count(of)} months`
  const held = of === 1 && enough === 0 ? 'was under enough' : enough === 1 || enough === of ? 'was enough' : 'were enough'
  const three = floor === null ? [] : [`No three months in a row brought less than ${format.money(floor, { round: 'down' })} a month.`]
  return [`${last} ${held}, smoothed.`, ...three, ...carried({ missing, short: of - enough }, buffer, format)]
}

/** What is kept, beside what the poorer months lacked: only where it is known. */
function carried({ missing, short }: { missing: Minor; short: number }, buffer: Minor | null, format: Format): string[] {
  if (buffer === null || missing === 0) return []
  const lacked = `The other ${short === 1 ? 'one' : numberWord(short)} lacked ${format.money(missing)}${short === 1 ? '' : ' together'}`
  if (missing <= buffer) return [`${lacked}, which your buffer of ${format.money(buffer)} carries.`]
  return [`${lacked}, of which your buffer carries ${format.money(buffer)}.`]
}
