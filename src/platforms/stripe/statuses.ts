/** What a payment's status says: money came, none came, or nobody knows. */
export type Paid = 'paid' | 'not-paid' | 'unknown'

const PAID =
  /^(paid|succeeded|success|complete|completed|captured|refunded|refund pending|pending refund|partial(ly)? refund(ed)?|partially paid)$/
/** A payment in dispute was paid; what the dispute took stands in columns of its own. */
const DISPUTED = /^((partially )?disputed?\b|inquiry\b|early fraud warning\b)/
const NOT_PAID =
  /^(fail(ed|ure)?|cancell?ed|incomplete|uncaptured|not captured|pending|processing|blocked|expired|declined|unpaid|abandoned|void(ed)?|open|in progress|requires\b.*)$/

/** Case and spelling of the status vary between Stripe's exports: `Partial refund`, `partially_refunded`, `requires_payment_method`. */
export function paidOf(status: string): Paid {
  const text = status
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
  if (PAID.test(text) || DISPUTED.test(text)) return 'paid'
  return NOT_PAID.test(text) ? 'not-paid' : 'unknown'
}

export function isDisputed(status: string): boolean {
  return DISPUTED.test(
    status
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' '),
  )
}

/** Whether a dispute keeps the money away: it is taken when the dispute opens and comes back when it is won. */
export function takesMoney(disputeStatus: string): boolean {
  return !/^(won|warning|prevented|$)/.test(disputeStatus.trim().toLowerCase())
}

/** Whether a dispute gave back what it had taken. */
export function givesMoneyBack(disputeStatus: string): boolean {
  return disputeStatus.trim().toLowerCase().startsWith('won')
}

/** Whether a status says that money was given back. */
export function saysRefunded(status: string): boolean {
  return /^(refunded|partial(ly)?[\s_-]refund(ed)?)$/i.test(status.trim())
}
