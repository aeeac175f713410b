import { isCurrency } from '#domain/currency.ts'
import type { DecimalMark } from '#domain/money.ts'
import { plainName } from '../columns.ts'
import type { Mapping } from '../read.ts'
import { currencyIn, looksLikeAmount } from './amounts.ts'
import { readDate, type DateOrder } from './dates.ts'
import { looksLikeDate } from './header.ts'

/** What columns are called in English, German, French and Spanish, the best name first. Compared without accents. */
const WORDS = {
  date: `transaction_date payment_date date_paid paid_at date datum day tag jour fecha dia buchungstag buchungsdatum wertstellung valuta
    date_de_paiement fecha_de_pago created created_at created_date datetime date_time timestamp time zeit zeitpunkt completed posted month
    monat mois mes`,
  amount: `gross gross_amount brutto bruttobetrag brut montant_brut bruto importe_bruto amount betrag umsatz montant importe cantidad monto
    amount_paid price preis prix precio total sum summe somme suma received earnings revenue income einnahmen revenus ingresos payment
    zahlung paiement pago value wert valeur valor royalty credit gutschrift`,
  net: 'net net_amount netto nettobetrag montant_net neto importe_neto net_total payout amount_you_received',
  currency: 'currency currency_code wahrung waehrung devise monnaie moneda divisa ccy',
  name: `name customer customer_name buyer buyer_name payer payer_name sponsor supporter patron donor member from client kunde
    auftraggeber auftraggeber_empfanger zahler absender nom acheteur donateur nombre cliente comprador donante description beschreibung verwendungszweck
    title product artikel item`,
  fee: 'fee fees fee_amount transaction_fee platform_fee processing_fee gebuhr gebuehr gebuhren entgelt frais commission comision tarifa provision',
} as const

type Role = keyof typeof WORDS

const LISTS = Object.fromEntries(Object.entries(WORDS).map(([role, words]) => [role, words.split(/\s+/)])) as Record<Role, string[]>

/** Words that make a column of money another one than what was paid, or none at all. */
const OTHER: Partial<Record<Role, RegExp>> = {
  amount:
    /(^|_)(fees?|gebuhr\w*|entgelt|frais|tax|taxes|vat|mwst|discount|shipping|refund\w*|balance|saldo|solde|rate|running|lifetime|id|count|qty|quantity|days|number)(_|$)/,
  net: /(^|_)(fees?|tax|balance|saldo|id)(_|$)/,
  currency: /(^|_)(fees?|exchange|original|facing)(_|$)/,
  date: /(^|_)(refund\w*|due|expir\w*|birth|end)(_|$)/,
}

/** A name as it is compared: without accents, `(USD)` and the like. */
function bare(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss')
  return plainName(letters.replace(/\([^()]*\)/g, ' '))
}

/** How well a name fits a role: its place in the list, or behind all of them where a word of the list stands within the name. */
function rank(name: string, role: Role): number {
  const words = LISTS[role]
  const exact = words.indexOf(bare(name))
  if (exact >= 0) return exact
  if (OTHER[role]?.test(bare(name))) return Number.POSITIVE_INFINITY
  const parts = bare(name).split('_')
  const within = words.findIndex((word) => parts.includes(word))
  return within < 0 ? Number.POSITIVE_INFINITY : 1000 + within
}

interface Table {
  header: readonly string[]
  rows: readonly (readonly string[])[]
}

function cellsOf({ rows }: Table, column: number): string[] {
  return rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '')
}

/** The column that bears the best name for a role and whose cells could be it. */
function bestColumn(table: Table, role: Role, could: (cells: string[]) => boolean): number {
  let best = -1
  let bestRank = Number.POSITIVE_INFINITY
  for (const [column, name] of table.header.entries()) {
    const own = rank(name, role)
    if (own < bestRank && could(cellsOf(table, column))) {
      best = column
      bestRank = own
    }
  }
  return best
}

/** Most cells fit; a totals row or a note among them does no harm. No cells fit too: then the name alone decides. */
const most = (fits: (cell: string) => boolean) => (cells: string[]) => cells.filter(fits).length * 2 >= cells.length
const isDate = most(looksLikeDate)
const isAmount = most((cell) => looksLikeAmount(cell) && !/^\d{4}-\d{2}-\d{2}/.test(cell))
const isCode = most((cell) => isCurrency(cell.toUpperCase()))

/** The first column whose cells fit, for a table whose names say nothing. */
function firstFitting(table: Table, fits: (cells: string[]) => boolean, taken: readonly number[]): number {
  return table.header.findIndex((name, column) => {
    const cells = cellsOf(table, column)
    return !taken.includes(column) && !OTHER.amount?.test(bare(name)) && cells.length > 0 && fits(cells)
  })
}

