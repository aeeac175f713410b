import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import type { Year } from '#domain/outlook.ts'

/** Two streams of eight months, a wage among them, for tests of words and layouts. */
export const outlookFacts: Outlook = {
  lens: 'cash',
  currency: 'EUR',
  today: '2026-11-22',
  first: '2026-03',
  streams: [
    {
      stream: 1,
      name: 'GitHub Sponsors',
      ventureName: 'Obtool',
      kind: 'patronage',
      archived: false,
      net: filled(8, 50_000),
      yearly: [0, 12_000, 0, 0, 0, 0, 0, 0],
    },
    { stream: 2, name: 'Archive', ventureName: 'Day job', kind: 'wage', archived: false, net: filled(8, 80_000), yearly: filled(8, 0) },
  ],
  known: [{ stream: 0, patron: 'ada', ahead: 5, amount: 12_000, chance: 750, months: 1 }],
  renewed: { due: 0, renewed: 0 },
  silent: [],
  targets: [{ from: '2026-01', bare: 100_000, enough: 200_000, comfortable: 300_000 }],
  recalibration: 1_000,
  record: [],
  promised: false,
}

export const planFacts: Plans = {
  buffer: { amount: 300_000, least: 100_000, day: '2026-11-01' },
  scenarios: [],
  agreed: [],
  ventures: [
    { venture: 7, name: 'Obtool' },
    { venture: 8, name: 'Day job' },
  ],
  streams: [
    { stream: 1, venture: 7, platform: 'github-sponsors' },
    { stream: 2, venture: 8, platform: '' },
  ],
  patrons: [{ patron: 'ada', name: 'Ada', yearly: 6_000, parts: [{ stream: 1, net: filled(8, 500) }] }],
  fees: [{ platform: 'github-sponsors', name: 'GitHub Sponsors', gross: 100_000, fees: 5_000, net: 95_000 }],
  gift: 500,
  leaving: 45,
  paidAhead: 9_000,
}

/** A year that is the same each month. */
export function calmYear({ low, pay, goal = 640_000 }: { low: number; pay: number; goal?: number }): Year {
  const band = { low, middle: low + 20_000, high: low + 40_000 }
  return {
    ahead: filled(12, band),
    sum: { low: low * 12, middle: band.middle * 12, high: band.high * 12 },
    ofTen: filled(12, 6),
    singles: [filled(12, low + 10_000)],
    pay: { pay, shortfall: 98, lowest: 1, left: filled(12, { low: 10_000, middle: 20_000, high: 30_000 }) },
    enoughShort: 400,
    goal,
  }
}

function filled<T>(length: number, value: T): T[] {
  return Array.from({ length }, () => value)
}
