import type { EntryKind, NewEntry } from '#contract/entry.ts'
import type { Minor } from '#domain/money.ts'
import { isDay, type Day } from '#domain/month.ts'
import type { Format } from '#web/ui/format.ts'

/** Kinds that a person types in. */
export const TYPED_KINDS = ['payment', 'refund', 'fee', 'adjustment'] as const satisfies readonly EntryKind[]
export type TypedKind = (typeof TYPED_KINDS)[number]

/** The form's own fields; the stream is asked for beside them. */
export interface IncomeForm {
  day: Day
  kind: TypedKind
  currency: string
  /** Undefined while nothing readable stands there. */
  amount: Minor | undefined
  fee: Minor | undefined
  /** Whether something stands in the fee's field. */
  feeTyped: boolean
  months: string
  name: string
  note: string
}

export interface IncomeTrouble {
  day?: string
  amount?: string
  fee?: string
  months?: string
}

const MOST_MONTHS = 120

/** An empty form; what usually stays the same from one entry to the next is kept. */
export function emptyForm(kept: Pick<IncomeForm, 'day' | 'currency'>): IncomeForm {
  return {
    day: kept.day,
    currency: kept.currency,
    kind: 'payment',
    amount: undefined,
    fee: undefined,
    feeTyped: false,
    months: '1',
    name: '',
    note: '',
  }
}

export function monthsOf(text: string): number | undefined {
  const months = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return months >= 1 && months <= MOST_MONTHS ? months : undefined
}

/** What is missing or cannot be, by field, as sentences. */
export function formTrouble(form: IncomeForm): IncomeTrouble {
  const { day, kind, amount, fee, feeTyped, months } = form
  const sign = kind === 'adjustment' ? amount === 0 : amount !== undefined && amount <= 0
  return {
    ...(!isDay(day) && { day: 'Choose the day on which it was paid.' }),
    ...(amount === undefined && { amount: 'Write the amount.' }),
    ...(sign && {
      amount: kind === 'payment' ? 'Write what arrived, above 0; money that left is a refund or a fee.' : 'Write an amount above 0.',
    }),
    ...(sign && kind === 'adjustment' && { amount: 'An adjustment of 0 changes nothing.' }),
    ...(feeTyped && (fee === undefined || fee < 0) && { fee: 'Write the fee as an amount of 0 or more, or leave it empty.' }),
    ...(monthsOf(months) === undefined && { months: `Write a number of months from 1 to ${MOST_MONTHS}.` }),
  }
}

/** Whether a fee can stand beside the amount: a refund or a fee has none of its own. */
export function takesFee(kind: TypedKind): boolean {
  return kind === 'payment' || kind === 'adjustment'
}

/** The entry as the server takes it, or undefined while something is missing. */
export function newEntryOf(form: IncomeForm, stream: number): NewEntry | undefined {
  const { day, kind, currency, amount, fee, months, name, note } = form
  const covered = monthsOf(months)
  if (Object.keys(formTrouble(form)).length > 0 || amount === undefined || covered === undefined) return undefined
  const words = { ...(name.trim() !== '' && { name: name.trim() }), ...(note.trim() !== '' && { note: note.trim() }) }
  return { stream, day, kind, currency, amount, months: covered, ...(fee !== undefined && fee > 0 && takesFee(kind) && { fee }), ...words }
}

/** What is counted if the form is saved: "€240.00 on 23 November 2026, counted in Workshop, spread over 12 months in Smoothed." */
export function countedWords(form: IncomeForm, stream: string, format: Format): string | undefined {
  const { day, kind, currency, amount, fee, months } = form
  const covered = monthsOf(months)
  if (amount === undefined || amount === 0 || covered === undefined || !isDay(day)) return undefined
  const money = (value: Minor) => format.exact(value, currency)
  const when = format.day(day)
  const where = stream === '' ? '' : ` in ${stream}`
  const spread = covered > 1 ? `, spread over ${covered} months in Smoothed` : ''
  if (kind === 'refund') return `${money(amount)} on ${when}, taken from what counts${where} as a refund${spread}.`
  if (kind === 'fee') return `${money(amount)} on ${when}, taken from what counts${where} as a fee${spread}.`
  const after = fee !== undefined && fee > 0 ? `, ${money(amount - fee)} after the fee` : ''
  return `${money(amount)} on ${when}${after}, counted${where}${spread}.`
}
