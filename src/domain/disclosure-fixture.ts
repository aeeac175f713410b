import * as fc from 'fast-check'
import type { VentureFacts } from './disclosure.ts'
import { addMonths } from './month.ts'
import type { Need, VentureTarget } from './need.ts'
import type { PatronShare } from './patron-groups.ts'
import { draftPublication, type BankWay, type Publication, type Way } from './publication.ts'

export const VENTURE = 7
export const SECRET = '00112233445566778899aabbccddeeff'
export const COVERED = '2026-10'
export const RUNNING = '2026-11'
const FEE = { fixed: 30, basisPoints: 290 }

export const BANK: BankWay = { kind: 'bank', holder: 'Ada Example', iban: 'DE75512108001245126199', consent: true, since: '2026-01-02' }
export const WAYS: Way[] = [
  { kind: 'stripe', fee: FEE },
  BANK,
  { kind: 'page', platform: 'GitHub Sponsors', url: 'https://github.example/sponsors/ada', fee: FEE },
]

/** A public page with everything switched on that may be. */
export const OPEN: Publication = {
  ...draftPublication({ id: VENTURE, name: 'Obtool' }, SECRET),
  visibility: 'public',
  since: '2026-01-02',
  shows: { needs: true, history: true, patrons: true, split: true, names: true, pledged: true },
  suggested: [200, 500, 1500],
  ways: WAYS,
  contact: { legalName: 'Ada Example', email: 'ada@example.org', country: 'DE', privacy: 'Kept here.', refunds: 'Within 14 days.' },
  packages: ['pkg:npm/obtool'],
  overflow: { on: true, peers: [{ title: 'Choir scores', address: 'choir' }] },
  funding: {
    entity: 'individual',
    role: 'owner',
    email: 'fund@example.org',
    repository: 'https://git.example/obtool',
    licences: ['MIT'],
  },
}

export function need(amount: number, level: Need['level'] = 'enough', text = `Need of ${level}`): Need {
  return { text, amount, level }
}

export function patrons(people: number, organisations: number, unknown = 0): PatronShare[] {
  const some = (count: number, kind: PatronShare['kind'], net: number) => Array.from({ length: count }, (_, i) => ({ kind, net: net + i }))
  return [...some(people, 'person', 500), ...some(organisations, 'organisation', 5_000), ...some(unknown, 'unknown', 100)]
}

export const FACTS: VentureFacts = {
  today: '2026-11-23',
  work: 'basic',
  currency: 'EUR',
  months: ['2026-08', '2026-09', COVERED, RUNNING].map((month) => ({ month, net: 61_100 })),
  covered: COVERED,
  unconverted: [],
  targets: [{ venture: VENTURE, from: '1999-01', needs: [need(64_000, 'bare'), need(17_000), need(9_000), need(40_000, 'comfortable')] }],
  patrons: patrons(69, 5),
  names: ['Zoe', 'Ångström Ltd', 'Ben'],
  pledged: 2_500,
  before: null,
  cards: true,
  site: { url: 'https://fund.example', listed: ['choir'], secrets: [SECRET] },
}

const money = fc.integer({ min: -50_000, max: 5_000_000 })
const needs = fc.array(
  fc.record({
    text: fc.string({ maxLength: 8 }),
    amount: fc.integer({ min: 1, max: 1_000_000 }),
    level: fc.constantFrom('bare', 'enough', 'comfortable'),
  }),
  { minLength: 1, maxLength: 6 },
)
const targets: fc.Arbitrary<VentureTarget[]> = fc
  .array(needs, { maxLength: 3 })
  .map((all) => all.map((some, i) => ({ venture: VENTURE, from: addMonths(RUNNING, -6 * i), needs: some })))
const standing = fc.record({
  percent: fc.integer({ min: 0, max: 40 }).map((steps) => steps * 5),
  month: fc.constantFrom('2026-09', COVERED),
  changed: fc.constantFrom('2026-11-20', FACTS.today),
})

/** Facts of any venture. */
export const anyFacts: fc.Arbitrary<VentureFacts> = fc
  .record({
    nets: fc.array(money, { maxLength: 30 }),
    covered: fc.constantFrom(COVERED, '2026-08', null),
    targets,
    patrons: fc.array(fc.record({ kind: fc.constantFrom('person', 'organisation', 'unknown'), net: money }), { maxLength: 30 }),
    names: fc.array(fc.string({ maxLength: 6 }), { maxLength: 4 }),
    pledged: fc.nat(100_000),
    before: fc.option(standing),
  })
  .map(({ nets, ...facts }) => ({ ...FACTS, ...facts, months: nets.map((net, i) => ({ month: addMonths(RUNNING, -i), net })) }))

/** Publications of any reach, mode and switches. */
export const anyPublication: fc.Arbitrary<Publication> = fc
  .record({
    visibility: fc.constantFrom('private', 'unlisted', 'public'),
    money: fc.constantFrom('exact', 'percent', 'hidden'),
    shows: fc.record({
      needs: fc.boolean(),
      history: fc.boolean(),
      patrons: fc.boolean(),
      split: fc.boolean(),
      names: fc.boolean(),
      pledged: fc.boolean(),
    }),
    ways: fc.subarray(WAYS),
    contact: fc.constantFrom(OPEN.contact, null),
    overflow: fc.record({ on: fc.boolean(), peers: fc.constant(OPEN.overflow.peers) }),
  })
  .map((said) => ({ ...OPEN, ...said }))
