import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { disclose, isHeldToday, missingRates, standingPercent, type VentureFacts } from './disclosure.ts'
import { anyFacts, anyPublication, BANK, COVERED, FACTS, need, OPEN, RUNNING, SECRET, VENTURE } from './disclosure-fixture.ts'
import { addDays, addMonths } from './month.ts'
import { levelsOf } from './need.ts'
import type { Publication } from './publication.ts'

const bytes = (publication: Publication, facts: VentureFacts) => JSON.stringify(disclose(publication, facts))
const shown = (change: Partial<Publication>, facts: Partial<VentureFacts> = {}) => {
  const record = disclose({ ...OPEN, ...change }, { ...FACTS, ...facts })
  if (!record) throw new Error('The page is private.')
  return record
}
const months = (...nets: number[]) => nets.map((net, i) => ({ month: addMonths(COVERED, i + 1 - nets.length), net }))
const enoughOf = (facts: VentureFacts) =>
  levelsOf(facts.targets.toSorted((a, b) => (a.from < b.from ? 1 : -1)).find(({ from }) => from <= (facts.covered ?? ''))?.needs ?? [])
    .enough

/** What hides something, what then changes in the publication, and what in the book. */
type Hidden = [hidden: Partial<Publication>, change: Partial<Publication>, facts: Partial<VentureFacts>]

/** All money of a venture k times, as its book would hold it. */
function timesMoney(facts: VentureFacts, k: number): VentureFacts {
  return {
    ...facts,
    months: facts.months.map(({ month, net }) => ({ month, net: net * k })),
    targets: facts.targets.map((target) => ({ ...target, needs: target.needs.map((one) => ({ ...one, amount: one.amount * k })) })),
    patrons: facts.patrons.map(({ kind, net }) => ({ kind, net: net * k })),
    pledged: facts.pledged * k,
  }
}

test('a percent-only page is the same to the byte, by whatever its money and its target are multiplied', () => {
  fc.assert(
    fc.property(anyPublication, anyFacts, fc.integer({ min: 1, max: 1_000 }), (publication, facts, k) => {
      const percent = { ...publication, money: 'percent' as const }
      const more = { ...percent, suggested: percent.suggested.map((amount) => amount * k) }
      expect(bytes(more, timesMoney(facts, k))).toBe(bytes(percent, facts))
    }),
  )
})

test('money that is hidden changes no byte, whatever it is', () => {
  fc.assert(
    fc.property(anyPublication, anyFacts, anyFacts, (publication, facts, other) => {
      const { covered, months, pledged, before } = other
      // Who the patrons are is told by its own switches; what they brought is money. So are the words of the needs, and their amounts.
      const patrons = facts.patrons.map(({ kind, net }, i) => ({ kind, net: net > 0 ? 1 + i * 77 : 0 }))
      const change = { covered, months, pledged, before, patrons, targets: [{ venture: VENTURE, from: '1999-01', needs: [need(7_777)] }] }
      const hidden = { ...publication, money: 'hidden' as const, shows: { ...publication.shows, needs: false } }
      expect(bytes(hidden, { ...facts, ...change })).toBe(bytes(hidden, facts))
    }),
  )
})

