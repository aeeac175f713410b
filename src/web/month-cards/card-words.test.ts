import { expect, test } from 'vitest'
import type { MonthPage } from '#contract/income.ts'
import type { Time } from '#contract/time.ts'
import { crowdOf } from '#web/patrons/crowd-fixture.ts'
import { createFormat } from '#web/ui/format.ts'
import { carrierRows, carriersSentence } from './carrier-rows.ts'
import { stopsSentence, venturesWords, wholeOf, withoutEach } from './without-each.ts'
import { basicSentence, boughtWithSentence, hoursOf, noHoursSentence, workTag } from './work-words.ts'

const format = createFormat('en-IE', 'EUR')
const AMOUNTS: [venture: number, name: string, net: number][] = [
  [1, 'Editing', 82_000],
  [2, 'Obtool', 38_800],
  [2, 'Obtool', 22_300],
  [3, 'Field notes', 40_200],
  [4, 'Zine shop', 28_600],
  [5, 'Choir scores', 29_300],
]
type Told = Pick<MonthPage, 'month' | 'today' | 'running' | 'lens' | 'total' | 'target' | 'streams' | 'dependable' | 'unconverted'>

function pageOf(amounts = AMOUNTS, more: Partial<Told> = {}): Told {
  const streams = amounts.map(([venture, ventureName, net], stream): MonthPage['streams'][number] => {
    return { stream, name: '', platformName: '', venture, ventureName, kind: 'patronage', net, history: [], usual: null, before: [] }
  })
  const net = amounts.reduce((sum, [, , one]) => sum + one, 0)
  const total = { gross: net, fees: 0, refunds: 0, tax: 0, net, entries: amounts.length }
  const target = { from: '2026-01', bare: 190_000, enough: 260_000, comfortable: 290_000 }
  return {
    month: '2026-11',
    today: '2026-11-22',
    running: true,
    lens: 'cash',
    total,
    target,
    streams,
    dependable: null,
    unconverted: [],
    ...more,
  }
}

test('without the largest venture so much of enough is kept, as the mock-up reckons it', () => {
  const page = pageOf()
  // 2,412 − 820 = 1,592 of 2,600.
  expect(stopsSentence(page, format)).toBe('Without the largest, Editing (34%), you would keep 61% of enough.')
  expect(withoutEach(page).map(({ name, left }) => [name, left])).toEqual([
    ['Editing', 159_200],
    ['Obtool', 180_100],
    ['Field notes', 201_000],
    ['Choir scores', 211_900],
    ['Zine shop', 212_600],
  ])
  // 2,412² ÷ (820² + 611² + 402² + 286² + 293²) = 4.23: Obtool is two streams, and one venture.
  expect(venturesWords(page, format)).toEqual({ count: '5 ventures', equal: 'as if 4.2 equal ones' })
})

test('one venture, no target, nothing and too little are said in words of their own', () => {
  expect(stopsSentence(pageOf([[1, 'Editing', 82_000]]), format)).toBe(
    'All that came in November is of Editing: nothing would be left without it.',
  )
  expect(venturesWords(pageOf([[1, 'Editing', 82_000]]), format)).toEqual({ count: '1 venture', equal: '' })
  const untargeted = pageOf(AMOUNTS.slice(0, 2), { target: null })
  expect(wholeOf(untargeted)).toEqual({ amount: 120_800, word: 'the month' })
  expect(stopsSentence(untargeted, format)).toBe('Without the largest, Editing (68%), you would keep 32% of the month.')
  expect(stopsSentence(pageOf([]), format)).toBe('Nothing came in November so far.')
  const unconverted = [{ currency: 'AED', gross: 500_000, fees: 0, refunds: 0, tax: 0, net: 500_000, entries: 1 }]
  expect(stopsSentence(pageOf([], { unconverted }), format)).toBe('What came in November so far has no exchange rate yet.')
  expect(stopsSentence(pageOf([], { month: '2025-03', running: false }), format)).toBe('Nothing came in March 2025.')
  const still = pageOf([], { lens: 'dependable', dependable: {} as NonNullable<Told['dependable']> })
  expect(stopsSentence(pageOf([], { lens: 'dependable' }), format)).toBe('What can be counted on in November cannot be told yet.')
  expect(stopsSentence(still, format)).toBe('Nothing can be counted on in November.')
})

