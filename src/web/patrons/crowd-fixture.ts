import type { Crowd } from '#contract/crowd.ts'

const BREADTH = { parts: 0, top: 0, hhi: 0, effective: 0, losses: null }
const NONE = { net: 0, patrons: 0 }

export function streamOf(stream: number, more: Partial<Crowd['streams'][number]> = {}): Crowd['streams'][number] {
  const names = { name: 'Obtool', ventureName: 'Obtool', platform: '', platformName: '' }
  return { stream, venture: 1, ...names, kind: 'patronage', net: 0, unnamed: 0, listed: null, history: [], ...more }
}

export function payerOf(patron: string, ...parts: [stream: number, net: number][]): Crowd['payers'][number] {
  return { patron, name: patron, kind: 'unknown', parts: parts.map(([stream, net]) => ({ stream, net })) }
}

export function movementOf(more: Partial<Crowd['movement']> = {}): Crowd['movement'] {
  return { start: NONE, new: NONE, returned: NONE, more: NONE, less: NONE, gone: NONE, fx: NONE, end: NONE, ...more }
}

/** A crowd of nobody, but for what a test says. */
export function crowdOf(more: Partial<Crowd> = {}): Crowd {
  const { streams = [] } = more
  return {
    lens: 'smoothed',
    currency: 'EUR',
    month: '2026-10',
    enough: null,
    total: streams.reduce((sum, { net }) => sum + net, 0),
    months: [],
    since: null,
    streams,
    currencies: [],
    payers: [],
    others: { patrons: 0, parts: [] },
    breadth: { patron: BREADTH, stream: BREADTH, platform: BREADTH, currency: BREADTH },
    missing: null,
    gifts: { steps: [], named: 0, patrons: 0, smallest: { patrons: 0, share: 0 }, kinds: [] },
    movement: movementOf(),
    lostShare: null,
    churn: { interval: null, gone: 0, patronMonths: 0, months: [], hazard: 0.05, assumed: 500, lifetime: null },
    quick: { gained: 0, lost: 0, ratio: null, months: [] },
    survival: { patrons: 0, steps: [], until: 0, observed: [], cohorts: [] },
    declined: null,
    fees: { known: 0, small: [], cost: 0, gifts: 0, askable: 0, saved: 0 },
    steadiness: null,
    today: '2026-11-27',
    ...more,
  }
}
