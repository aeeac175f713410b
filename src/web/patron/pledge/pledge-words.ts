import type { PledgeView } from '#contract/public.ts'
import type { Format } from '#web/ui/format.ts'

type Amounts = Pick<PledgeView, 'amount' | 'currency' | 'rhythm' | 'months'>

const EACH = { once: 'once', monthly: 'a month', quarterly: 'a quarter', yearly: 'a year' } as const

/** "€5 a month", "€60 once, for 12 months". */
export function pledgeWords({ amount, currency, rhythm, months }: Amounts, format: Format): string {
  const each = `${format.money(amount, { currency })} ${EACH[rhythm]}`
  return rhythm === 'once' && months > 1 ? `${each}, for ${months} months` : each
}

type Standing = Pick<PledgeView, 'state' | 'due' | 'checked' | 'rhythm' | 'payments' | 'way'>

/**
 * Where a pledge stands, in plain words. It never says that somebody did not pay where only nobody has looked: a payment is linked
 * when its recipient's books reach that day.
 */
export function stateWords({ state, due, checked, rhythm, payments, way }: Standing, format: Format): string {
  const on = due === null ? undefined : format.day(due)
  switch (state) {
    case 'open':
      if (payments.length > 0) return on === undefined ? 'Everything that was due has come.' : `The next payment is due on ${on}.`
      return way === 'bank'
        ? 'Noted. The first payment has not been seen yet: a transfer takes a few days.'
        : 'Noted. The first payment has not been seen yet.'
    case 'unchecked':
      return checked === null ? 'Not checked yet: the recipient’s books have not come in.' : `Not checked since ${format.day(checked)}.`
    case 'paid':
      return on === undefined || rhythm === 'once' ? 'Paid.' : `Paid. The next payment is due on ${on}.`
    case 'at-risk':
      return on === undefined ? 'The last payment has not been seen.' : `The payment due on ${on} has not been seen.`
    case 'ended':
      return rhythm === 'once' && payments.length > 0 ? 'Paid, and with that complete.' : 'Ended: two payments in a row have not been seen.'
    case 'cancelled':
      return 'Cancelled. No further payment is expected.'
  }
}

/** One or two words for a table. */
export function stateName(state: PledgeView['state']): string {
  const names = { open: 'open', unchecked: 'not checked', paid: 'paid', 'at-risk': 'at risk', ended: 'ended', cancelled: 'cancelled' }
  return names[state]
}

/** Whether payments are still expected. */
export function goesOn({ state }: Pick<PledgeView, 'state'>): boolean {
  return state !== 'cancelled' && state !== 'ended'
}
