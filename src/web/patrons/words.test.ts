import { describe, expect, test } from 'vitest'
import type { Crowd } from '#contract/crowd.ts'
import { createFormat } from '#web/ui/format.ts'
import { crowdOf, movementOf, streamOf } from './crowd-fixture.ts'
import * as words from './words.ts'

const format = createFormat('en-IE', 'EUR')
const breadth = (losses: number | null, parts = 9) => {
  const one = { parts, top: 0, hhi: 0, effective: 0, losses }
  return { patron: one, stream: one, platform: one, currency: one }
}

describe('how many may stop', () => {
  const gifts = { ...crowdOf().gifts, patrons: 9 }
  const rich = { total: 250_000, enough: 200_000, gifts }

  test('is told in words, never where nothing is set', () => {
    expect(words.patronStops(crowdOf({ ...rich, breadth: breadth(2) }), format)).toBe(
      'Lose your two biggest patrons and October falls under enough.',
    )
    expect(words.patronStops(crowdOf({ ...rich, breadth: breadth(1) }), format)).toBe(
      'Lose your biggest patron and October falls under enough.',
    )
    expect(words.patronStops(crowdOf({ ...rich, breadth: breadth(null) }), format)).toBe('Even without any patron October stays at enough.')
    expect(words.patronStops(crowdOf({ ...rich, breadth: breadth(null, 0) }), format)).toContain('Nobody who paid in October is named')
    expect(words.patronStops(crowdOf({ total: 5 }), format)).toContain('Say what is enough')
    // Where customers are among them, who may stop is not called a patron.
    const mixed = (losses: number | null) =>
      words.patronStops(crowdOf({ ...rich, gifts: { ...gifts, patrons: 8 }, breadth: breadth(losses) }), format)
    expect(mixed(2)).toBe('Lose your two biggest payers and October falls under enough.')
    expect(mixed(null)).toBe('Even without any payer October stays at enough.')
  })

  test('what is short is told in gifts of the usual size', () => {
    const short = { total: 170_000, enough: 200_000, breadth: breadth(0) }
    expect(words.patronStops(crowdOf({ ...short, missing: { gifts: 60, usual: 500 } }), format)).toBe(
      'October is €300 short of enough already: 60 more gifts of the usual €5 would close that.',
    )
    expect(words.patronStops(crowdOf({ ...short, missing: { gifts: 1, usual: 40_000 } }), format)).toBe(
      'October is €300 short of enough already: one more gift of the usual €400 would close that.',
    )
    expect(words.patronStops(crowdOf(short), format)).toBe('October is €300 short of enough already.')
  })

  test('of platforms those are named that it cannot do without', () => {
    const streams = [
      streamOf(1, { platform: 'g', platformName: 'GitHub Sponsors', net: 111_000 }),
      streamOf(2, { platform: 'o', platformName: 'Open Collective', net: 20_000 }),
      streamOf(3, { net: 119_000 }),
    ]
    const told = (enough: number | null) => words.platformStops(crowdOf({ streams, enough }), format)
    expect(told(200_000)).toBe('Lose any one platform and you stay at enough, except GitHub Sponsors (€610 to go).')
    expect(told(100_000)).toBe('Lose any one platform and you stay at enough.')
    expect(told(240_000)).toBe('Without GitHub Sponsors (€1,010 to go) or Open Collective (€100 to go) it falls under enough.')
    expect(told(300_000)).toBe('')
    expect(told(null)).toBe('')
  })

  test('what is left is held against enough', () => {
    const crowd = crowdOf(rich)
    expect(words.leftSentence(250_000, crowd, format)).toBe('€2,500 with everybody: enough and €500 over.')
    expect(words.leftSentence(200_000, crowd, format)).toBe('€2,000 would be left of €2,500: just enough.')
    expect(words.leftSentence(150_000, crowd, format)).toBe('€1,500 would be left of €2,500: €500 to go.')
    expect(words.leftSentence(5, crowdOf({ total: 9 }), format)).toBe('€0.05 would be left of €0.09.')
  })
})

test('who carries it is told in heads and in money', () => {
  const kinds = [
    { kind: 'person' as const, patrons: 17, net: 7_100, usual: 400 },
    { kind: 'organisation' as const, patrons: 2, net: 2_900, usual: 1_450 },
    { kind: 'unknown' as const, patrons: 0, net: 0, usual: null },
  ]
  const crowd = crowdOf({ gifts: { steps: [], named: 19, patrons: 19, smallest: { patrons: 15, share: 0.446 }, kinds } })
  expect(words.carrierSentence(crowd, format)).toBe('17 people carry 71% and 2 organisations 29%.')
  const unsaid = crowdOf({ gifts: { ...crowd.gifts, kinds: [{ kind: 'unknown', patrons: 19, net: 10_000, usual: 400 }] } })
  expect(words.carrierSentence(unsaid, format)).toBe('19 patrons carry it; of none it is said who is an organisation.')
  expect(words.smallestSentence(crowd, format)).toBe('The smaller 80% of gifts, 15 of 19, bring 45% of the money.')
})

