import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { carriedWords } from './carried-words.ts'

const format = createFormat('en-GB', 'EUR')
const month = { month: '2026-10', asOf: '2026-10-31' }
const exact = { percent: 67, ...month, net: 61_100, enough: 90_000 }
const nobody = { names: [] }
const split = { people: 69, organisations: 5, peopleNet: 378_00, organisationsNet: 233_00 }

test('exact money says the amount, what it is of, and what is to go', () => {
  expect(carriedWords({ money: 'exact', carried: exact, patrons: nobody }, '2026-11-20', format)).toMatchObject({
    figure: '€611',
    of: 'of €900 a month, 67% of enough',
    hint: 'smoothed, as of 31 October 2026',
    below: [{ text: '€289 to go' }],
    enough: false,
  })
})

test('people and organisations part the bar, what is pledged is hatched beside it', () => {
  const words = carriedWords({ money: 'exact', carried: { ...exact, pledged: 4_000 }, patrons: { names: [], split } }, '2026-11-20', format)
  expect(words?.bar.map(({ fill }) => fill)).toEqual(['people', 'organisations', 'hatched'])
  expect(words?.below.map(({ text }) => text)).toEqual([
    '69 people, 62% of the year’s money',
    '5 organisations, 38%',
    '€40 a month pledged, not paid yet',
    '€289 to go',
  ])
})

test('percent only tells no amount and no gap', () => {
  const words = carriedWords({ money: 'percent', carried: { percent: 65, ...month }, patrons: nobody }, '2026-11-20', format)
  expect(words).toMatchObject({ figure: '65%', of: 'of enough', below: [] })
})

test('after 45 days it says as of and claims nothing', () => {
  const words = carriedWords({ money: 'exact', carried: { ...exact, percent: 100 }, patrons: nobody }, '2026-12-16', format)
  expect(words).toMatchObject({ figure: null, of: '100% of enough as of October 2026', enough: false })
  expect(words?.bar).toEqual([{ key: 'far', percent: 100, fill: 'faint' }])
})

test('without a closed month or with hidden money there is nothing to say', () => {
  expect(carriedWords({ money: 'hidden', carried: null, patrons: nobody }, '2026-11-20', format)).toBeNull()
})

test('property: the parts of the bar without what is pledged come to the whole of it', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(10_000_000), fc.integer({ min: 1, max: 10_000_000 }), (peopleNet, organisationsNet, enough) => {
      const net = Math.floor((peopleNet + organisationsNet) / 12)
      const carried = { percent: Math.floor((net / enough) * 100), ...month, net, enough }
      const patrons = { names: [], split: { people: 9, organisations: 9, peopleNet, organisationsNet } }
      const bar = carriedWords({ money: 'exact', carried, patrons }, '2026-11-20', format)?.bar ?? []
      expect(bar.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo((net / enough) * 100, 6)
    }),
  )
})
