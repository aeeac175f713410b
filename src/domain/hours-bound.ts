import type { Stream, StreamKind } from './book.ts'
import { divideHalfEven, type Minor } from './money.ts'

/**
 * How much of a kind's money takes hours, in percent, where nothing was said: an hour of service is paid by the hour, a book that
 * is written sells while one sleeps. An own guess, to be corrected for each stream.
 */
const BY_KIND: Readonly<Record<StreamKind, number>> = {
  patronage: 0,
  royalty: 0,
  sales: 25,
  grant: 50,
  other: 50,
  service: 100,
  wage: 100,
}

/** How much of a stream's money takes hours, in percent: what was said, else what its kind tells. */
export function hoursBound({ bound, kind }: Pick<Stream, 'kind' | 'bound'>): number {
  return bound ?? usualBound(kind)
}

export function usualBound(kind: StreamKind): number {
  return BY_KIND[kind]
}

/** Parts an amount into what takes hours, rounded half to even, and what does not: both sum to it. */
export function partByHours(net: Minor, percent: number): { bound: Minor; free: Minor } {
  const bound = Number(divideHalfEven(BigInt(net) * BigInt(percent), 100n))
  return { bound, free: net - bound }
}
