import type { DecimalMark } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { readDate } from '../any-csv/dates.ts'
import type { CsvRow } from '../csv.ts'
import { ambiguityOf, DateOrder, isAmbiguous, type LikelyOrder, type NumberOrder } from '../date-order.ts'
import { decimalMarkIn } from '../decimal-mark.ts'
import { Fields, nonRow } from '../fields.ts'
import type { FileFacts, RowOutcome } from '../read.ts'
import { SeenOnce } from '../repeats.ts'
import type { OpenTable, TableReading, TableStart } from '../table.ts'
import { findColumns, languageOf, missingColumn, type Language, type PayPalColumns } from './columns.ts'
import { isMemo, progressOf, roleOf, type Role } from './kinds.ts'
import { linesOf, type Movement } from './movement.ts'
import { likelyOrder, signsOf } from './order.ts'
import { Zones } from './zones.ts'

const TRANSACTION = /^[0-9A-Z]{17}$/

class PayPalRows implements TableReading {
  readonly #found: PayPalColumns
  readonly #mark: DecimalMark
  readonly #fields = new Fields()
  readonly #seen = new SeenOnce()
  readonly #zones = new Zones()
  /** A file has few types and many rows: each type is looked up once. */
  readonly #roles = new Map<string, Role | undefined>()
  readonly #dates: DateOrder
  #taxed = 0

  readonly #language: Language

  constructor({ columns, sample, options }: TableStart) {
    const found = findColumns(columns)
    const language = languageOf(columns)
    this.#found = found
    this.#language = language
    this.#mark = decimalMarkIn(sample, [found.gross, found.fee, found.net]) ?? (language === 'English' ? '.' : ',')
    // What was said of the account is of its English files: others are day first by their names.
    const said = language === 'English' || options.dates?.by === 'said' ? options.dates : undefined
    this.#dates = new DateOrder(
      {
        dateOf: ({ cells }) => cells[found.date.index] ?? '',
        read: (row, order) => this.#read(row, order),
        otherwise: (waiting) => this.#likely(waiting),
      },
      said,
    )
  }

  #likely(waiting: readonly CsvRow[]): LikelyOrder | undefined {
    if (this.#language !== 'English') return { order: 'dmy', because: `its columns are named in ${this.#language}` }
    if (this.#mark === ',') return { order: 'dmy', because: 'a comma stands before the decimals' }
    return likelyOrder(signsOf(waiting, this.#found))
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#dates.row(row)
  }

  end(): RowOutcome[] {
    return this.#dates.end()
  }

  facts(): Partial<FileFacts> {
    const count = this.#taxed === 1 ? 'one payment or refund holds' : `${this.#taxed} payments and refunds hold`
    const taxed = `The sales tax that ${count} is yours to hand on: it is not counted as income.`
    const order = this.#dates.order
    const dates = order === undefined ? {} : { dates: order === 'dmy' ? 'day first' : 'month first' }
    const read = this.#language === 'English' ? this.#dates.dates : undefined
    return { warnings: this.#taxed > 0 ? [taxed] : [], style: { ...dates, decimals: this.#mark }, ...(read && { dates: read }) }
  }

  #read(row: CsvRow, order: NumberOrder | undefined): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#idle(fields) ?? this.#movement(fields, order),
      (movement) => [typeof movement === 'string' ? nonRow(row.number, movement) : this.#once(row, movement)],
    )
  }

  /** Why a row moved no money. Words that are not known make it a complaint. */
  #idle(fields: Fields): string | undefined {
    const found = this.#found
    const impact = isMemo(fields.text(found.impact))
    if (impact === undefined) fields.complain(found.impact, `"${fields.text(found.impact)}" is no effect on a balance that is known.`)
    if (impact) return 'does not change the balance'
    if (this.#role(fields) === 'aside') return 'does not change the balance'
    if (found.status.index < 0) return undefined
    const status = fields.needed(found.status)
    const progress = progressOf(status)
    if (progress === 'not-completed') return `not completed: ${status}`
    if (progress === 'unknown' && status !== '')
      fields.complain(found.status, `"${status}" is no status that is known, so the row is not counted.`)
    return undefined
  }

  #role(fields: Fields): Role | undefined {
    const [type, code] = [fields.text(this.#found.type), fields.text(this.#found.code)]
    const key = `${code}|${type}`
    if (!this.#roles.has(key)) this.#roles.set(key, roleOf(type, code))
    return this.#roles.get(key)
  }

  #movement(fields: Fields, order: NumberOrder | undefined): Movement {
    const found = this.#found
    const text = (name: keyof PayPalColumns) => fields.text(found[name])
    const currency = fields.currency(found.currency)
    const type = fields.needed(found.type)
    const role = this.#role(fields)
    if (role === undefined && type !== '')
      fields.complain(found.type, `"${type}" is no type of transaction that is known, so it is not counted.`)
    const gross = fields.money(found.gross, currency, this.#mark)
    const fee = fields.moneyIfAny(found.fee, currency, this.#mark)
    const salesTax = Math.abs(fields.moneyIfAny(found.salesTax, currency, this.#mark))
    const reference = text('reference')
    return {
      id: this.#key(fields, type, currency),
      at: this.#moment(fields, order),
      // A role that is not known or moves nothing never gets here.
      role: role === undefined || role === 'aside' ? 'transfer' : role,
      type,
      currency,
      gross,
      fee,
      net: text('net') === '' ? gross + fee : fields.money(found.net, currency, this.#mark),
      salesTax: salesTax < Math.abs(gross) ? salesTax : 0,
      reference: TRANSACTION.test(reference) ? reference : '',
      patron: text('from'),
      name: text('name'),
      note: noteOf([type, text('title'), text('subject'), text('note')]),
    }
  }

  /** Of a conversion some exports write both currencies under one id. */
  #key(fields: Fields, type: string, currency: string): string {
    const id = fields.needed(this.#found.id)
    return /conversion|umrechnung/i.test(type) ? `${id}:${currency}` : id
  }

  #moment(fields: Fields, order: NumberOrder | undefined): Moment {
    const { date, time, zone } = this.#found
    const text = fields.needed(date)
    if (order === undefined && isAmbiguous(text)) fields.complain(date, ambiguityOf(text))
    const day = readDate(text, order ?? 'dmy') ?? ''
    if (day.length < 10) fields.complain(date, `"${text}" is no date that exists.`)
    const clock = fields.text(time)
    if (clock === '' || day.length !== 10) return day
    const wall = readDate(`${day} ${clock}`, 'ymd')
    if (wall === undefined) fields.complain(time, `"${clock}" is no time of day. It should look like 19:54:41.`)
    return wall === undefined ? day : this.#zones.instant(wall, fields.text(zone))
  }

  #once(row: CsvRow, movement: Movement): RowOutcome {
    const again = this.#seen.again(row, { id: movement.id, field: this.#found.id.name })
    if (again) return again
    const lines = linesOf(movement)
    const counts = lines.some((line) => line.kind !== 'transfer')
    if (counts && movement.salesTax > 0) this.#taxed++
    return { outcome: counts ? 'lines' : 'transfer', row: row.number, lines }
  }
}

/** Title, subject and note often repeat each other. */
function noteOf(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join(', ')
}

/** Reads the activity download or the statement, in any of its languages. */
export const openPayPal: OpenTable = (start) => {
  const missing = missingColumn(start.columns)
  if (missing === undefined) return new PayPalRows(start)
  return `This is not PayPal's activity or statement: it has no column "${missing}" in English, German or French. Export it again.`
}
