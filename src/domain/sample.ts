import type { BookSettings, StreamKind, Work } from './book.ts'
import { dice, type Dice } from './dice.ts'
import type { Sighting } from './entry.ts'
import type { Minor } from './money.ts'
import type { KeptBuffer } from './kept-buffer.ts'
import { addMonths, dayOfMonth, monthOf, monthRange, type Day, type Month } from './month.ts'
import type { Need } from './need.ts'
import { instantOn, line, patronage, payouts, perMille, shop, type Making } from './sample-lines.ts'
import { sampleTime, type SampleTime } from './sample-time.ts'
import type { Target } from './target.ts'

/** Months of the example, the running one included. */
const MONTHS = 30

/** A stream of the example with all its lines. `venture` is the index of its venture; `platform` is empty for money typed in. */
export interface SampleStream {
  name: string
  venture: number
  platform: '' | 'github-sponsors' | 'open-collective' | 'stripe'
  kind: StreamKind
  sightings: Sighting[]
}

/** A whole book as plain facts, ready to be kept. */
export interface Sample {
  settings: BookSettings
  ventures: { name: string; work: Work }[]
  streams: SampleStream[]
  targets: Target[]
  /** What is kept for poorer months. */
  buffer: KeptBuffer
  needs: SampleNeeds[]
  time: SampleTime
}

/** What a venture of the example needs, from its first month on. `venture` is the index of its venture. */
export interface SampleNeeds {
  venture: number
  from: Month
  needs: Need[]
}

const BUFFER = { amount: 360_000, least: 200_000 }

const VENTURES: Sample['ventures'] = [
  { name: 'Editing', work: 'income' },
  { name: 'Obtool', work: 'basic' },
  { name: 'Field notes', work: 'basic' },
  { name: 'Zine shop', work: 'income' },
  { name: 'Choir scores', work: 'basic' },
  { name: 'Workshops', work: 'income' },
]

const INVOICES = ['Proofreading, 40 pages', 'Line edit, two chapters', 'Index of a handbook', 'Style sheet and first pass']
const COURSES = ['Bookbinding, one day', 'Reading scores, evening course', 'Zines with a school class']

function editing(making: Making): Sighting[] {
  const { dice, months, badMonth } = making
  return months
    .filter((month) => month !== badMonth)
    .flatMap((month) =>
      Array.from({ length: dice.between(2, 3) }, (_, i) => {
        const day = dayOfMonth(month, i === 0 ? dice.between(2, 9) : dice.between(12, 28))
        const gross = i === 0 ? dice.between(58, 76) * 1000 : dice.between(9, 24) * 1000
        return line(making, { key: `${month}-${i + 1}`, at: day, kind: 'payment', gross, note: dice.pick(INVOICES) })
      }),
    )
}

function fairs(making: Making): Sighting[] {
  const { dice, months } = making
  return months
    .filter((month) => ['03', '05', '09', '12'].includes(month.slice(5)))
    .flatMap((month) => [
      line(making, {
        key: month,
        at: dayOfMonth(month, 14),
        kind: 'payment',
        gross: dice.between(140, 310) * 100,
        note: 'Table at a fair',
      }),
      line(making, { key: `${month}-table`, at: dayOfMonth(month, 14), kind: 'fee', fees: 4500, note: 'Rent of the table' }),
    ])
}

function workshops(making: Making): Sighting[] {
  const { dice, months, badMonth } = making
  return months
    .filter((month) => month !== badMonth && dice.chance(60))
    .map((month) => {
      const gross: Minor = dice.between(16, 36) * 1000
      return line(making, { key: month, at: dayOfMonth(month, dice.between(5, 27)), kind: 'payment', gross, note: dice.pick(COURSES) })
    })
}

/** Yen by the month only, with a tenth kept back as income tax at the source. */
function royalties(making: Making): Sighting[] {
  return making.months.map((month) => {
    const gross = making.dice.between(90, 240) * 100
    return line(making, { key: month, at: month, kind: 'summary', gross, tax: perMille(gross, 102), note: 'Royalties of the month' })
  })
}

const GITHUB = { perMille: 0, fixed: 0, ownRow: false }
const COLLECTIVE = { perMille: 100, fixed: 0, ownRow: true }
const CARD = { perMille: 15, fixed: 25, ownRow: false }

function githubSponsors(making: Making): Sighting[] {
  const tiers = [300, 500, 500, 500, 1000, 1000, 1500, 2500]
  const lines = patronage(making, { from: 32, to: 44, tiers, yearlyPercent: 12, fee: GITHUB })
  const month = making.months[9] ?? making.badMonth
  const at = instantOn(dayOfMonth(month, 12), making.dice)
  return [...lines, line(making, { key: 'credit', at, kind: 'adjustment', gross: -367, note: 'Prorated credit of a changed tier' })]
}

type Maker = (making: Making) => Sighting[]

/** With what a platform pays out of the stream's balance. */
function paidOut(make: Maker): Maker {
  return (making) => {
    const lines = make(making)
    return [...lines, ...payouts(making, lines)]
  }
}

const obtoolCollective: Maker = (making) =>
  patronage(making, { from: 14, to: 24, tiers: [500, 500, 1000, 1000, 2000, 5000], yearlyPercent: 20, fee: COLLECTIVE })
const fieldNotes: Maker = (making) =>
  patronage(making, { from: 62, to: 96, tiers: [300, 300, 400, 400, 600], yearlyPercent: 15, fee: { ...CARD, fixed: 20 } })
