import { exponentOf } from '#domain/currency.ts'
import { parseAmount } from '#domain/money.ts'
import { openText } from '../decode.ts'
import { isLikelyDay } from '../moments.ts'
import type { FileFacts, Reader, RowOutcome } from '../read.ts'
import { SeenOnce } from '../repeats.ts'
import { sightOf } from '../sights.ts'
import { EMPTY_FILE } from '../table.ts'
import { PLATFORM } from './words.ts'

const MORE = 'These are the weekly renewals that your public page shows, not money that arrived: they are expected, not counted.'

/** Reads `charts.json`: one record for each weekly payday, newest first. */
async function* readCharts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RowOutcome, FileFacts> {
  const source = openText(chunks)
  const pieces: string[] = []
  for await (const piece of source) pieces.push(piece)
  const whole = pieces.join('')
  const paydays = parse(whole)
  const facts = { span: null, style: { dates: 'ISO 8601', decimals: '.' as const, encoding: source.encoding } }
  if (typeof paydays === 'string') {
    if (whole.trim() === '') return { ...facts, warnings: [EMPTY_FILE] }
    yield { outcome: 'complaint', row: 1, field: '', text: '', reason: paydays, raw: whole.slice(0, 500) }
    return { ...facts, warnings: [] }
  }
  const seen = new SeenOnce()
  let newest = ''
  for (const [i, payday] of paydays.entries()) {
    const outcome = paydayOutcome(i + 1, payday, seen)
    if (outcome.outcome === 'patron' && outcome.patron.key > newest) newest = outcome.patron.key
    yield outcome
  }
  const warnings = paydays.length === 0 ? ['The file holds no payday: there was nothing to show.'] : [MORE]
  return { ...facts, warnings, ...(newest !== '' && { asOf: newest }) }
}

function parse(whole: string): readonly unknown[] | string {
  try {
    const value: unknown = JSON.parse(whole)
    return Array.isArray(value) ? value : 'The file is JSON, but not the list of paydays that Liberapay shows. Download it again.'
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return `The file is broken JSON (${why}), most likely cut on its way. Download it again.`
  }
}

type Json = Record<string, unknown>
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function paydayOutcome(row: number, payday: unknown, seen: SeenOnce): RowOutcome {
  const raw = (JSON.stringify(payday) ?? '').slice(0, 500)
  const complain = (field: string, value: unknown, reason: string): RowOutcome => {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
    return { outcome: 'complaint', row, field, text: text.slice(0, 500), reason, raw }
  }
  if (!isRecord(payday)) return complain('', payday, 'This record is no payday.')
  const { date, npatrons, receipts } = payday
  if (typeof date !== 'string' || !isLikelyDay(date)) return complain('date', date, 'The payday has no date such as 2026-11-25.')
  if (!Number.isSafeInteger(npatrons) || Number(npatrons) < 0) return complain('npatrons', npatrons, 'The number of patrons is none.')
  const money = isRecord(receipts) ? receipts : {}
  const currency = String(money['currency'] ?? '')
  const exponent = exponentOf(currency)
  const amount = exponent === undefined ? undefined : parseAmount(String(money['amount'] ?? ''), exponent)
  if (amount === undefined || Math.abs(amount) > LARGEST)
    return complain('receipts', receipts, 'The receipts are no amount with a currency.')
  const known = seen.see(date, raw)
  if (known === 'repeated') return { outcome: 'non-row', row, reason: 'repeated row' }
  if (known === 'conflict') return complain('date', date, `${date} stands in another record, with other contents. It is taken once.`)
  const facts = { key: date, patrons: Number(npatrons), status: 'active', amount, currency, every: 'week', day: date } as const
  return { outcome: 'patron', row, patron: sightOf(facts) }
}

const LARGEST = 10_000_000_000_000

export const chartsReader: Reader = {
  layout: { id: 'liberapay-charts', platform: PLATFORM, name: 'Liberapay, weekly charts' },
  recognise({ text }) {
    const isCharts = text.trimStart().startsWith('[') && text.includes('"npatrons"') && text.includes('"receipts"')
    return isCharts ? 'It is a list of paydays with a number of patrons and receipts.' : undefined
  },
  read: (chunks) => readCharts(chunks),
}
