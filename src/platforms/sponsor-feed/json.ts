import { exponentOf } from '#domain/currency.ts'
import type { PatronSight } from '#domain/patron-sight.ts'
import { parseAmount, type Minor } from '#domain/money.ts'
import { openText } from '../decode.ts'
import { complaint } from '../fields.ts'
import type { RowOutcome } from '../read.ts'

export type Json = Record<string, unknown>

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A scalar as text; empty for what is none. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** Both feeds count in dollars. */
export const CURRENCY = 'USD'

/** An amount of dollars in cents; undefined for what is none. */
export function dollars(value: unknown): Minor | undefined {
  const text = textOf(value).replace(/^\$/, '')
  const amount = text === '' ? undefined : parseAmount(text, exponentOf(CURRENCY) ?? 2, '.')
  return amount !== undefined && Math.abs(amount) < 10_000_000_000 ? amount : undefined
}

/** The whole document, or a sentence why there is none. Feeds are short: one record for a patron or a tier. */
export async function documentOf(chunks: AsyncIterable<Uint8Array>): Promise<{ value: unknown } | { reason: string; raw: string }> {
  let whole = ''
  for await (const piece of openText(chunks)) whole += piece
  try {
    return { value: JSON.parse(whole) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { reason: `The file is broken JSON (${why}), most likely cut on its way. Download it again.`, raw: whole.slice(0, 500) }
  }
}

/** A complaint about a record or a part of it. */
export function badRecord({ row, field, value, reason }: { row: number; field: string; value: unknown; reason: string }): RowOutcome {
  const raw = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return complaint({ number: row, raw }, { field, text: raw, reason })
}

/** What both feeds say of each of their rows. */
export const ACTIVE_USD: Pick<PatronSight, 'status' | 'currency'> = { status: 'active', currency: CURRENCY }
