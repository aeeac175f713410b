import { minutesOf, secondsTrouble, type HourSighting } from '#domain/hours.ts'
import { divideHalfEven } from '#domain/money.ts'
import { dayNumber, type Day } from '#domain/month.ts'
import type { Moment } from '#domain/zone.ts'
import { readDate } from './any-csv/dates.ts'
import type { Column } from './columns.ts'
import type { CsvRow } from './csv.ts'
import {
  ambiguityOf,
  DateOrder,
  isAmbiguous,
  orderIn,
  type LikelyOrder,
  type NumberOrder,
  type OrderedRows,
  type SaidOrder,
} from './date-order.ts'
import { Fields, nonRow } from './fields.ts'
import type { FileFacts, RowOutcome } from './read.ts'
import { Ordinals } from './repeats.ts'
import type { TableReading } from './table.ts'

/** A span of time as a row tells it. */
export interface Spent {
  /** What tells it from others in every export; equal ones are told apart by their ordinal. */
  key: string
  at: Moment
  seconds: number
  /** Client and project, as far as they are told. */
  project: readonly string[]
  note: string
}

export const RUNNING = 'still running'
export const TOO_SHORT = 'shorter than half a minute'

const LONGEST = { project: 200, note: 2000 } as const
const plain = (text: string, length: number) => text.replace(/\s+/g, ' ').trim().slice(0, length)

/** A span of time in the one shape that all trackers share. */
export function hourOf({ key, at, seconds, project, note }: Spent): HourSighting {
  const said = plain(note, LONGEST.note)
  const name = plain(project.filter((part) => part !== '').join(': '), LONGEST.project)
  return { key, at, minutes: minutesOf(seconds), project: name, ...(said !== '' && { note: said }) }
}

/** The outcome of a row that tells of time: what rounds to no minute is told by its reason, not kept as 0. */
export function spentOutcome(row: number, spent: Spent): RowOutcome {
  const hour = hourOf(spent)
  return hour.minutes === 0 ? nonRow(row, TOO_SHORT) : { outcome: 'hours', row, hour }
}

const CLOCK = /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\s*(?:([ap])\.?m\.?)?$/i