test('what organisations give beside people, and what people would be asked for, is told where both are known', () => {
  const told = (people: [number, number], organisations: [number, number], enough: number | null = 260_000) => {
    const kind = (name: 'person' | 'organisation', [patrons, usual]: [number, number]) => {
      return { kind: name, patrons, net: patrons * usual, usual: patrons === 0 ? null : usual }
    }
    const gifts = { ...crowdOf().gifts, kinds: [kind('person', people), kind('organisation', organisations)] }
    return words.burdenSentence(crowdOf({ gifts, enough }), format)
  }
  expect(told([17, 400], [2, 14_500])).toBe(
    'Usually an organisation gives 36.3 times what a person does. If each of the two organisations gave €145 and people alone bore the rest of enough, it would ask €136 a month of each of 17 people.',
  )
  expect(told([1, 400], [1, 400], 1_000)).toBe(
    'Usually an organisation gives about what a person does. If the organisation gave €4 and people alone bore the rest of enough, it would ask €6 a month of the one person.',
  )
  expect(told([17, 400], [2, 14_500], 29_000)).toContain('that would be enough: nothing were left to ask of people.')
  expect(told([17, 400], [2, 14_500], null)).toBe('Usually an organisation gives 36.3 times what a person does.')
  expect(told([17, 400], [0, 0])).toContain('once it is said of one of each who they are')
})

test('the page begins with who paid, and on how many equal ones that rests', () => {
  const lead = (effective: number, parts = 177, patrons = parts) => {
    const gifts = { ...crowdOf().gifts, patrons }
    const one = { parts, top: 0.1, hhi: 0, effective, losses: null }
    const streams = [streamOf(1, { net: 5_000 })]
    return words.leadSentence(crowdOf({ streams, gifts, breadth: { patron: one, stream: one, platform: one, currency: one } }), format)
  }
  expect(lead(82.24)).toBe('177 paid in October 2026; the money rests on them as if 82 equal ones paid. Names stay in this book.')
  expect(lead(5.06)).toContain('as if 5.1 equal ones')
  expect(lead(12, 20, 5)).toBe(
    '20 paid in October 2026, 5 of them as patrons and 15 for work or goods; the money rests on them as if 12 equal ones paid. Names stay in this book.',
  )
  expect(lead(1.02, 2)).toContain('as if one alone paid')
  expect(lead(1, 1)).toBe('One paid in October 2026, and no other is named. Names stay in this book.')
  expect(lead(0, 0)).toBe('Nobody who paid in October 2026 is named.')
  expect(words.leadSentence(crowdOf({ streams: [streamOf(1, { net: -2_000 })] }), format)).toBe('More went back than came in October 2026.')
  expect(words.leadSentence(crowdOf({ streams: [streamOf(1)] }), format)).toBe('Nothing came in October 2026.')
  expect(words.leadSentence(crowdOf({ streams: [] }), format)).not.toContain('October')
})

