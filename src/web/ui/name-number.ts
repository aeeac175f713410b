import { seedOf } from '#domain/dice.ts'

/** A number for a name, as letters and digits, by which an address can tell whom it means without saying it. */
export function nameNumber(name: string): string {
  return (seedOf(name) >>> 0).toString(36)
}
