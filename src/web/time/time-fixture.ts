import type { Time } from '#contract/time.ts'

/** Hours and money of a book of nobody, but for what a test says. */
export function timeOf(more: Partial<Time> = {}): Time {
  return {
    currency: 'EUR',
    today: '2026-11-27',
    plan: { floor: 40, sustainable: null },
    weeks: [],
    months: [],
    share: null,
    under: 0,
    missed: false,
    month: '2026-10',
    knownMonths: 6,
    care: { care: 0, paid: 0 },
    ventures: [],
    ground: { months: MONTHS, streams: [] },
    enough: null,
    usual: null,
    patronage: null,
    free: null,
    ceiling: null,
    ...more,
  }
}

/** The six full months before November 2026. */
export const MONTHS = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']

/** A stream of a venture of the same name, with what of each month takes hours and what does not. */
export function groundOf(name: string, more: Partial<Time['ground']['streams'][number]> = {}): Time['ground']['streams'][number] {
  const nothing = MONTHS.map(() => 0)
  const names = { stream: 1, name, venture: 1, ventureName: name }
  return { ...names, kind: 'service', archived: false, bound: nothing, free: nothing, minutes: null, ...more }
}
