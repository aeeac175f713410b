import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Pledge } from '#domain/pledge.ts'
import { markedSite, MARK, needs, publish, rewrite, UNLISTED, type MarkedSite } from './marked-site-fixture.ts'
import { BOOK } from './publication-fixture.ts'
import { venturePaths, walk } from './public-walk-fixture.ts'

const ADDRESSES = ['tool', 'scores', 'rich', 'hush', 'open', 'cellar', 'attic', UNLISTED, 'f'.repeat(32)]

/** Everything but what stands below an address of the venture's own. */
function elsewhere(seen: Map<string, string>, address: string): [path: string, told: string][] {
  const own = new Set(venturePaths(address))
  return [...seen].filter(([path]) => !own.has(path))
}

/** Every number in a text, with and without the marks between its digits: "47,777.77" is 4777777. */
function numbersIn(text: string): Set<string> {
  const joined = text.replace(/(?<=\d)[.,'’\s\u00a0\u202f](?=\d)/gu, '')
  return new Set([...text.matchAll(/\d+/g), ...joined.matchAll(/\d+/g)].map(([number]) => number))
}

describe('a site over a marked book', () => {
  let site: MarkedSite
  let seen: Map<string, string>
  beforeAll(async () => {
    site = await markedSite(1)
    seen = await walk(site.square.shelf, ADDRESSES)
    // On the next day, so that no percentage only stands because it has changed today.
    site.time.now = '2024-06-16T12:00:00Z'
    await site.publisher.refresh()
  })

  test('answers what is published, and nothing else', () => {
    const status = (path: string) => seen.get(path)?.slice(0, 3)
    for (const address of ['tool', 'scores', 'rich', 'hush', 'open', UNLISTED])
      expect([address, status(`/v/${address}`)]).toEqual([address, '200'])
    for (const address of ['cellar', 'attic', 'f'.repeat(32)]) {
      expect(venturePaths(address).map(status)).toEqual(venturePaths(address).map(() => '404'))
    }
    expect(site.errors).toEqual([])
  })

  test('says what it should: else the rest would prove nothing', () => {
    expect(site.record('tool')).toMatchObject({
      carried: { percent: 60, month: '2024-05' },
      needs: [{ percent: 78 }, { percent: 22 }],
      patrons: { count: 12, split: { people: 7, organisations: 5 } },
      overflow: [],
    })
    expect(site.record('rich')).toMatchObject({ overflow: [{ title: 'Scores', address: 'scores' }] })
    expect(site.record('open')).toMatchObject({ money: 'exact', patrons: { split: { people: 7 } } })
    expect(seen.get('browse {"sort":"change","amount":500}')).toContain('"matching":5')
  })

  test('tells no name of a patron, a stream, a venture or a book, and no note', () => {
    expect([...seen].filter(([, told]) => told.includes(MARK)).map(([path]) => path)).toEqual([])
  })

  test('tells no amount of a venture that does not publish amounts', async () => {
    const { open, attic } = site.ventures
    const shown = new Set([open.stream, attic.stream])
    const nets = [...(await site.storage.monthNets('main', 'cash', WHOLE)), ...(await site.storage.monthNets('main', 'smoothed', WHOLE))]
    const secret = new Set(nets.filter(({ stream }) => !shown.has(stream)).map(({ net }) => net))
    for (const name of ['tool', 'scores', 'rich', 'hush', 'cellar'] as const) {
      for (const { net } of await site.storage.payers('main', [site.ventures[name].stream], '2020-01-01')) secret.add(net)
    }
    const wanted = needs(1).map(({ amount }) => amount)
    for (const amount of [...wanted, 7_878_787, 717_171, 828_282]) secret.add(amount)
    const exact = [...venturePaths('open'), ...venturePaths(UNLISTED)]
    const large = [...secret].filter((amount) => amount > 100_000 && amount % 10_000 !== 0).map(String)
    expect(large.length).toBeGreaterThan(20)
    const telling = [...seen].filter(([path, told]) => {
      const numbers = numbersIn(told)
      return !exact.includes(path) && large.some((amount) => numbers.has(amount))
    })
    expect(telling.map(([path]) => path)).toEqual([])
  })

  test('names an unlisted venture nowhere but at its own address, where it asks not to be found', () => {
    const giving = elsewhere(seen, UNLISTED).filter(
      ([path, told]) => told.includes('Attic of some') || (told.includes(UNLISTED) && !path.includes(UNLISTED)),
    )
    expect(giving.map(([path]) => path)).toEqual([])
    for (const path of venturePaths(UNLISTED).filter((path) => seen.get(path)?.startsWith('200') && !path.startsWith('/api/'))) {
      expect([path, seen.get(path)?.includes('x-robots-tag: noindex')]).toEqual([path, true])
    }
  })

  test('sets no cookie and tells no revision', () => {
    expect([...seen].filter(([, told]) => /^set-cookie:/im.test(told) || /"revision"/.test(told)).map(([path]) => path)).toEqual([])
  })

  test.each<[string, (site: MarkedSite) => Promise<unknown>]>([
    ['the names of a book, its ventures and its streams', renameAll],
    ['a private venture’s money, needs and page', changeCellar],
    ['what is told of hidden money', changeHush],
    ['what a percent-only page would tell of exact money', changeTool],
    ['pledges that are not paid', pledgeMuch],
    ['a percentage within its five points', stayWithinStep],
  ])('changes no byte, no header and no order with %s', async (_, change) => {
    const version = site.square.shelf.version()
    const { revision } = (await site.storage.book('main')) ?? { revision: 0 }
    await change(site)
    await site.publisher.refresh()
    expect((await site.storage.book('main'))?.revision).toBeGreaterThan(revision)
    expect(differing(await walk(site.square.shelf, ADDRESSES), seen)).toEqual([])
    // Nothing was even written, so no cache of the public app was thrown away.
    expect(site.square.shelf.version()).toBe(version)
  })

  test('changes elsewhere with nothing of an unlisted page', async () => {
    const change = { title: 'Attic renamed', tags: ['backup', 'other'], packages: ['pkg:npm/attic'], money: 'hidden' as const }
    await rewrite(site, site.ventures.attic.venture, change)
    await site.publisher.refresh()
    const after = await walk(site.square.shelf, ADDRESSES)
    expect(differing(new Map(elsewhere(after, UNLISTED)), new Map(elsewhere(seen, UNLISTED)))).toEqual([])
    expect(after.get(`/v/${UNLISTED}`)).not.toBe(seen.get(`/v/${UNLISTED}`))
  })
})

test('multiplying all money of percent-only, hidden and private ventures changes no byte, no header and no order', async () => {
  const once = await markedSite(1)
  const seen = await walk(once.square.shelf, ADDRESSES)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 5_000 }), async (k) => {
      const more = await markedSite(k)
      expect(differing(await walk(more.square.shelf, ADDRESSES), seen)).toEqual([])
    }),
    { numRuns: 4 },
  )
}, 60_000)