const zineShop: Maker = (making) => shop(making, { orders: [15, 27], prices: [600, 800, 900, 1200, 1800], fee: CARD })
const choirCollective: Maker = (making) =>
  patronage(making, { from: 9, to: 15, tiers: [300, 500, 1000], yearlyPercent: 10, fee: COLLECTIVE })

const STREAMS: (Omit<SampleStream, 'sightings'> & { currency: string; prefix: string; make: Maker })[] = [
  { name: 'Editing, invoices', venture: 0, platform: '', kind: 'service', currency: 'EUR', prefix: 'edit', make: editing },
  {
    name: 'Obtool on GitHub Sponsors',
    venture: 1,
    platform: 'github-sponsors',
    kind: 'patronage',
    currency: 'USD',
    prefix: 'gh',
    make: githubSponsors,
  },
  {
    name: 'Obtool on Open Collective',
    venture: 1,
    platform: 'open-collective',
    kind: 'patronage',
    currency: 'EUR',
    prefix: 'oc',
    make: paidOut(obtoolCollective),
  },
  {
    name: 'Field notes, members',
    venture: 2,
    platform: 'stripe',
    kind: 'patronage',
    currency: 'GBP',
    prefix: 'fn',
    make: paidOut(fieldNotes),
  },
  { name: 'Zine shop, orders', venture: 3, platform: 'stripe', kind: 'sales', currency: 'EUR', prefix: 'zine', make: paidOut(zineShop) },
  { name: 'Zine shop, fairs', venture: 3, platform: '', kind: 'sales', currency: 'EUR', prefix: 'fair', make: fairs },
  {
    name: 'Choir scores on Open Collective',
    venture: 4,
    platform: 'open-collective',
    kind: 'patronage',
    currency: 'USD',
    prefix: 'choir',
    make: choirCollective,
  },
  { name: 'Choir scores, royalties', venture: 4, platform: '', kind: 'royalty', currency: 'JPY', prefix: 'roy', make: royalties },
  { name: 'Workshops', venture: 5, platform: '', kind: 'service', currency: 'EUR', prefix: 'work', make: workshops },
]

/** Whether a line stands in the example's past; a month's sum is told once the month is over. */
function hasHappened(at: string, today: Day): boolean {
  return at.length === 7 ? at < monthOf(today) : at.slice(0, 10) <= today
}

function targets(months: readonly Month[]): Target[] {
  const [first, middle] = [months[0], months[MONTHS / 2]]
  if (first === undefined || middle === undefined) return []
  return [
    { from: first, bare: 1700_00, enough: 2300_00, comfortable: 2600_00 },
    { from: middle, bare: 1900_00, enough: 2600_00, comfortable: 2900_00 },
  ]
}

const NEEDS: readonly Omit<SampleNeeds, 'from'>[] = [
  {
    venture: 1,
    needs: [
      { text: '6 hours a week of maintenance', amount: 640_00, level: 'enough' },
      { text: 'Health cover and pension, this venture’s share', amount: 170_00, level: 'enough' },
      { text: 'Servers, domains, signing keys', amount: 90_00, level: 'bare' },
    ],
  },
  {
    venture: 2,
    needs: [
      { text: 'Hosting and mailing', amount: 45_00, level: 'bare' },
      { text: 'Two days a month at a river, one to write', amount: 280_00, level: 'enough' },
      { text: 'Trains and a place to sleep', amount: 55_00, level: 'enough' },
      { text: 'Water tests by a laboratory', amount: 60_00, level: 'comfortable' },
    ],
  },
  {
    venture: 4,
    needs: [
      { text: 'Engraving software and paper', amount: 20_00, level: 'bare' },
      { text: 'One arrangement a month', amount: 60_00, level: 'enough' },
      { text: 'A recording with a choir', amount: 50_00, level: 'comfortable' },
    ],
  },
]

/**
 * The example book: 6 ventures, 9 streams, 4 currencies, 30 months up to and with the day `today`, refunds, yearly pledges,
 * fees, a dispute and one bad month, in euro cents around a target of 2,600, and
 * what three of the ventures need and how long all of them took. The same seed and day give the same book, and a
 * later day only adds to it while the month is the same. Nobody in it exists.
 */
export function sampleBook(options: { seed: number; today: Day }): Sample {
  const last = monthOf(options.today)
  const months = monthRange(addMonths(last, 1 - MONTHS), last)
  const badMonth = addMonths(last, -8)
  // All of them, also those to come, so that a week is the same whatever the day.
  const courses: Day[] = []
  const streams = STREAMS.map(({ currency, prefix, make, ...stream }, index): SampleStream => {
    const chance: Dice = dice(options.seed * 101 + index)
    const made = make({ dice: chance, months, prefix, currency, badMonth })
    if (make === workshops) courses.push(...made.map(({ at }) => at))
    const sightings = made.filter(({ at }) => hasHappened(at, options.today))
    return { ...stream, sightings: sightings.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.key < b.key ? -1 : 1)) }
  })
  return {
    settings: { name: 'Example', homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'en-IE' },
    ventures: VENTURES.map((venture) => ({ ...venture })),
    streams,
    targets: targets(months),
    buffer: { ...BUFFER, day: dayOfMonth(last, 1) },
    needs: NEEDS.map(({ venture, needs }) => ({ venture, from: addMonths(last, 1 - MONTHS), needs: needs.map((need) => ({ ...need })) })),
    time: sampleTime({ ...options, courses }),
  }
}
