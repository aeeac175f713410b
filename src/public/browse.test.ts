import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BrowsePage, BrowseQuery } from '#contract/public.ts'
import { ecbPacked } from '#domain/ecb-table.ts'
import type { PublicVenture } from '#domain/public-venture.ts'
import { readRateTable } from '#domain/rate.ts'
import { createBrowse } from './browse.ts'
import { ownOffer } from './browse-offer.ts'
import { percentOnly, venture } from './venture-fixture.ts'

const rates = readRateTable(ecbPacked)
const TODAY = '2026-11-23'

function browse(ventures: PublicVenture[], query: Partial<BrowseQuery> = {}, today = TODAY) {
  const page = createBrowse(ventures.map(ownOffer), { today, rates })(BrowseQuery.parse(query))
  expect(BrowsePage.parse(page)).toEqual(page)
  return page
}

function addresses(ventures: PublicVenture[], query: Partial<BrowseQuery> = {}, today = TODAY): string[] {
  return browse(ventures, query, today).items.map(({ address }) => address)
}

function exact(address: string, [net, enough]: [number, number], change: Partial<PublicVenture> = {}): PublicVenture {
  const percent = Math.floor((net * 100) / enough)
  return venture({ address, carried: { percent, month: '2026-10', asOf: '2026-10-31', net, enough }, ...change })
}

describe('what a contribution changes', () => {
  test('is the net after the cheapest fee, at most the gap, over the target, with one decimal', () => {
    const ways: PublicVenture['ways'] = [
      { kind: 'page', platform: 'Ko-fi', url: 'https://ko-fi.example', fee: { fixed: 30, basisPoints: 290 } },
      { kind: 'stripe', fee: { fixed: 25, basisPoints: 150 } },
    ]
    // 5.00 − 0.25 − 0.075 (half to even: 0.08) = 4.67; (650.00 + 4.67) ÷ 1,000.00 = 65.467 %
    expect(browse([exact('a', [65_000, 100_000], { ways })]).items[0]).toMatchObject({ percent: 65, tenthsAfter: 654 })
    expect(browse([exact('a', [99_900, 100_000], { ways })]).items[0]).toMatchObject({ percent: 99, tenthsAfter: 1000 })
  })

  test('orders by itself: enough comes after all others, no published target comes last', () => {
    const ventures = [
      percentOnly(5, { address: 'percent' }),
      exact('has-enough', [120_000, 100_000]),
      exact('small', [10_000, 50_000]),
      venture({ address: 'hidden', money: 'hidden', carried: null, needs: [] }),
      percentOnly(110, { address: 'percent-enough' }),
      exact('large', [10_000, 500_000]),
      exact('nearly', [99_999, 100_000]),
    ]
    const order = addresses(ventures)
    expect(order.slice(0, 4)).toEqual(['small', 'large', 'nearly', 'has-enough'])
    expect(order.slice(4, 6).toSorted()).toEqual(['hidden', 'percent'])
    expect(order[6]).toBe('percent-enough')
  })

  test('is reckoned at the reference rate of the day', () => {
    const ventures = [exact('yen', [1_000, 2_000], { currency: 'JPY' }), exact('euro', [1_000, 2_000])]
    // 5 EUR are far more than the 1,000 yen that are missing only where yen have no minor unit.
    const items = browse(ventures, { amount: 500 }).items
    expect(items.find(({ address }) => address === 'euro')?.tenthsAfter).toBe(750)
    const yen = items.find(({ address }) => address === 'yen')?.tenthsAfter ?? 0
    expect(yen).toBeGreaterThan(750)
    expect(yen).toBeLessThan(1000)
  })

  test('a claim older than 45 days counts as none', () => {
    const old = exact('old', [0, 1_000])
    const carried = { percent: 10, month: '2026-10', asOf: '2026-10-31', net: 100_000, enough: 1_000_000 }
    const items = browse([old, exact('b', [0, 1_000], { carried })], {}, '2026-12-16').items
    expect(items.map(({ current, tenthsAfter }) => ({ current, tenthsAfter }))).toEqual(
      Array.from({ length: 2 }, () => ({ current: false, tenthsAfter: null })),
    )
  })
})

describe('the other orders', () => {
  const ventures = [
    exact('half', [50_000, 100_000], { since: '2026-03-01', patrons: { names: [], count: 40 } }),
    percentOnly(85, { address: 'near', since: '2026-05-01' }),
    exact('done', [100_000, 100_000], { since: '2026-01-01', patrons: { names: [], count: 12 } }),
    venture({ address: 'hidden', money: 'hidden', carried: null, since: '2026-09-01' }),
  ]
  test('nearest to enough first, those that have it after, those without a percentage last', () => {
    expect(addresses(ventures, { sort: 'nearest' })).toEqual(['near', 'half', 'done', 'hidden'])
  })
  test('fewest published patrons first, those that publish none last', () => {
    expect(addresses(ventures, { sort: 'fewest' }).slice(0, 2)).toEqual(['done', 'half'])
  })
  test('newest first', () => {
    expect(addresses(ventures, { sort: 'newest' })).toEqual(['hidden', 'near', 'half', 'done'])
  })
})