const WHOLE = { from: '2000-01', to: '2100-01' }

function differing(a: Map<string, string>, b: Map<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path))
}

async function renameAll({ ask, ventures }: MarkedSite) {
  await ask('changeBook', { params: BOOK, body: { name: `${MARK} renamed`, locale: 'en' } })
  for (const [name, { venture, stream }] of Object.entries(ventures)) {
    await ask('changeVenture', { params: { ...BOOK, venture }, body: { name: `${MARK} anew ${name}` } })
    await ask('changeStream', { params: { ...BOOK, stream }, body: { name: `${MARK} stream ${name}` } })
  }
}

async function changeCellar(site: MarkedSite) {
  const { venture, stream } = site.ventures.cellar
  await site.pay(stream, { day: '2024-05-20', amount: 6_767_676 })
  await site.calls.needs(venture, needs(3))
  await publish(site, site.ventures.cellar, {
    slug: 'cellar',
    title: `${MARK} other`,
    visibility: 'private',
    money: 'hidden',
    tags: ['new'],
  })
}

async function changeHush(site: MarkedSite) {
  await site.pay(site.ventures.hush.stream, { day: '2024-05-20', amount: 60_767_676, name: `${MARK} donor hush` })
  await site.calls.needs(site.ventures.hush.venture, needs(7))
  await publish(site, site.ventures.hush, { slug: 'hush', title: 'Hush', money: 'hidden', suggested: [5] })
}

async function changeTool(site: MarkedSite) {
  const { venture, stream } = site.ventures.tool
  // Long before the three months that passing on looks at, and in the month that still runs.
  await site.pay(stream, { day: '2023-09-01', amount: 66_767_676, name: `${MARK} donor tool` })
  await site.pay(stream, { day: '2024-06-02', amount: 55_555_555, name: `${MARK} donor tool` })
  await site.calls.needs(venture, needs(1).with(2, { text: `${MARK} other dream`, amount: 99_999_999, level: 'comfortable' }))
  const shows = { needs: true, history: false, patrons: true, split: true, names: true, pledged: false }
  await publish(site, site.ventures.tool, {
    slug: 'tool',
    title: 'Tool of all',
    suggested: [1, 2],
    shows,
    overflow: { on: false, peers: [] },
  })
}

/** From 63.7 % of what is enough to 64.3 %. */
async function stayWithinStep(site: MarkedSite) {
  await site.pay(site.ventures.tool.stream, { day: '2024-05-21', amount: 50_000, name: `${MARK} donor tool` })
}

const PLEDGE: Omit<Pledge, 'id' | 'venture' | 'reference'> = {
  amount: 7_171_717,
  currency: 'EUR',
  rhythm: 'monthly',
  months: 1,
  way: 'bank',
  page: '',
  patron: { kind: 'person', name: `${MARK} pledger`, email: 'inside@example.org' },
  papers: null,
  named: true,
  made: '2024-06-10T10:00:00Z',
  cancelled: null,
  stripe: {},
  invoice: null,
}

async function pledgeMuch({ storage, ventures }: MarkedSite) {
  await storage.write('main', async (writer) => {
    for (const [name, { venture }] of Object.entries(ventures).filter(([name]) => name !== 'open' && name !== 'attic')) {
      await writer.putPledge({ ...PLEDGE, id: name, venture, reference: `RF${name}` })
    }
  })
}