/** Seconds after midnight of `10:23 AM`, `10:23:52` or `22h15`; undefined for what is no time of a day. */
export function clockSeconds(text: string): number | undefined {
  const [, h = '', m = '', s = '0', half = ''] = CLOCK.exec(text.trim()) ?? []
  const [hour, minute, second] = [Number(h), Number(m), Number(s)]
  if (h === '' || minute > 59 || second > 59) return undefined
  if (half === '') return hour > 23 ? undefined : hour * 3600 + minute * 60 + second
  if (hour < 1 || hour > 12) return undefined
  return ((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 3600 + minute * 60 + second
}

const LASTS = /^(\d{1,5}):(\d{2})(?::(\d{2}))?$/
const DECIMAL = /^(\d{1,5})(?:[.,](\d{1,6}))?\s*h?$/i

/** Seconds of a length of time: `01:30:00`, `1:30`, or hours with decimals after a point or a comma. */
export function lengthSeconds(text: string): number | undefined {
  const [, h = '', m = '', s = '0'] = LASTS.exec(text.trim()) ?? []
  if (h !== '') return Number(m) > 59 || Number(s) > 59 ? undefined : Number(h) * 3600 + Number(m) * 60 + Number(s)
  const [, whole = '', part = ''] = DECIMAL.exec(text.trim()) ?? []
  if (whole === '') return undefined
  return Number(divideHalfEven(BigInt(whole + part) * 3600n, 10n ** BigInt(part.length)))
}

/** Seconds from one time of a calendar without changes of the clock to another; below 0 when it is earlier. */
export function secondsBetween(from: { day: Day; clock: number }, to: { day: Day; clock: number }): number {
  return (dayNumber(to.day) - dayNumber(from.day)) * 86_400 + to.clock - from.clock
}

const two = (n: number) => String(n).padStart(2, '0')

/** A day and seconds after its midnight as a wall time. */
export function wallTime({ day, clock }: { day: Day; clock: number }): Moment {
  return `${day}T${two(Math.floor(clock / 3600))}:${two(Math.floor(clock / 60) % 60)}:${two(clock % 60)}`
}

/** A cell as a day, by the order of numbers that the file proves. */
export function dayIn(fields: Fields, column: Column, order: NumberOrder | undefined): Day {
  const text = fields.needed(column)
  if (text === '') return ''
  if (order === undefined && isAmbiguous(text)) fields.complain(column, ambiguityOf(text))
  const day = readDate(text, order ?? 'dmy') ?? ''
  if (day.length !== 10) fields.complain(column, `"${text}" is no day that exists.`)
  return day
}

/** A cell as a length of time in seconds. */
export function lengthIn(fields: Fields, column: Column): number {
  const text = fields.needed(column)
  const seconds = lengthSeconds(text)
  if (text !== '' && seconds === undefined) fields.complain(column, `"${text}" is no length of time. It should look like 1:30:00 or 1.5.`)
  return checkedSeconds(fields, column, seconds ?? 0)
}

/** Complains about a length that no entry has. */
export function checkedSeconds(fields: Fields, column: Column, seconds: number): number {
  const trouble = secondsTrouble(seconds)
  if (trouble !== undefined) fields.complain(column, `The entry ${trouble}.`)
  return seconds
}

/** How the rows of a tracker's table are read. */
export interface SpentRules {
  /** What a row tells, or the reason why it is no entry. */
  take(fields: Fields, order: NumberOrder | undefined): Spent | string
  /** Columns of dates; the first of each row is read, any may prove their order. */
  dates: readonly Column[]
  /** What speaks for an order where no date proves one. */
  likely?: LikelyOrder | undefined
  /** What was said of it before. */
  said: SaidOrder | undefined
  /** The column of who worked. */
  person: Column
}

/** Reads rows that each tell a span of time; rows wait until a date proves the order of day and month. */
export class HourRows implements TableReading {
  readonly #rules: SpentRules
  readonly #fields = new Fields()
  readonly #ordinals = new Ordinals()
  readonly #dates: DateOrder
  readonly #people = new Set<string>()

  constructor(rules: SpentRules) {
    this.#rules = rules
    const rows: OrderedRows = {
      dateOf: (row) => this.#tellingDate(row),
      read: (row, order) => this.#read(row, order),
      otherwise: () => rules.likely,
    }
    this.#dates = new DateOrder(rows, rules.said)
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#dates.row(row)
  }

  end(): RowOutcome[] {
    return this.#dates.end()
  }

  facts(): Partial<FileFacts> {
    const { order, dates: read } = this.#dates
    const dates = order === undefined ? 'year first, or as words' : order === 'mdy' ? 'month first' : 'day first'
    const warnings: string[] = []
    if (this.#people.size > 1) warnings.push(`The file tells of the time of ${this.#people.size} people; all of it is taken as yours.`)
    return { style: { dates }, warnings, ...(read && { dates: read }) }
  }

  /** The date of a row that proves an order, else one that could be read in two. */
  #tellingDate({ cells }: CsvRow): string {
    const texts = this.#rules.dates.map(({ index }) => cells[index] ?? '')
    return texts.find((text) => orderIn(text) !== undefined) ?? texts.find(isAmbiguous) ?? texts[0] ?? ''
  }

  #read(row: CsvRow, order: NumberOrder | undefined): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#rules.take(fields, order),
      (spent) => [typeof spent === 'string' ? nonRow(row.number, spent) : this.#place(row, spent)],
    )
  }

  #place(row: CsvRow, spent: Spent): RowOutcome {
    const person = row.cells[this.#rules.person.index]?.trim() ?? ''
    if (person !== '') this.#people.add(person)
    return spentOutcome(row.number, { ...spent, key: this.#ordinals.next(spent.key) })
  }
}