test.each<[what: string, ...Hidden]>([
  ['a page', { visibility: 'private' }, { title: 'Other', text: 'Other', tags: ['other'] }, { months: [], patrons: [], names: [] }],
  [
    'needs of a percent-only page',
    shows('needs'),
    {},
    { targets: [{ venture: VENTURE, from: '1999-01', needs: [need(90_000, 'bare', 'Secret')] }] },
  ],
  [
    'what would be comfortable',
    { money: 'percent' },
    {},
    { targets: FACTS.targets.map((t) => ({ ...t, needs: [...t.needs, need(7_777, 'comfortable')] })) },
  ],
  ['history of a percent-only page', { money: 'percent' }, {}, { months: [...months(1, 61_100), { month: RUNNING, net: 7_777 }] }],
  ['history', { money: 'exact', ...shows('history') }, {}, { months: [...months(1, 61_100), { month: RUNNING, net: 61_100 }] }],
  ['patrons', shows('patrons', 'split'), {}, { patrons: [{ kind: 'person', net: 7_777 }] }],
  ['names', shows('names'), {}, { names: ['Mallory'] }],
  ['what is pledged', { money: 'exact', ...shows('pledged') }, {}, { pledged: 7_777 }],
  ['suggested amounts of a percent-only page', { money: 'percent' }, { suggested: [7_777] }, {}],
  [
    'peers while nothing is passed on',
    { overflow: { on: false, peers: [] } },
    { overflow: { on: false, peers: [{ title: 'Other', address: 'choir' }] } },
    {},
  ],
  [
    'an account without consent',
    { ways: [{ ...BANK, consent: false }] },
    { ways: [{ ...BANK, consent: false, holder: 'Other', iban: 'GB33BUKB20201555555555' }] },
    {},
  ],
  [
    'accounts that stood there once',
    {},
    { formerAccounts: [{ holder: 'Other', iban: 'GB33BUKB20201555555555', from: '2026-01-02', until: '2026-02-03' }] },
    {},
  ],
  ['ways to pay without a contact', { contact: null }, { contact: null, ways: [] }, {}],
  ['a contact without a way to pay', { ways: [] }, { ways: [], contact: null }, {}],
  ['the readable address of an unlisted page', { visibility: 'unlisted' }, { slug: 'other' }, {}],
  ['the secret address of a public page', {}, { secret: SECRET.toUpperCase() }, {}],
  [
    "another venture's target",
    { money: 'exact' },
    {},
    { targets: [...FACTS.targets, { venture: 8, from: '2026-10', needs: [need(7_777)] }] },
  ],
])('changing what is hidden changes no byte: %s', (_, ...[hidden, change, facts]) => {
  const publication = { ...OPEN, ...hidden }
  expect(bytes({ ...publication, ...change }, { ...FACTS, ...facts })).toBe(bytes(publication, FACTS))
})

function shows(...off: (keyof Publication['shows'])[]): Pick<Publication, 'shows'> {
  return { shows: { ...OPEN.shows, ...Object.fromEntries(off.map((name) => [name, false])) } }
}

test('a percentage beside no amounts is a multiple of 5, never above the truth and less than 5 points below it', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { carried } = disclose({ ...OPEN, money: 'percent' }, { ...facts, before: null }) ?? { carried: null }
      if (carried === null) {
        expect(facts.covered === null || enoughOf(facts) === 0).toBe(true)
        return
      }
      const net = Math.max(0, facts.months.find(({ month }) => month === facts.covered)?.net ?? 0)
      expect(carried.percent % 5).toBe(0)
      expect(BigInt(carried.percent) * BigInt(enoughOf(facts)) <= BigInt(net) * 100n).toBe(true)
      expect(BigInt(carried.percent + 5) * BigInt(enoughOf(facts)) > BigInt(net) * 100n).toBe(true)
    }),
  )
})

test('within its five points, money moves no byte of a percent-only page', () => {
  const base = { ...FACTS, targets: [{ venture: VENTURE, from: '1999-01', needs: [need(100_000)] }] }
  fc.assert(
    fc.property(anyPublication, fc.integer({ min: 0, max: 40 }), fc.nat(4_999), (publication, steps, more) => {
      const percent = { ...publication, money: 'percent' as const, overflow: { on: false, peers: [] } }
      const least = bytes(percent, { ...base, months: months(steps * 5_000) })
      expect(bytes(percent, { ...base, months: months(steps * 5_000 + more) })).toBe(least)
    }),
  )
})

test('a percentage beside no amounts, and whether it passes on, change at most once a day', () => {
  const day = fc.integer({ min: 0, max: 3 }).map((count) => addDays(FACTS.today, count))
  fc.assert(
    fc.property(fc.array(fc.tuple(day, fc.nat(200_000)), { minLength: 2, maxLength: 12 }), (steps) => {
      const changes = new Map<string, number>()
      let before: VentureFacts['before'] = null
      let last: string | undefined
      for (const [today, net] of steps.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
        const facts = { ...FACTS, today, before, months: months(net, net, net) }
        const record = shown({ money: 'percent' }, facts)
        before = standingPercent(OPEN, record, facts)
        const told = JSON.stringify([record.carried?.percent, record.overflow])
        if (last !== undefined && told !== last) changes.set(today, (changes.get(today) ?? 0) + 1)
        last = told
      }
      expect([...changes.values()].every((count) => count === 1)).toBe(true)
    }),
  )
})

test('nothing is claimed of a month with money that has no rate, however much else came in', () => {
  fc.assert(
    fc.property(anyPublication, anyFacts, (publication, facts) => {
      const without = disclose(publication, { ...facts, unconverted: ['RUB'] })
      expect(without?.carried ?? null).toBeNull()
      expect(without?.overflow ?? []).toEqual([])
      const told = disclose({ ...publication, visibility: 'public' }, facts)?.carried ?? null
      expect(missingRates({ ...publication, visibility: 'public' }, { ...facts, unconverted: ['RUB'] })).toEqual(told ? ['RUB'] : [])
    }),
  )
})

