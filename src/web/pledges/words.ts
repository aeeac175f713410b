import type { Pledge, PledgeState } from '#contract/pledge.ts'
import { addDays, type Day } from '#domain/month.ts'
import { GRACE_DAYS } from '#domain/pledge-standing.ts'
import type { Format } from '#web/ui/format.ts'
import { capital, numberWord } from '#web/ui/number-words.ts'

/** What a state is called, where pledges are chosen by it. */
export const STATES: readonly { value: PledgeState; label: string }[] = [
  { value: 'at-risk', label: 'At risk' },
  { value: 'unchecked', label: 'Not checked' },
  { value: 'open', label: 'Open' },
  { value: 'paid', label: 'Paid' },
  { value: 'ended', label: 'Ended' },
  { value: 'cancelled', label: 'Cancelled' },
]

type Standing = Pick<Pledge, 'state' | 'due' | 'checked' | 'cancelled' | 'rhythm'>

/** Where a pledge stands, in words: what is not known is not claimed. `dayOf` places an instant on a day. */
export function stateWords({ state, due, checked, cancelled, rhythm }: Standing, format: Format, dayOf: (instant: string) => Day): string {
  if (state === 'cancelled') return cancelled === null ? 'cancelled' : `cancelled on ${format.day(dayOf(cancelled))}`
  if (state === 'at-risk') return due === null ? 'at risk' : `at risk since ${format.day(addDays(due, GRACE_DAYS + 1))}`
  if (state === 'unchecked') return checked === null ? 'never checked: no import covers it yet' : `not checked since ${format.day(checked)}`
  if (state === 'ended') return rhythm === 'once' ? 'ended: it did not come' : 'ended: two payments did not come'
  const next = due === null ? '' : `, next on ${format.day(due)}`
  if (state === 'paid') return `paid${next}`
  return due === null ? 'open' : `due on ${format.day(due)}`
}

const EVERY = { monthly: 'a month', quarterly: 'a quarter', yearly: 'a year' } as const

/** "€5 a month", "€60 once, for 12 months" */
export function pledgeAmount(
  { amount, currency, rhythm, months }: Pick<Pledge, 'amount' | 'currency' | 'rhythm' | 'months'>,
  format: Format,
): string {
  const money = format.money(amount, { currency })
  if (rhythm !== 'once') return `${money} ${EVERY[rhythm]}`
  return months > 1 ? `${money} once, for ${format.count(months)} months` : `${money} once`
}

/** By which way it is to be paid. */
export function wayWords({ way, page }: Pick<Pledge, 'way' | 'page'>): string {
  if (way === 'stripe') return 'card, by Stripe'
  if (way === 'bank') return 'bank transfer'
  return page === '' ? 'a page elsewhere' : hostOf(page)
}

function hostOf(address: string): string {
  return /^https?:\/\/([^/?#]+)/i.exec(address)?.[1]?.replace(/^www\./, '') ?? address
}

/** Who pledges, or that no name was given. */
export function patronWords({ patron }: Pick<Pledge, 'patron'>): string {
  return patron.name !== '' ? patron.name : patron.email !== '' ? patron.email : 'someone without a name'
}

/** Why a payment may belong to a pledge, with its days in words. */
export function reasonWords(reasons: readonly string[], format: Format): string {
  return reasons.map((reason) => reason.replace(/\d{4}-\d{2}-\d{2}/g, (day) => format.day(day))).join(' · ')
}

/** What was pledged and how it stands, in a sentence or three. */
export function pledgesSummary(pledges: readonly Pick<Pledge, 'state'>[], proposals: number): string {
  if (pledges.length === 0) return 'No pledge yet. They come from the forms on your public pages.'
  const of = (state: PledgeState) => pledges.filter((pledge) => pledge.state === state).length
  const live = pledges.length - of('ended') - of('cancelled')
  const parts = [`${capital(numberWord(live))} live ${live === 1 ? 'pledge' : 'pledges'}.`]
  if (of('at-risk') > 0) parts.push(`${capital(numberWord(of('at-risk')))} at risk.`)
  if (of('unchecked') > 0) parts.push(`${capital(numberWord(of('unchecked')))} not checked by an import yet.`)
  if (proposals > 0) parts.push(`${capital(numberWord(proposals))} ${proposals === 1 ? 'payment may' : 'payments may'} belong to one.`)
  return parts.join(' ')
}

/** The live ones first, those that want a look before the others; within them the newest. */
export function inOrder<T extends Pick<Pledge, 'state' | 'made'>>(pledges: readonly T[]): T[] {
  const rank = (state: PledgeState) => STATES.findIndex(({ value }) => value === state)
  return pledges.toSorted((a, b) => rank(a.state) - rank(b.state) || (a.made < b.made ? 1 : -1))
}
