import { startStripeFake, type StripeFake } from '../src/public/stripe-http-fixture.ts'

export interface JourneyStripe extends StripeFake {
  /** What a server is started with, so that it takes the fake for Stripe. */
  env: { STRIPE_KEY: string; STRIPE_WEBHOOK_SECRET: string; STRIPE_API: string }
}

/**
 * A stand-in for Stripe, with a page to pay on and a portal to cancel in.
 * @param publicUrl the public app's address, to whose webhook every event is sent
 */
export async function startJourneyStripe(publicUrl: string): Promise<JourneyStripe> {
  const fake = await startStripeFake({ webhook: `${publicUrl.replace(/\/$/, '')}/api/public/v1/stripe` })
  return { ...fake, env: { STRIPE_KEY: 'rk_test_fake', STRIPE_WEBHOOK_SECRET: fake.secret, STRIPE_API: fake.url } }
}
