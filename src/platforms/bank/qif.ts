import type { DecimalMark } from '#domain/money.ts'
import { readDate } from '../any-csv/dates.ts'
import type { CsvRow } from '../csv.ts'
import { ambiguityOf, DateOrder, isAmbiguous, type DatesRead, type NumberOrder } from '../date-order.ts'
import { openText } from '../decode.ts'
import { complaint, nonRow } from '../fields.ts'
import type { FileFacts, ReadOptions, Reader, RowOutcome } from '../read.ts'
import { Ordinals } from '../repeats.ts'
import { Span } from '../span.ts'
import { REPAIRED } from '../table.ts'
import { entryOutcome, type BankEntry } from './entry.ts'

/** Sections whose records are entries of an account; those of others are lists and securities. */
const ACCOUNTS = /^!Type:\s*(Bank|CCard|Cash|Oth A|Oth L)\s*$/i
const RECORD_END = '^'
/** Fields of a record by their letters. https://en.wikipedia.org/wiki/Quicken_Interchange_Format */
const LETTERS = 'DTUPMNL'

/** One record as a row: its cells are the fields in the order of `LETTERS`, then its account. */
class Records {
  readonly #onRow: (row: CsvRow, isEntry: boolean) => RowOutcome[]
  readonly #fields = new Map<string, string>()
  #lines: string[] = []
  #isEntry = false
  #isAccount = false
  /** The name of the account that the file says its entries are of. */
  #account = ''
  count = 0

  constructor(onRow: (row: CsvRow, isEntry: boolean) => RowOutcome[]) {
    this.#onRow = onRow
  }

  take(line: string): RowOutcome[] {
    if (line.startsWith('!')) {
      if (/^!(Option|Clear)/i.test(line)) return []
      this.#isAccount = /^!Account/i.test(line)
      this.#isEntry = ACCOUNTS.test(line)
      return []
    }
    if (line.trim() === RECORD_END) return this.end()
    if (line.trim() === '') return []
    this.#lines.push(line)
    const letter = line.charAt(0).toUpperCase()
    if (!this.#fields.has(letter)) this.#fields.set(letter, line.slice(1).trim())
    return []
  }

  end(): RowOutcome[] {
    if (this.#lines.length === 0) return []
    const raw = this.#lines.join(', ')
    if (this.#isAccount) this.#account = this.#fields.get('N') ?? ''
    const cells = [...[...LETTERS].map((letter) => this.#fields.get(letter) ?? ''), this.#account]
    this.#lines = []
    this.#fields.clear()
    this.count += 1
    return this.#onRow({ number: this.count, cells, raw: raw.slice(0, 500) }, this.#isEntry)
  }
}

class Statement {
  readonly #ordinals = new Ordinals()
  readonly #currency: string
  readonly #records = new Records((row, isEntry) => this.#row(row, isEntry))
  readonly #dates: DateOrder

  constructor({ home = '', dates }: ReadOptions) {
    this.#currency = home
    this.#dates = new DateOrder({ dateOf: ({ cells }) => dateText(cells), read: (row, order) => [this.#entry(row, order)] }, dates)
  }

  get rows(): number {
    return this.#records.count
  }

  get dates(): DatesRead | undefined {
    return this.#dates.dates
  }

  take(line: string): RowOutcome[] {
    return this.#records.take(line)
  }

  end(): RowOutcome[] {
    return [...this.#records.end(), ...this.#dates.end()]
  }

  #row(row: CsvRow, isEntry: boolean): RowOutcome[] {
    return isEntry ? this.#dates.row(row) : [nonRow(row.number, 'a list of accounts, categories or securities')]
  }

  #entry({ number, cells, raw }: CsvRow, order: NumberOrder | undefined): RowOutcome {
    const date = dateText(cells)
    const bad = (field: string, text: string, reason: string) => complaint({ number, raw }, { field, text, reason })
    if (this.#currency === '') return bad('', '', 'QIF names no currency, so it cannot be known here. Export the statement as OFX or CSV.')
    if (order === undefined && isAmbiguous(date)) return bad('D', date, ambiguityOf(date))
    const [, total = '', again = '', payee = '', memo = '', checkNumber = '', category = '', account = ''] = cells
    const amount = total || again
    const isCredit = !/^[-\u2212]/.test(amount)
    const entry: BankEntry = {
      row: number,
      raw,
      account: { id: account, name: account },
      id: '',
      at: readDate(date, order ?? 'mdy'),
      date,
      currency: this.#currency,
      parts: [
        { id: '', amount: amount.replace(/^[-+\u2212]/, ''), name: payee, note: [memo, checkNumber].filter((one) => one !== '').join(' ') },
      ],
      // A category in brackets is another account of one's own.
      kind: isCredit && !category.startsWith('[') ? 'payment' : 'transfer',
      isCredit,
      mark: markOf(amount),
      yields: 2,
    }
    return entryOutcome(entry, this.#ordinals)
  }
}

/** `1/ 2'24` is how some write the year 2024. */
function dateText([date = '']: readonly string[]): string {
  return date
    .replace(/\s+/g, '')
    .replace(/'(\d{2})$/, '/20$1')
    .replace(/'(\d{4})$/, '/$1')
}

/** The last mark is that of the decimals, but for a comma before three digits. */
function markOf(amount: string): DecimalMark {
  return amount.lastIndexOf(',') > amount.lastIndexOf('.') && !/,\d{3}$/.test(amount) ? ',' : '.'
}

async function* read(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<RowOutcome, FileFacts> {
  const text = openText(chunks)
  const { home = '' } = options
  const statement = new Statement(options)
  const span = new Span()
  let rest = ''
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r\n|\n|\r/)
    rest = lines.pop() ?? ''
    for (const line of lines) yield* seen(span, statement.take(line))
  }
  yield* seen(span, [...statement.take(rest), ...statement.end()])
  const warnings = [
    ...(statement.rows === 0 ? ['This statement has no entries.'] : []),
    ...(home === '' ? [] : [`QIF names no currency: its amounts are read as ${home}, the currency of the book.`]),
    ...(text.repaired ? [REPAIRED] : []),
  ]
  const { dates } = statement
  const written = dates?.order ? { dates: dates.order === 'dmy' ? 'day, month, year' : 'month, day, year' } : {}
  return { span: span.days, warnings, style: { encoding: text.encoding, ...written }, ...(dates && { dates }) }
}

function* seen(span: Span, outcomes: readonly RowOutcome[]): Generator<RowOutcome> {
  for (const outcome of outcomes) {
    span.add(outcome)
    yield outcome
  }
}

/** Quicken's interchange format, which banks still offer. */
export const qif: Reader = {
  layout: { id: 'bank-qif', platform: 'bank', name: 'Bank statement, QIF' },
  recognise: ({ text }) =>
    /^!Type:\s*(Bank|CCard|Cash|Oth [AL])\s*$/im.test(text) && /^\^\s*$/m.test(text) ? 'its sections are those of QIF' : undefined,
  read,
}