describe('who left', () => {
  const left = (patrons: number, gone: number, interval = { low: 0.02, high: 0.21 }) =>
    words.churnSentence(
      crowdOf({
        movement: movementOf({ start: { net: 1, patrons }, gone: { net: -1, patrons: gone } }),
        churn: { interval, gone: 0, patronMonths: 0, months: [], hazard: 0, assumed: 500, lifetime: null },
      }),
      format,
    )

  test('is k of n with its interval, and only words under ten', () => {
    expect(left(14, 1)).toBe('1 of 14 patrons left in October: 7% (2% to 21%, 8 in 10).')
    expect(left(9, 1)).toBe('Of nine patrons, one left in October. So few have no rate.')
    expect(left(3, 0)).toBe('Of three patrons, none left in October. So few have no rate.')
    expect(left(0, 0)).toBe('No patron gave every month before October began, so nobody could leave.')
    const ended = crowdOf({ churn: { interval: null, gone: 9, patronMonths: 400, months: [], hazard: 0.02, assumed: 500, lifetime: null } })
    expect(words.churnSentence(ended, format)).toBe(
      'No gift stood any more when October began, so nobody could leave: the last one ended before.',
    )
  })

  test('declined cards are told by themselves, and only where a list tells of any', () => {
    const told = (declined: Crowd['declined']) => words.declinedSentence({ declined }, format)
    const of = (currency: string, amount: number) => ({ currency, amount })
    expect(told(null)).toBe('')
    expect(told({ patrons: 3, hidden: 0, monthly: [of('EUR', 500), of('USD', 1_250)], day: '2026-11-03' })).toBe(
      'Three declined, €5 and US$12.50 a month at risk, by the list of patrons of 3 November 2026. Who declined has not left yet.',
    )
    expect(told({ patrons: 2, hidden: 1, monthly: [of('EUR', 500)], day: null })).toBe(
      'Two declined, €5 a month at risk, one of private amount besides, by the newest list of patrons. Who declined has not left yet.',
    )
    expect(told({ patrons: 1, hidden: 1, monthly: [], day: null })).toBe(
      'One declined, by the newest list of patrons. Who declined has not left yet.',
    )
  })

  test('a lifetime is a range, or is not told', () => {
    const churn = { interval: null, gone: 9, patronMonths: 400, months: [], hazard: 0.02, assumed: 500 }
    expect(words.lifetimeSentence(crowdOf({ churn: { ...churn, lifetime: { low: 30.2, high: 60.5 } } }), format)).toBe(
      'A patron stays 30 to 61 months.',
    )
    expect(words.lifetimeSentence(crowdOf(), format)).toContain('cannot be told yet')
    // 1 of 528 patron-months: a range of 13 to 147 years tells only that it is long.
    const told = (low: number, high: number) =>
      words.lifetimeSentence(crowdOf({ churn: { ...churn, gone: 1, lifetime: { low, high } } }), format)
    expect(told(158, 1_765)).toBe('A patron stays longer than ten years: 1 left in 400 patron-months.')
    expect(told(40.9, 121)).toBe('A patron stays 40 months to more than ten years: 1 left in 400 patron-months.')
    expect(told(40, 120)).toBe('A patron stays 40 to 120 months.')
  })
})

test('what was gained is told for each unit that was lost', () => {
  const quick = (gained: number, lost: number) =>
    words.quickWords(crowdOf({ quick: { gained, lost, ratio: lost > 0 ? gained / lost : null, months: [] } }), format, 100)
  expect(quick(5_000, 2_000)).toBe('€2.50 gained for each €1 lost')
  expect(quick(5_000, 0)).toBe('€50 gained, nothing lost')
  expect(quick(0, 0)).toBe('nothing gained, nothing lost')
})

test('who moved is told in heads', () => {
  const movement = movementOf({
    start: { net: 41_000, patrons: 60 },
    new: { net: 900, patrons: 3 },
    gone: { net: -500, patrons: 1 },
    end: { net: 41_400, patrons: 62 },
  })
  expect(words.movedSentence(crowdOf({ movement }), format)).toBe('From €410 to €414 a month: three new and one left.')
  const still = movementOf({ start: { net: 41_000, patrons: 60 }, end: { net: 41_000, patrons: 60 } })
  expect(words.movedSentence(crowdOf({ movement: still }), format)).toBe('From €410 to €410 a month: nobody came, went or changed.')
})

describe('ventures are told alone and together', () => {
  const venture = (name: string, swing: number, dampingWithout: number | null) => {
    return { venture: 1, name, net: [], swing, without: null, dampingWithout }
  }
  const steadiness = (...ventures: ReturnType<typeof venture>[]) => ({ months: [], total: [], swing: 0.38, damping: 0.5, ventures })

  test('in how they swing', () => {
    expect(words.steadySentence(steadiness(venture('Obtool', 0.7, 0.4), venture('Adverts', 1, 0.6)), format)).toBe(
      'Alone your ventures swing by 70% to 100%. Together by 38%.',
    )
  })

  test('and which of them steady the others is told by D, the most telling first', () => {
    const told = (...ventures: [string, number | null][]) =>
      words.marginalSentence(steadiness(...ventures.map(([name, without]) => venture(name, 1, without))), format)
    const editing: [string, number | null] = ['Editing', null]
    expect(told(['Obtool', 0.4], ['Adverts', 0.6], editing)).toBe('With Obtool they steady each other more, with Adverts less.')
    expect(told(['Obtool', 0.491], ['Adverts', 0.52], editing)).toBe('With Adverts they steady each other less.')
    expect(told(['Obtool', 0.495], ['Adverts', null], editing)).toBe('')
    // Of two, each steadies the other.
    expect(told(['Obtool', 0], ['Adverts', 0])).toBe('')
    const untold = steadiness(...['A', 'B', 'C'].map((name) => venture(name, 1, 0.2)))
    expect(words.marginalSentence({ ...untold, swing: null }, format)).toBe('')
    expect(told(['A', 0.49], ['B', 0.3], ['C', 0.4], ['D', 0.2], ['E', 0.45])).toBe(
      'With D, B, C and two more they steady each other more.',
    )
  })
})
