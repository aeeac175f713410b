import type { Month } from '#domain/month.ts'

/** The reference that a month's estimates share with the month's earnings: where these are told, the estimates yield. */
export function monthReference(month: Month): string {
  return `youtube-${month}`
}
