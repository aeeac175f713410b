import { Stripe } from 'stripe'

/** What of the environment has to do with Stripe. */
export interface StripeEnvironment {
  STRIPE_KEY?: string | undefined
  STRIPE_WEBHOOK_SECRET?: string | undefined
  STRIPE_API?: string | undefined
}

const TIMEOUT_MS = 15_000

/**
 * Stripe by the key of the environment; undefined without one. Only a key that can do little is taken, and never a full live one:
 * this app may stand on the internet. `STRIPE_API` puts a stand-in on this machine in Stripe's place, for tests.
 */
export function openStripe({ STRIPE_KEY: key = '', STRIPE_API: api = '' }: StripeEnvironment): Stripe | undefined {
  if (key === '') return undefined
  if (!/^(rk_(live|test)_|sk_test_)\w+$/.test(key)) {
    throw new Error('Failed to take STRIPE_KEY: it is not a restricted key. Make one at Stripe that begins with rk_, and use that.')
  }
  const options = { timeout: TIMEOUT_MS, maxNetworkRetries: 1, telemetry: false }
  if (api === '') return new Stripe(key, options)
  const url = URL.parse(api)
  if (url?.protocol !== 'http:' || !/^(127\.0\.0\.1|localhost)$/.test(url.hostname) || !/^rk_test_|^sk_test_/.test(key)) {
    throw new Error(`Failed to take STRIPE_API "${api}": it is no http address of this machine, or the key is a live one. Leave it out.`)
  }
  return new Stripe(key, { ...options, host: url.hostname, port: url.port, protocol: 'http', maxNetworkRetries: 0 })
}
