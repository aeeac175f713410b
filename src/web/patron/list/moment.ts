import { addDays, dayNumber, type Day } from '#domain/month.ts'

/** The instant now, to the second, as bank files write it. */
export function instantNow(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`
}

/** A new id of 128 random bits, in hex. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The first day after this one from Monday to Friday. Holidays of banks are not known here; a bank takes the next day by itself. */
export function nextBankDay(day: Day): Day {
  const next = addDays(day, 1)
  // 1970-01-01 was a Thursday.
  const weekday = (dayNumber(next) + 4) % 7
  return weekday === 6 ? addDays(next, 2) : weekday === 0 ? addDays(next, 1) : next
}