test('what went back is told, and never counted as something that could be kept', () => {
  const over = { month: '2025-03', running: false }
  const told = (amounts: typeof AMOUNTS, more: Partial<Told> = over) => stopsSentence(pageOf(amounts, more), format)
  expect(told([[1, 'Editing', -2_000]])).toBe('€20 more went back than came in March 2025: there is nothing to lose.')
  const shop = told(
    [
      [1, 'Shop', -168_800],
      [2, 'Obtool', 2_000],
    ],
    {},
  )
  expect(shop).toBe('€1,668 more went back than came in November so far: there is nothing to lose.')
  expect(
    venturesWords(
      pageOf([
        [1, 'Shop', -168_800],
        [2, 'Obtool', 2_000],
      ]),
      format,
    ),
  ).toBeUndefined()
  expect(
    told([
      [1, 'Shop', -2_000],
      [2, 'Obtool', 2_000],
    ]),
  ).toBe('As much went back as came in March 2025: there is nothing to lose.')
  expect(
    told([
      [1, 'Shop', -2_000],
      [2, 'Obtool', 9_000],
    ]),
  ).toBe('All that came in March 2025 is of Obtool: nothing of it would be left without it. From Shop €20 more went back than came.')
  const tiny = { target: { from: '2026-01', bare: 1, enough: 1, comfortable: 1 } }
  expect(told(AMOUNTS, tiny)).toBe('Without the largest, Editing (34%), you would keep over 1,000% of enough.')
  // A month that more went back than came in keeps nothing, never less.
  expect(told([...AMOUNTS.slice(0, 2), [3, 'Field notes', -60_000]], {})).toBe(
    'Without the largest, Editing (68%), you would keep 0% of enough. From Field notes €600 more went back than came.',
  )
})

test('hours are told of the month shown, and money beside them only where all of them are known', () => {
  const hours: Time['months'][number] = { month: '2026-11', known: true, basic: 51 * 60, paid: 38 * 60, care: 4 * 60 }
  const plan = { floor: 40, sustainable: null }
  const page = pageOf()
  const exact = { ...hours, basic: 51 * 60 + 20, paid: 37 * 60 + 40, care: 3 * 60 + 45 }
  expect(hoursOf(page, { months: [exact] })).toEqual(hours)
  expect(hoursOf(page, { months: [{ ...hours, basic: 5, paid: 0, care: 0 }] })).toBeUndefined()
  expect(hoursOf({ month: '2026-10' }, { months: [hours] })).toBeUndefined()
  expect(basicSentence(hours, { plan }, format)).toBe('51 of 93 hours were basic work, 55%. Your floor is 40%.')
  // 2,412 ÷ 42 hours.
  expect(boughtWithSentence(page, hours, format)).toBe('€2,412 came with 42 hours of paid work and its care: €57.42 for each.')
  expect(boughtWithSentence(page, { ...hours, known: false }, format)).toBe('So far, from the weeks that you said.')
  expect(boughtWithSentence({ ...page, running: false }, { ...hours, known: false }, format)).toBe('Not all weeks of November are known.')
  expect(boughtWithSentence({ ...page, lens: 'dependable' }, hours, format)).toBe('')
  expect(workTag(page, hours, format)).toBe('November 2026, cash, net')
  expect(workTag(page, { ...hours, known: false }, format)).toBe('November 2026')
  expect(workTag({ ...page, lens: 'dependable' }, hours, format)).toBe('November 2026')
  expect(noHoursSentence(page, { months: [] }, format)).toBe('No hours yet.')
  expect(noHoursSentence(page, { months: [hours] }, format)).toBe('No hours are known of November.')
})

test('small gifts stand beside large ones, and people beside organisations once it is said of anybody', () => {
  const kind = (name: 'person' | 'organisation' | 'unknown', patrons: number, net: number) => ({ kind: name, patrons, net, usual: null })
  const gifts = {
    steps: [],
    named: 10,
    patrons: 10,
    smallest: { patrons: 8, share: 0.4 },
    kinds: [kind('person', 9, 75_00), kind('organisation', 1, 25_00)],
  }
  expect(carrierRows({ gifts }).map(({ name, patrons, share }) => [name, patrons, share])).toEqual([
    ['Smaller 4 in 5 gifts', 8, 0.4],
    ['Larger 1 in 5', 2, 0.6],
    ['People', 9, 0.75],
    ['Organisations', 1, 0.25],
  ])
  expect(carrierRows({ gifts: { ...gifts, kinds: [kind('unknown', 10, 100_00)] } })).toHaveLength(2)
  expect(carrierRows(crowdOf())).toEqual([])
  expect(carriersSentence(crowdOf({ gifts }), format)).toBe('9 people carry 75% and 1 organisation 25%.')
  const unsaid = { ...gifts, kinds: [kind('unknown', 10, 100_00)] }
  expect(carriersSentence(crowdOf({ gifts: unsaid }), format)).toBe('The smaller 80% of gifts, 8 of 10, bring 40% of the money.')
  expect(carriersSentence(crowdOf({ gifts: { ...unsaid, patrons: 4 } }), format)).toBe(
    '4 of the 5 patrons that it takes to speak of a crowd.',
  )
  const refunded = crowdOf({ gifts: { ...unsaid, named: 1, patrons: 0 } })
  expect(carriersSentence(refunded, format)).toBe('No named patron gave more in October 2026 than went back to them.')
  expect(carriersSentence(crowdOf(), format)).toContain('No named patron gave in October 2026.')
})
