import type { NewPledge, PublicVenture, PublicWay } from '#contract/public.ts'
import { exponentOf } from '#domain/currency.ts'
import type { Minor } from '#domain/money.ts'
import type { Rhythm } from '#domain/pledge.ts'
import { isCurrent } from '#domain/public-venture.ts'
import type { Day } from '#domain/month.ts'
import type { Gift } from '../gift.ts'

/** How a patron gives. `cover` is one payment meant for several months. */
export type Cadence = Rhythm | 'cover'

export const CADENCES: readonly { value: Cadence; label: string }[] = [
  { value: 'monthly', label: 'Monthly' },
  { value: 'quarterly', label: 'Quarterly' },
  { value: 'yearly', label: 'Yearly' },
  { value: 'once', label: 'Once' },
  { value: 'cover', label: 'Cover months' },
]

/** What stands in the form. */
export interface BackForm {
  cadence: Cadence
  /** By the month where it is given again and again, else the whole payment; undefined while nothing readable stands there. */
  amount: Minor | undefined
  /** Whether the amount is one that was typed, not one of those offered. */
  other: boolean
  /** Months to cover. */
  months: number
  /** Which of the venture's ways. */
  way: number
  kind: 'person' | 'organisation'
  name: string
  email: string
  named: boolean
  purchaseOrder: string
  vatNumber: string
}

/** Limits of one payment, as the contract has them. */
const LEAST = 100
const MOST = 100_000_000
export const MOST_MONTHS = 24
const WHOLE = [2, 5, 15]

/** Amounts offered by the month: the venture's own, or 2, 5 and 15 of its currency, in one of small units a hundred times as much. */
export function offeredAmounts({ suggested, currency }: Pick<PublicVenture, 'suggested' | 'currency'>): Minor[] {
  if (suggested.length > 0) return suggested
  const unit = Math.max(100, 10 ** (exponentOf(currency) ?? 2))
  return WHOLE.map((amount) => amount * unit)
}

/** The form as it opens: with the gift that was typed while browsing, where it is in the venture's currency. */
export function firstForm(venture: Pick<PublicVenture, 'suggested' | 'currency'>, gift: Gift): BackForm {
  const offered = offeredAmounts(venture)
  const wished = gift.currency === venture.currency ? gift.amount : undefined
  const amount = wished ?? offered[Math.min(1, offered.length - 1)]
  return {
    cadence: 'monthly',
    amount,
    other: wished !== undefined && !offered.includes(wished),
    months: 3,
    way: 0,
    kind: 'person',
    name: '',
    email: '',
    named: false,
    purchaseOrder: '',
    vatNumber: '',
  }
}

/** Months that one payment covers. */
export function monthsPaid({ cadence, months }: Pick<BackForm, 'cadence' | 'months'>): number {
  return { once: 1, monthly: 1, quarterly: 3, yearly: 12, cover: months }[cadence]
}

/** Each payment: what is given by the month comes together for a quarter or a year. */
export function paymentOf({ cadence, amount, months }: Pick<BackForm, 'cadence' | 'amount' | 'months'>): Minor | undefined {
  if (amount === undefined) return undefined
  return cadence === 'cover' || cadence === 'once' ? amount : amount * monthsPaid({ cadence, months })
}

export interface CoverPrice {
  key: 'missing' | 'all'
  amount: Minor
}

/** What covering months comes to: only beside exact money that still claims something, else nothing is told. */
export function coverPrices({ carried }: Pick<PublicVenture, 'carried'>, months: number, today: Day): CoverPrice[] {
  if (!carried || carried.net === undefined || carried.enough === undefined || !isCurrent(carried, today)) return []
  const missing = carried.enough - Math.max(0, carried.net)
  return [
    ...(missing > 0 && missing < carried.enough ? [{ key: 'missing' as const, amount: missing * months }] : []),
    { key: 'all' as const, amount: carried.enough * months },
  ]
}

export type BackTrouble = Partial<Record<'amount' | 'name' | 'email', string>>

/** What is wrong with the form, at the field it is wrong in; `money` writes an amount. */
export function backTrouble(form: BackForm, money: (amount: Minor) => string): BackTrouble {
  const payment = paymentOf(form)
  const trouble: BackTrouble = {}
  if (payment === undefined) trouble.amount = 'Say how much.'
  else if (payment < LEAST) trouble.amount = `A payment is ${money(LEAST)} at least.`
  else if (payment > MOST) trouble.amount = `A payment is ${money(MOST)} at most.`
  const name = form.name.trim()
  if (name === '' && form.kind === 'organisation') trouble.name = 'Give the name of the organisation: it stands on its papers.'
  else if (name === '' && form.named) trouble.name = 'Give the name that may be shown, or take the consent back.'
  if (form.email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(form.email.trim())) trouble.email = 'This is no e-mail address.'
  return trouble
}

/** The form as the contract wants it; the form has no trouble. */
export function pledgeOf(form: BackForm, way: PublicWay, currency: string): NewPledge {
  const { cadence, kind, purchaseOrder, vatNumber } = form
  return {
    amount: paymentOf(form) ?? 0,
    currency,
    rhythm: cadence === 'cover' ? 'once' : cadence,
    months: monthsPaid(form),
    way: way.kind,
    page: way.kind === 'page' ? way.url : '',
    patron: { kind, name: form.name.trim(), email: form.email.trim() },
    named: form.named,
    papers: kind === 'organisation' ? { purchaseOrder: purchaseOrder.trim(), vatNumber: vatNumber.trim() } : null,
  }
}
