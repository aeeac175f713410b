import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { asleepText, basisOf, changeText, dayTag, heroSentence, isAhead, isAsleep, leadSentences } from './sentence.ts'

const format = createFormat('en', 'EUR')
const target = { from: '2026-01', bare: 190_000, enough: 260_000, comfortable: 290_000 }
const sums = (net: number) => ({ gross: net, fees: 0, refunds: 0, tax: 0, net, entries: 1 })
const november = {
  month: '2026-11',
  today: '2026-11-22',
  running: true,
  lens: 'cash' as const,
  total: sums(241_200),
  target,
  pace: { reachedOn: null, reachDay: '2026-11-26', more: [], basis: 12 },
  likely: null,
  dependable: null,
  undated: 0,
  paidForLater: 0,
}
const october = { ...november, month: '2026-10', running: false }

function hero(page: typeof november | (Omit<typeof november, 'target' | 'pace'> & { target: null; pace: null })): string {
  const { before, strong } = heroSentence(page, format)
  return before + strong
}

test('a month under way says what came and what is to go', () => {
  expect(hero(november)).toBe('€2,412 so far, €188 to go.')
})

test('what came and what is to go add up, and a few missing cents are no enough', () => {
  expect(hero({ ...november, total: sums(241_250) })).toBe('€2,413 so far, €187 to go.')
  expect(hero({ ...november, total: sums(259_999) })).toBe('€2,599 so far, €0.01 to go.')
})

test('a month that has enough says so, and since when', () => {
  const reached = { ...november, total: sums(274_000), pace: { reachedOn: '2026-11-19', reachDay: null, more: [], basis: 12 } }
  expect(hero(reached as never)).toBe('You have enough, since the 19th.')
  expect(heroSentence(reached, format).enough).toBe(true)
  expect(leadSentences(reached, format)).toEqual(['€2,740: enough and €140 over.'])
  expect(leadSentences({ ...reached, total: sums(290_000) }, format)[0]).toBe('€2,900: more than enough, by €300.')
  expect(hero({ ...reached, pace: null } as never)).toBe('You have enough.')
})

test('each level has its own word, from its first cent on: METRICS 19', () => {
  const words = (net: number, levels = target) => {
    const page = { ...november, total: sums(net), target: levels }
    return [hero(page as never), ...leadSentences(page, format)].join(' ')
  }
  expect(words(189_999)).toMatch(/^€1,900 so far, €700 to go\. At/)
  expect(words(190_000)).toMatch(/ to go\. The basics are covered\./)
  expect(words(259_999)).toMatch(/ to go\. The basics are covered\./)
  expect(words(260_000)).toBe('You have enough. Exactly €2,600.')
  expect(words(289_999)).toBe('You have enough. €2,900: enough and €300 over.')
  expect(words(290_000)).toBe('You have enough. €2,900: more than enough, by €300.')
  // Over target stays a number of its own, however far.
  expect(words(1_000_000)).toBe('You have enough. €10,000: more than enough, by €7,400.')
  expect(words(260_001, { ...target, comfortable: 260_000 })).toMatch(/more than enough/)
})

test('a past month is told as past', () => {
  expect(hero(october)).toBe('October brought €2,412 of the €2,600 that is enough.')
  expect(hero({ ...october, month: '2025-10' })).toBe('October 2025 brought €2,412 of the €2,600 that is enough.')
  expect(hero({ ...october, total: sums(260_000), pace: { reachedOn: '2026-10-24', reachDay: null, more: [], basis: 12 } } as never)).toBe(
    'October was enough, from the 24th on.',
  )
})

test('a month in which more went back than came says so', () => {
  expect(hero({ ...october, total: sums(-129_300) })).toBe('October brought −€1,293: more went back than came.')
})

test('without a target only the sum is told', () => {
  expect(hero({ ...november, target: null, pace: null })).toBe('€2,412 so far.')
  expect(hero({ ...october, target: null, pace: null })).toBe('October brought €2,412.')
})

test('a month that has not begun says so', () => {
  const december = { ...november, month: '2026-12', running: false }
  expect(hero(december)).toBe('December has not begun.')
  for (const lens of ['cash', 'smoothed', 'dependable'] as const) expect(leadSentences({ ...december, lens }, format)).toEqual([])
  expect([isAhead(december), isAhead(november)]).toEqual([true, false])
})

