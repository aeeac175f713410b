import { exponentOf } from '#domain/currency.ts'
import type { Minor } from '#domain/money.ts'
import { readMoney } from '#web/ui/read-money.ts'
import { stored, useStored } from './stored.ts'

/** What a patron could give in a month. It stays in this browser, and out of every address. */
export interface Gift {
  /** Minor units, at least 1. */
  amount: Minor
  currency: string
}

const FIRST: Gift = { amount: 500, currency: 'EUR' }
/** A slip of the finger, not a gift. */
const MOST = 100_000_000

export const giftStore = stored('enough.gift', giftOf)

export function useGift(): Gift {
  return useStored(giftStore)
}

/** The gift that was kept, or €5. */
export function giftOf(value: unknown): Gift {
  if (typeof value !== 'object' || value === null || !('amount' in value) || !('currency' in value)) return FIRST
  const { amount, currency } = value
  const known = typeof currency === 'string' && exponentOf(currency) !== undefined
  return known && typeof amount === 'number' && isGift(amount) ? { amount, currency } : FIRST
}

/** What was typed as a gift ("€5", "5", "7.50"), in minor units; undefined where it is none. */
export function readGift(text: string, locale: string, currency: string): Minor | undefined {
  const amount = readMoney(text, locale, currency)
  return amount !== undefined && isGift(amount) ? amount : undefined
}

function isGift(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 1 && amount <= MOST
}
