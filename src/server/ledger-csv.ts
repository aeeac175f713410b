import { exponentOf } from '#domain/currency.ts'
import { csvRow, inert } from '#domain/csv-text.ts'
import { decimalText, net, type Amounts } from '#domain/money.ts'
import { isWholeMonth } from '#domain/zone.ts'
import type { StoredEntry } from '#storage/storage.ts'

const PARTS = ['gross', 'fees', 'refunds', 'tax', 'net'] as const
const PLACE = ['day', 'time', 'stream', 'venture', 'kind', 'name', 'note', 'currency']
const HOME = ['home currency', ...PARTS.map((part) => `home ${part}`)]
const ORIGIN = ['rate source', 'rate day', 'covered months', 'counted', 'key']
const HEADER = [...PLACE, ...PARTS, ...HOME, ...ORIGIN]

export interface LedgerCsv {
  home: string
  names: ReadonlyMap<number, { name: string; ventureName: string }>
}

/**
 * The ledger as RFC 4180 CSV, a header and then every line, transfers and uncounted ones too: the rows with "yes" under counted
 * sum to the totals on the screen. Amounts are decimals with a point; home amounts are empty where there is no rate.
 */
export async function* ledgerCsv(pages: AsyncIterable<StoredEntry[]>, { home, names }: LedgerCsv): AsyncGenerator<string> {
  yield csvRow(HEADER)
  for await (const page of pages) yield page.map((entry) => csvRow(cells(entry, home, names))).join('')
}

function cells(entry: StoredEntry, home: string, names: LedgerCsv['names']): string[] {
  const { day, at, countsIn, estimate, name = '', note = '', currency, rate, rateDay = '', months, uncounted, key } = entry
  const place = names.get(countsIn)
  const time = at.length > 10 ? at.slice(11) : ''
  // An estimate is told as one wherever a row may be read alone.
  const kind = estimate ? 'estimate' : entry.kind
  const texts = [place?.name ?? '', place?.ventureName ?? '', kind, name, note].map(inert)
  return [
    isWholeMonth(at) ? at : day,
    time,
    ...texts,
    currency,
    ...decimals(entry, currency),
    home,
    ...(entry.home ? decimals(entry.home, home) : PARTS.map(() => '')),
    rate,
    rateDay,
    String(months),
    uncounted ?? 'yes',
    inert(key),
  ]
}

function decimals(amounts: Amounts, currency: string): string[] {
  const exponent = exponentOf(currency) ?? 2
  const { gross, fees, refunds, tax } = amounts
  return [gross, fees, refunds, tax, net(amounts)].map((amount) => decimalText(amount, exponent))
}
