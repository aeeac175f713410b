import { openText } from '../decode.ts'
import type { FileFacts, ReadOptions, RowOutcome } from '../read.ts'
import { Ordinals } from '../repeats.ts'
import { Span } from '../span.ts'
import { EMPTY_FILE, REPAIRED } from '../table.ts'
import { accountOf, paymentOutcome, type Names, type Payment, type PaymentContext } from './line.ts'

const FIELDS: Names = {
  handle: 'sponsor_handle',
  name: 'sponsor_profile_name',
  source: 'payment_source',
  id: 'transaction_id',
  tier: 'tier_name',
  tierAmount: 'tier_monthly_amount',
  amount: 'processed_amount',
  prorated: 'is_prorated',
  yearly: 'is_yearly',
  status: 'status',
  date: 'transaction_date',
}

type Json = Record<string, unknown>

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A scalar as the CSV would write it; null and what is no scalar are empty. */
function text(record: Json, field: string): string {
  const value = record[field]
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function paymentOf(row: number, sponsorship: Json, transaction: Json): Payment {
  const own = (field: keyof Names) => text(transaction, FIELDS[field])
  const sponsor = (field: keyof Names) => text(sponsorship, FIELDS[field])
  return {
    row,
    raw: JSON.stringify(transaction),
    handle: sponsor('handle'),
    name: sponsor('name'),
    source: sponsor('source') || own('source'),
    id: own('id'),
    tier: own('tier'),
    tierAmount: own('tierAmount'),
    amount: own('amount'),
    prorated: own('prorated'),
    yearly: sponsor('yearly'),
    status: own('status'),
    date: own('date'),
  }
}

/** Rows are transactions; a sponsorship without any is one row. */
function* outcomesOf(sponsorships: readonly unknown[], context: PaymentContext): Generator<RowOutcome> {
  let row = 0
  for (const sponsorship of sponsorships) {
    const transactions = isRecord(sponsorship) ? (sponsorship['transactions'] ?? []) : undefined
    if (!isRecord(sponsorship) || !Array.isArray(transactions)) {
      yield broken(++row, 'transactions', sponsorship)
      continue
    }
    if (transactions.length === 0) yield paymentOutcome(paymentOf(++row, sponsorship, {}), context)
    for (const transaction of transactions as unknown[]) {
      row++
      yield isRecord(transaction)
        ? paymentOutcome(paymentOf(row, sponsorship, transaction), context)
        : broken(row, 'transactions', transaction)
    }
  }
}

function broken(row: number, field: string, value: unknown): RowOutcome {
  const raw = (JSON.stringify(value) ?? '').slice(0, 500)
  return { outcome: 'complaint', row, field, text: raw, reason: 'This record is no sponsorship with a list of transactions.', raw }
}

/** Reads the JSON export. A file that is no JSON, or other JSON, is one complaint. */
export async function* readJson(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<RowOutcome, FileFacts> {
  const source = openText(chunks)
  const pieces: string[] = []
  for await (const piece of source) pieces.push(piece)
  const whole = pieces.join('')
  const span = new Span()
  const parsed = parse(whole)
  const warnings = whole.trim() === '' ? [EMPTY_FILE] : []
  if ('reason' in parsed) {
    if (warnings.length === 0) yield { outcome: 'complaint', row: 1, field: '', text: '', reason: parsed.reason, raw: whole.slice(0, 500) }
  } else {
    if (parsed.sponsorships.length === 0) warnings.push('The file holds no sponsorship: there was nothing to export.')
    const context = { names: FIELDS, account: accountOf(options.fileName), ordinals: new Ordinals() }
    for (const outcome of outcomesOf(parsed.sponsorships, context)) {
      span.add(outcome)
      yield outcome
    }
  }
  if (source.repaired) warnings.push(REPAIRED)
  return { span: span.days, warnings, style: { dates: 'ISO 8601, with offset', decimals: '.', encoding: source.encoding } }
}

function parse(whole: string): { sponsorships: readonly unknown[] } | { reason: string } {
  try {
    const value: unknown = JSON.parse(whole)
    if (Array.isArray(value)) return { sponsorships: value }
    return { reason: 'The file is JSON, but not the list of sponsorships that GitHub exports. Export it again.' }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { reason: `The file is broken JSON (${why}), most likely cut on its way. Export it again.` }
  }
}