test('the pace says the day, that it will not be reached, or what it waits for', () => {
  expect(leadSentences(november, format)).toEqual(['The basics are covered.', 'At the usual pace, enough is reached on the 26th.'])
  const never = { ...november, pace: { reachedOn: null, reachDay: null, more: [], basis: 12 } }
  expect(leadSentences(never, format)).toContain('At the usual pace, part of it is still to go on the 30th.')
  const young = { ...november, pace: { reachedOn: null, reachDay: null, more: [], basis: 5 } }
  expect(leadSentences(young, format)).toContain('After six full months this line says on which day enough is usually reached.')
  expect(leadSentences({ ...november, pace: { reachedOn: null, reachDay: null, more: [], basis: 0 } }, format)).toEqual([
    'The basics are covered.',
  ])
  expect(leadSentences({ ...november, lens: 'smoothed' }, format)).toEqual(['The basics are covered.'])
})

test('what counts in the month but not in its days is said, as is what is paid for later', () => {
  expect(leadSentences({ ...october, undated: 30_000 }, format)).toContain(
    '€300 came as monthly sums without a day: counted in the month, not in its pace.',
  )
  expect(leadSentences({ ...october, lens: 'smoothed', paidForLater: 24_000 }, format)).toContain('€240 is already paid for later months.')
})

test('a change is told by arrow and sign, and not at all where it is none', () => {
  expect(changeText(106, 100, format)).toBe('↑ +6%')
  expect(changeText(88, 100, format)).toBe('↓ −12%')
  expect(changeText(100_000, 100_001, format)).toBe('as usual')
  expect([changeText(100, null, format), changeText(0, null, format)]).toEqual(['new', ''])
  expect(changeText(100, 0, format)).toBe('usually €0')
  expect(changeText(-168_800, 68_400, format)).toBe('usually €684')
  expect(changeText(5_000_00, 100_00, format)).toBe('usually €100')
})

test('a stream of which nothing came for months says since when, and is neither new nor as usual', () => {
  const history = [0, 300, 0, 0, 0, 0, 0, 0, 0]
  expect([isAsleep(history), isAsleep([300, 0, 0, 0, 0, 0]), isAsleep([0, 0])]).toEqual([true, false, true])
  const before = [{ month: '2026-10', net: 0 }]
  expect(asleepText({ history, before }, '2026-11', format)).toBe('nothing since Apr 2026')
  expect(asleepText({ history: [0, 0, 0], before }, '2026-11', format)).toBe('nothing in 3 months')
  expect(asleepText({ history: [0, 0, 0], before: [] }, '2026-11', format)).toBe('nothing yet')
})

test('the day of the month and the basis of its figures are said', () => {
  expect(dayTag(november)).toBe('day 22 of 30')
  expect(basisOf('cash')).not.toBe(basisOf('smoothed'))
})

const likely = { low: 241_200, middle: 256_000, high: 290_000, ofTen: 6, safe: false, basis: 12, rests: [], due: [] }

test('an open month says how many similar months got there, and where it will likely end', () => {
  expect(hero({ ...november, likely } as never)).toBe('€2,412 so far, €188 to go.')
  expect(leadSentences({ ...november, likely }, format)).toContain('6 of 10 similar months got there from here.')
  expect(leadSentences({ ...november, likely }, format)).toContain('Likely €2,412 to €2,900 by the 30th (8 in 10).')
  const never = { ...likely, ofTen: 0, low: 241_200, high: 241_200 }
  expect(leadSentences({ ...november, likely: never }, format)).toContain('Unlikely to get there from here: 1 chance in 10 or less.')
  const told = (ofTen: number) => leadSentences({ ...november, likely: { ...likely, ofTen } }, format).join(' ')
  // A band that ends beyond enough says that 1 in 10 gets there: no chance beside it says otherwise.
  expect(told(1)).toContain('Unlikely to get there from here: about 1 chance in 10.')
  expect(told(2)).toContain('2 of 10 similar months')
  expect(told(9)).toContain('Likely to get there from here: about 9 chances in 10.')
  const sure = { ...likely, ofTen: 9, low: 260_000 }
  expect(leadSentences({ ...november, likely: sure }, format)).toContain('Likely to get there from here: 9 chances in 10 or more.')
  expect(leadSentences({ ...november, likely: never }, format)).toContain('Likely €2,412 by the 30th (8 in 10).')
})

test('a month that is safe says so, not in the green of one that is there', () => {
  const safe = { ...november, likely: { ...likely, ofTen: 9, safe: true } }
  expect(hero(safe as never)).toBe('€2,412 so far, €188 to go: you can count on enough.')
  expect(heroSentence(safe, format).enough).toBe(false)
  const reached = { ...safe, total: sums(274_000) }
  expect(leadSentences(reached, format)).not.toContain('Likely to get there from here: 9 chances in 10 or more.')
})