/** The order of the dates in a column: a number past 12 is a day. Without one, points mean day first and slashes month first. */
export function guessDateOrder(cells: readonly string[]): DateOrder {
  let monthFirst = cells.some((cell) => /^\d{1,2}\/\d{1,2}\//.test(cell))
  for (const cell of cells) {
    const [, a = '', b = ''] = /^(\d{1,4})[./-](\d{1,2})[./-]\d/.exec(cell) ?? []
    if (a.length === 4) return 'ymd'
    if (Number(a) > 12) return readDate(cell, 'dmy') ? 'dmy' : 'ymd'
    if (Number(b) > 12) monthFirst = true
  }
  if (monthFirst) return 'mdy'
  return cells.some((cell) => /^\d{1,2}[.-]\d{1,2}[.-]\d/.test(cell)) ? 'dmy' : 'ymd'
}

/** A cell with more characters is a text, whatever it begins with. */
const LONGEST_AMOUNT = 100

/** Whether amounts have a comma or a point before their decimals: by the last mark of both, else by what cannot be a grouping. */
export function guessDecimals(cells: readonly string[]): DecimalMark {
  let balance = 0
  for (const cell of cells) {
    if (cell.length > LONGEST_AMOUNT) continue
    const [mark = ''] = /[.,](?=\d*\D*$)/.exec(cell.trim()) ?? []
    const isGrouping = /(^|\D)\d{1,3}([.,]\d{3})+(\D|$)/.test(cell) && !/[.,].*[.,]/.test(cell.replaceAll(mark === ',' ? '.' : ',', ''))
    const isMixed = cell.includes(',') && cell.includes('.')
    if (mark !== '' && (isMixed || !isGrouping)) balance += mark === ',' ? 1 : -1
  }
  return balance > 0 ? ',' : '.'
}

/** The sign of the fees that stand beside payments; undefined where none does. */
function guessFeeSign({ rows }: Table, amount: number, fee: number): '+' | '-' | undefined {
  const isBelow = (cell: string) => /^[^\d]*[-−(]/.test(cell)
  const isNothing = (cell: string) => !/[1-9]/.test(cell)
  const fees = rows.flatMap((row) => {
    const [paid, kept] = [row[amount]?.trim() ?? '', row[fee]?.trim() ?? '']
    return isNothing(paid) || isNothing(kept) || isBelow(paid) ? [] : [kept]
  })
  if (fees.length === 0) return undefined
  return fees.some(isBelow) ? '-' : '+'
}

/** Signs of several currencies, by the one that most exports mean. */
const LIKELY: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
])
const CODE_IN_NAME = /(^|_)(usd|eur|gbp|jpy|chf|cad|aud|nzd|sek|nok|dkk|pln|czk|brl|inr)(_|$)/

/** The one currency that the column's name or all of its amounts speak of, as far as that can be guessed. */
function currencyOf(table: Table, amount: number): string | undefined {
  const name = table.header[amount] ?? ''
  const named = currencyIn(name) ?? CODE_IN_NAME.exec(plainName(name))?.[2]?.toUpperCase() ?? likelyIn(name)
  if (named !== undefined) return named
  const codes = new Set(cellsOf(table, amount).map((cell) => currencyIn(cell) ?? likelyIn(cell)))
  const [only] = codes
  return codes.size === 1 ? only : undefined
}

function likelyIn(text: string): string | undefined {
  return [...LIKELY].find(([sign]) => text.includes(sign))?.[1]
}

/**
 * Guesses how a table that no platform knows is to be read, from its names and first rows; null where no column could be the
 * date or the amount. `fallback` stands in for the currency where the table tells none.
 */
export function guessMapping(header: readonly string[], rows: readonly (readonly string[])[], fallback = 'EUR'): Mapping | null {
  const table: Table = { header, rows }
  let date = bestColumn(table, 'date', isDate)
  if (date < 0) date = firstFitting(table, isDate, [])
  const currency = bestColumn(table, 'currency', isCode)
  const fee = bestColumn(table, 'fee', isAmount)
  const could = (cells: string[]) => isAmount(cells)
  let amount = bestColumn({ header: header.map((name, i) => (i === date || i === fee ? '' : name)), rows }, 'amount', could)
  if (amount < 0) amount = bestColumn(table, 'net', isAmount)
  if (amount < 0) amount = firstFitting(table, isAmount, [date, fee, currency])
  if (date < 0 || amount < 0 || date === amount) return null
  const name = bestColumn(
    { header: header.map((own, i) => ([date, amount, fee, currency].includes(i) ? '' : own)), rows },
    'name',
    () => true,
  )
  const named = (column: number) => header[column] ?? ''
  // A net amount is what is left of its fees: taking them off again would count them twice.
  const isNet = rank(named(amount), 'net') < rank(named(amount), 'amount')
  const hasFee = fee >= 0 && fee !== amount && !isNet
  const feeSign = hasFee ? guessFeeSign(table, amount, fee) : undefined
  return {
    date: named(date),
    amount: named(amount),
    ...(currency >= 0 ? { currency: named(currency) } : { currencyCode: currencyOf(table, amount) ?? fallback }),
    ...(name >= 0 ? { name: named(name) } : {}),
    ...(hasFee ? { fee: named(fee) } : {}),
    ...(feeSign && { feeSign }),
    dateOrder: guessDateOrder(cellsOf(table, date)),
    decimals: guessDecimals([amount, fee].flatMap((column) => cellsOf(table, column))),
  }
}
