import { streamLabel } from '#web/month/stream-label.ts'

/** A stream with its venture, no name said twice: "Obtool · GitHub Sponsors", or "Stripe" where both are called so. */
export function streamTitle(stream: { name: string; ventureName: string }): string {
  return [stream.ventureName, streamLabel(stream)].filter((part) => part !== '').join(' · ')
}
