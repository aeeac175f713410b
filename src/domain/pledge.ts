import type { Minor } from './money.ts'
import { monthOf, type Day, type Month } from './month.ts'

export const RHYTHMS = ['once', 'monthly', 'quarterly', 'yearly'] as const
/** How often a pledge is paid. */
export type Rhythm = (typeof RHYTHMS)[number]

/** Months from one payment to the next; null for one that is paid once. */
export const MONTHS_OF: Readonly<Record<Rhythm, number | null>> = { once: null, monthly: 1, quarterly: 3, yearly: 12 }

/** Who pledges. */
export interface Pledger {
  kind: 'person' | 'organisation'
  name: string
  /** Empty where none was given. */
  email: string
}

/** What an organisation's bookkeeping wants to see on its papers; each may be empty. */
export interface Papers {
  purchaseOrder: string
  vatNumber: string
}

/** What a Stripe pledge is called at Stripe; filled as its events come in. */
export interface StripeIds {
  session?: string
  customer?: string
  subscription?: string
}

/**
 * A patron's commitment to a venture. It never becomes an entry: money that comes is linked to it, and what has not come counts
 * in no total.
 */
export interface Pledge {
  /** 128 random bits in hex. */
  id: string
  venture: number
  /** Per payment, minor units of `currency`. */
  amount: Minor
  currency: string
  rhythm: Rhythm
  /** Months that one payment covers: those of the rhythm, or as many as a single payment was meant for. */
  months: number
  way: 'stripe' | 'bank' | 'page'
  /** Where it is paid, for `page`; empty otherwise. */
  page: string
  patron: Pledger
  papers: Papers | null
  /** Whether the patron's name may be shown on the page. */
  named: boolean
  /** Instants, as `2026-11-23T10:00:00Z`. */
  made: string
  cancelled: string | null
  /** Creditor reference (ISO 11649) in the remittance text of a transfer; import finds it again. */
  reference: string
  stripe: StripeIds
  /** Id of the invoice that the recipient uploaded; null without one. */
  invoice: string | null
}

/** A ledger line said to pay a pledge, or said not to: the owner's own decision. */
export interface PledgeLink {
  pledge: string
  stream: number
  key: string
  paid: boolean
}

/** A payment that is linked to a pledge. */
export interface PledgePayment {
  day: Day
  /** Gross, in minor units of the line's own currency. */
  amount: Minor
  currency: string
}

/**
 * Where a pledge stands. `open`: nothing is due yet, or it is within its days of grace. `unchecked`: the imports do not reach the
 * day it was due, so nothing is claimed. `at-risk`: they do, and ten days more, and it did not come. `ended`: that was so for two
 * periods. `paid`: the period that runs is paid, or all of what is paid once.
 */
export type PledgeState = 'open' | 'unchecked' | 'paid' | 'at-risk' | 'ended' | 'cancelled'

export interface PledgeStanding {
  state: PledgeState
  /** Next day on which a payment is due; null when none is. */
  due: Day | null
  /** Last day that the imports cover; null when there is none. */
  checked: Day | null
}

/** What a pledge comes to in one of the months that it covers: floored, in minor units of its currency. */
export function monthlyShare({ amount, months }: Pick<Pledge, 'amount' | 'months'>): Minor {
  return Math.floor(amount / Math.max(1, months))
}

/** Whether a pledge is due by the end of a month and not paid: such a pledge stands beside the month's total, never in it. */
export function isOwedIn(standing: PledgeStanding, month: Month): boolean {
  return standing.due !== null && monthOf(standing.due) <= month
}