test('where a percentage is kept for the day, it keeps the month that it is of', () => {
  const before = { percent: 35, month: '2026-09', changed: FACTS.today }
  expect(shown({ money: 'percent' }, { before }).carried).toEqual({ percent: 35, month: '2026-09', asOf: '2026-09-30' })
  expect(isHeldToday(OPEN, { ...FACTS, before })).toBe(true)
  expect(isHeldToday({ ...OPEN, money: 'exact' }, { ...FACTS, before })).toBe(false)
  const yesterday = { ...before, changed: '2026-11-22' }
  expect(isHeldToday(OPEN, { ...FACTS, before: yesterday })).toBe(false)
  expect(shown({ money: 'percent' }, { before: yesterday }).carried).toEqual({ percent: 65, month: COVERED, asOf: '2026-10-31' })
})

test('beside exact money, parts sum: needs to enough, groups to what all patrons brought', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { carried, needs, patrons } = disclose({ ...OPEN, money: 'exact' }, facts) ?? shown({})
      if (carried) expect(needs.reduce((sum, { amount = 0 }) => sum + amount, 0)).toBe(carried.enough)
      const brought = facts.patrons.reduce((sum, { net }) => sum + Math.max(0, net), 0)
      if (patrons.split) expect((patrons.split.peopleNet ?? 0) + (patrons.split.organisationsNet ?? 0)).toBe(brought)
    }),
  )
  expect(shown({ money: 'exact' }).patrons.split).toEqual({ people: 69, organisations: 5, peopleNet: 36_846, organisationsNet: 25_010 })
})

test('shares of the needs sum to 100', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { needs } = disclose({ ...OPEN, money: 'percent' }, facts) ?? shown({})
      if (needs.length > 0) expect(needs.reduce((sum, { percent = 0 }) => sum + percent, 0)).toBe(100)
      expect(needs.every(({ amount }) => amount === undefined)).toBe(true)
    }),
  )
  const three = [{ venture: VENTURE, from: '1999-01', needs: [need(1), need(1), need(1)] }]
  expect(shown({}, { targets: three }).needs.map(({ percent }) => percent)).toEqual([34, 33, 33])
})

test('the page of the mock-up: 68 % of enough, floored to 65 where amounts are not told', () => {
  const exact = shown({ money: 'exact' }, { months: months(61_100, 61_285) })
  expect(exact.carried).toEqual({
    percent: 68,
    month: COVERED,
    asOf: '2026-10-31',
    net: 61_285,
    enough: 90_000,
    running: { month: RUNNING, net: 0 },
    pledged: 2_500,
  })
  expect(exact.history.map(({ month, net }) => [month, net])).toEqual([
    ['2026-09', 61_100],
    [COVERED, 61_285],
  ])
  expect(shown({}, { months: months(61_285) }).carried).toEqual({ percent: 65, month: COVERED, asOf: '2026-10-31' })
})

test('the target is the one in force in the month of the percentage', () => {
  const later = { venture: VENTURE, from: RUNNING, needs: [need(1)] }
  expect(shown({ money: 'exact' }, { targets: [...FACTS.targets, later] }).carried?.enough).toBe(90_000)
  expect(shown({}, { targets: [later] }).carried).toBeNull()
  expect(shown({}, { targets: [later] }).needs).toEqual([{ text: 'Need of enough', percent: 100 }])
})

test('others are named once a venture had enough in two of three months, and has it now', () => {
  const named = (nets: number[], change: Partial<Publication> = {}, facts: Partial<VentureFacts> = {}) =>
    shown(change, { ...facts, months: months(...nets) }).overflow
  const peers = [{ title: 'Choir scores', address: 'choir' }]
  expect(named([0, 90_000, 90_000])).toEqual(peers)
  expect(named([90_000, 0, 90_000])).toEqual(peers)
  expect(named([0, 0, 900_000])).toEqual([])
  expect(named([90_000, 90_000, 80_000])).toEqual([])
  expect(named([90_000, 90_000, 90_000], { money: 'hidden' })).toEqual([])
  expect(named([90_000, 90_000, 90_000], { overflow: { on: false, peers } })).toEqual([])
  expect(named([90_000, 90_000, 90_000], {}, { today: '2026-12-20' })).toEqual([])
})
