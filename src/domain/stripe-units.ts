import { exponentOf } from './currency.ts'
import type { Minor } from './money.ts'

/**
 * Decimals that Stripe's API counts in, where they are not those of ISO 4217: for old reasons it writes 5 UGX as 500, and it counts
 * Ariary whole. https://docs.stripe.com/currencies#special-cases
 */
const STRIPE_EXPONENTS: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 }

/** Powers of ten from Stripe's minor units to ours; positive where ours are finer. */
function shift(currency: string): number {
  const ours = exponentOf(currency) ?? 2
  return ours - (STRIPE_EXPONENTS[currency] ?? ours)
}

/** An amount of the API in our minor units; `currency` is a code in capital letters. */
export function fromStripe(amount: number, currency: string): Minor {
  const by = shift(currency)
  return by >= 0 ? amount * 10 ** by : Math.trunc(amount / 10 ** -by)
}

/** An amount of ours as the API counts it: never more than was pledged. */
export function toStripe(amount: Minor, currency: string): number {
  const by = shift(currency)
  return by <= 0 ? amount * 10 ** -by : Math.trunc(amount / 10 ** by)
}