describe('what is not published decides nothing', () => {
  const shown = fc.record({
    percent: fc.integer({ min: 0, max: 30 }).map((step) => step * 5),
    net: fc.integer({ min: 0, max: 1_000_000 }),
    enough: fc.integer({ min: 1, max: 1_000_000 }),
    exact: fc.boolean(),
  })

  test('a percent-only venture stands where its percentage puts it, whatever amounts it has', () => {
    fc.assert(
      fc.property(fc.array(shown, { maxLength: 12 }), fc.integer({ min: 2, max: 1_000 }), sort(), (list, k, by) => {
        const made = (times: number) =>
          list.map(({ percent, net, enough, exact: tells }, i) => {
            const address = `v${i}`
            if (tells) return exact(address, [net, enough])
            // Amounts that must never have been there: they may not be looked at either.
            const carried = { percent, month: '2026-10', asOf: '2026-10-31', net: net * times, enough: enough * times }
            return percentOnly(percent, { address, carried })
          })
        const query = { sort: by, limit: 100 } as const
        expect(browse(made(k), query)).toEqual(browse(made(1), query))
      }),
      { numRuns: 60 },
    )
  })

  test('what is equal is shuffled by the day, the same all day long and whatever the amount', () => {
    const ventures = Array.from({ length: 40 }, (_, i) => percentOnly(50, { address: `v${i}` }))
    const today = addresses(ventures, { limit: 100 })
    expect(addresses(ventures.toReversed(), { limit: 100, amount: 77_700, amountCurrency: 'USD' })).toEqual(today)
    expect(addresses(ventures, { limit: 100 }, '2026-11-24')).not.toEqual(today)
    expect(today.toSorted()).toEqual(ventures.map(({ address }) => address).toSorted())
  })
})

describe('search and filters', () => {
  const ventures = [
    venture({ address: 'a', title: 'Chorsätze aus Ålesund', tags: ['Music'], currency: 'NOK', maker: 'by Zoë' }),
    venture({ address: 'b', title: 'Field notes', summary: 'A weekly letter on mosses', tags: ['writing', 'music'] }),
    venture({ address: 'c', title: 'Groß und klein', tags: ['type'], work: 'income' }),
  ]
  test.each([
    ['alesund', ['a']],
    ['CHORSATZE', ['a']],
    ['chorsatse', ['a']],
    ['gross', ['c']],
    ['weekly mosess', ['b']],
    ['zoe', ['a']],
    ['field choir', []],
    ['music', ['a', 'b']],
  ])('%s finds %j', (search, found) => {
    expect(addresses(ventures, { search }).toSorted()).toEqual(found)
  })
  test('a search without a word leaves all', () => {
    expect(addresses(ventures, { search: ' – ' })).toHaveLength(3)
  })
  test('tags are told with their counts, and are one whatever their capitals', () => {
    const page = browse(ventures)
    expect(page.tags).toEqual(
      [
        { tag: 'Music', count: 2 },
        { tag: 'type', count: 1 },
        { tag: 'writing', count: 1 },
      ].toSorted((x, y) => y.count - x.count || (x.tag < y.tag ? -1 : 1)),
    )
    expect(page.currencies).toEqual(['EUR', 'NOK'])
    expect(addresses(ventures, { tag: 'MUSIC' }).toSorted()).toEqual(['a', 'b'])
    expect(addresses(ventures, { tag: 'none' })).toEqual([])
    expect(addresses(ventures, { work: 'income' })).toEqual(['c'])
    expect(addresses(ventures, { currency: 'NOK' })).toEqual(['a'])
  })

  test('the pages of a list are the list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 5 })), { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        sort(),
        (list, limit, by) => {
          const many = list.map(([net, enough], i) => exact(`v${i}`, [net * 10_000, enough * 10_000]))
          const whole = addresses(many, { sort: by, limit: 100 })
          const pages = Array.from({ length: Math.ceil(many.length / limit) }, (_, i) =>
            addresses(many, { sort: by, limit, offset: i * limit }),
          )
          expect(pages.flat()).toEqual(whole)
          expect(new Set(whole).size).toBe(many.length)
        },
      ),
      { numRuns: 60 },
    )
  })
})

function sort() {
  return fc.constantFrom('change' as const, 'nearest' as const, 'fewest' as const, 'newest' as const)
}
