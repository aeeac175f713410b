import { exponentOf } from '#domain/currency.ts'
import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { readDate } from '../any-csv/dates.ts'
import { NO_COLUMN, type Column, type Columns } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import { Fields, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import { outcomeOf, plainReader } from '../plain-table.ts'
import type { FileFacts, RowOutcome } from '../read.ts'
import { Ordinals, SeenOnce } from '../repeats.ts'
import type { TableReading } from '../table.ts'
import { monthReference } from './month-reference.ts'

const NAMES = { date: ['Date'], description: ['Description'] } as const
const AMOUNT = /^Amount \(([A-Z]{3})\)$/i

type Role = 'earnings' | 'balance' | 'transfer' | 'tax' | 'adjustment'

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^(starting|ending|opening|closing) balance\b/i, 'balance'],
  [/^(u\.?s\.? )?(withholding tax|tax withh(e|o)ld(ing)?)\b/i, 'tax'],
  [/^earnings\b/i, 'earnings'],
  [/^((automatic|manual|canceled|cancelled|returned) )?payment\b/i, 'transfer'],
  [/^(invalid traffic|adjustment|debit|credit|revenue share|correction|other (debits|credits))\b/i, 'adjustment'],
]
const MONTH_NAME = /\p{L}{3,}/gu

interface Told {
  at: Moment
  role: Role
  description: string
  amount: Minor
}

/** Reads the account's activity: earnings by month are income, payments only move it. */
class ActivityRows implements TableReading {
  readonly #date: Column
  readonly #description: Column
  readonly #amount: Column
  readonly #currency: string
  readonly #fields = new Fields()
  readonly #ordinals = new Ordinals()
  readonly #seen = new SeenOnce()

  constructor(found: Record<keyof typeof NAMES, Column>, { column, currency }: { column: Column; currency: string }) {
    this.#date = found.date
    this.#description = found.description
    this.#amount = column
    this.#currency = currency
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#read(fields),
      (told) => [this.#outcome(row, told)],
    )
  }

  facts(): Partial<FileFacts> {
    return { style: { dates: 'words', decimals: '.' } }
  }

  #read(fields: Fields): Told {
    const description = fields.needed(this.#description)
    const role = ROLES.find(([pattern]) => pattern.test(description))?.[1]
    if (role === undefined) {
      fields.complain(this.#description, `"${description}" is no kind of activity that is known, so it is not counted.`)
    }
    const at = role === 'earnings' ? this.#month(fields) : this.#moment(fields)
    const amount = role === 'balance' ? 0 : fields.money(this.#amount, this.#currency)
    return { at, role: role ?? 'balance', description, amount }
  }

  /** `Aug 1 – 31, 2026`, or the month alone. */
  #month(fields: Fields): Moment {
    const text = fields.needed(this.#date)
    const names = new Set(text.match(MONTH_NAME))
    const year = /\b\d{4}\b/.exec(text)?.[0]
    const [name] = names
    const month = names.size > 1 ? undefined : readDate(name === undefined ? text : `${name} ${year}`, 'ymd')?.slice(0, 7)
    if (month === undefined) fields.complain(this.#date, `"${text}" is no span within one month. It should look like Aug 1 – 31, 2026.`)
    return month ?? ''
  }

  /** A day; of a span its month. */
  #moment(fields: Fields): Moment {
    const text = fields.needed(this.#date)
    return readDate(text, 'mdy') ?? this.#month(fields)
  }

  #outcome(row: CsvRow, { at, role, description, amount }: Told): RowOutcome {
    if (role === 'balance') return nonRow(row.number, 'balance of the account')
    const currency = this.#currency
    if (role === 'earnings') {
      if (this.#seen.see(`${at}:${description}`, row.raw) === 'repeated') return nonRow(row.number, 'repeated row')
      const key = this.#ordinals.next(`${at}:${description}:${currency}`)
      const ref = /youtube/i.test(description) ? monthReference(at) : undefined
      return outcomeOf(row.number, [lineOf({ key, at, kind: 'summary', currency, gross: amount, note: description, ref })])
    }
    const key = this.#ordinals.next(`${at}:${description}:${currency}:${amount}`)
    return outcomeOf(row.number, [this.#line({ key, at, currency, note: description }, role, amount)])
  }

  #line(facts: Pick<Sighting, 'key' | 'at' | 'currency'> & { note: string }, role: Role, amount: Minor): Sighting {
    if (role === 'transfer') return lineOf({ ...facts, kind: 'transfer', gross: amount })
    // Income tax that was withheld is told beside the net and not subtracted.
    if (role === 'tax') return lineOf({ ...facts, kind: 'adjustment', tax: 0 - amount })
    return lineOf({ ...facts, kind: 'adjustment', gross: amount })
  }
}

function amountColumn({ names }: Columns): { column: Column; currency: string } | undefined {
  for (const [index, name] of names.entries()) {
    const currency = AMOUNT.exec(name)?.[1]?.toUpperCase()
    if (currency !== undefined && exponentOf(currency) !== undefined) return { column: { name, index }, currency }
  }
  return undefined
}

export const adSenseActivity = plainReader({
  layout: { id: 'adsense-activity', platform: 'youtube', name: 'AdSense, account activity' },
  why: 'It has date, description and an amount whose currency stands in the header, as AdSense writes its activity.',
  names: NAMES,
  needed: ['date', 'description'],
  is: (columns) => columns.width === 3 && amountColumn(columns) !== undefined,
  again: 'Export it again from Payments, Transactions.',
  open(found, { columns }) {
    // A file that is forced into this layout may lack it: then every row says so.
    return new ActivityRows(found, amountColumn(columns) ?? { column: { ...NO_COLUMN, name: 'Amount' }, currency: 'USD' })
  },
})
