import type { PledgeView } from '#contract/public.ts'
import type { Minor } from '#domain/money.ts'
import type { Day } from '#domain/month.ts'
import type { Fee } from '#domain/publication.ts'
import { stored } from '../stored.ts'

/** One pledge as its patron's browser keeps it, with what was last heard of it. */
export interface KeptPledge {
  id: string
  /** Of the signed link: whoever has it can change the pledge. */
  token: string
  address: string
  title: string
  amount: Minor
  currency: string
  rhythm: PledgeView['rhythm']
  months: number
  way: PledgeView['way']
  made: Day
  /** What each payment costs by the way that was chosen; null where that is not known. */
  fee: Fee | null
  /** Null until it was asked for. */
  state: PledgeView['state'] | null
  payments: PledgeView['payments']
}

export const givingStore = stored('enough.giving', keptPledges)

/** What is kept or was exported, as pledges; whatever is none is left out. */
export function keptPledges(value: unknown): readonly KeptPledge[] {
  return Array.isArray(value) ? value.filter(isKept) : []
}

function isKept(value: unknown): value is KeptPledge {
  if (typeof value !== 'object' || value === null) return false
  const told = value as Partial<Record<keyof KeptPledge, unknown>>
  const texts = [told.id, told.token, told.address, told.title, told.currency, told.rhythm, told.way, told.made]
  return (
    texts.every((text) => typeof text === 'string') &&
    /^\d{4}-\d{2}-\d{2}$/.test(String(told.made)) &&
    [told.amount, told.months].every((number) => Number.isSafeInteger(number)) &&
    Array.isArray(told.payments) &&
    told.payments.every(isPayment)
  )
}

function isPayment(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('day' in value) || !('amount' in value) || !('currency' in value)) return false
  return typeof value.day === 'string' && Number.isSafeInteger(value.amount) && typeof value.currency === 'string'
}

/** Keeps a pledge in this browser, or anew what is known of it. */
export function keepPledge(pledge: KeptPledge): void {
  givingStore.write(merged(givingStore.read(), [pledge]))
}

/** Takes pledges up, each once: what comes later replaces what was there. */
export function merged(kept: readonly KeptPledge[], more: readonly KeptPledge[]): readonly KeptPledge[] {
  return [...new Map([...kept, ...more].map((pledge) => [pledge.id, pledge])).values()]
}

/** Forgets a pledge in this browser; the pledge itself goes on. */
export function forgetPledge(id: string): void {
  givingStore.write(givingStore.read().filter((pledge) => pledge.id !== id))
}

/** What a view says, kept beside the token and the fee. */
export function heard(kept: KeptPledge, { title, state, payments }: PledgeView): KeptPledge {
  return { ...kept, title, state, payments }
}

/** What opens a pledge by the fragment of its address: the token itself, or the one that this browser keeps for a pledge's id. */
export function tokenBehind(fragment: string): string | undefined {
  if (!/^[0-9a-f]{32}$/.test(fragment)) return fragment
  return givingStore.read().find(({ id }) => id === fragment)?.token
}
