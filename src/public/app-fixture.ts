import * as fc from 'fast-check'
import { ecbPacked } from '#domain/ecb-table.ts'
import type { PublicVenture } from '#domain/public-venture.ts'
import { readRateTable } from '#domain/rate.ts'
import { nodeHandle } from '#storage/node-handle.ts'
import { createPublicApp } from './app.ts'
import type { PublicParts } from './parts.ts'
import type { ShelvedVenture } from './shelf.ts'
import { openShelf } from './sql-shelf.ts'
import { venture } from './venture-fixture.ts'

export const SITE = 'https://site.example'
export const TODAY = '2026-11-23'
const rates = readRateTable(ecbPacked)

/** A venture as the owner's app puts it on the shelf. */
export function shelvedOf(of: PublicVenture): ShelvedVenture {
  return { address: of.address, listed: of.visibility === 'public', json: JSON.stringify(of) }
}

/** The public app over a shelf in memory, with a clock that stands still. */
export function publicApp(ventures: readonly PublicVenture[] = [], change: Partial<PublicParts> = {}) {
  const shelf = openShelf(nodeHandle(':memory:'))
  shelf.setSite({ url: SITE, name: 'Common purse' })
  for (const of of ventures) shelf.publish(shelvedOf(of))
  const errors: unknown[] = []
  const time = { today: TODAY }
  let ids = 0
  const parts: PublicParts = {
    shelf,
    clock: () => `${time.today}T10:00:00Z`,
    today: () => time.today,
    newId: () => String((ids += 1)).padStart(32, '0'),
    log: (_, error) => errors.push(error),
    rates,
    version: 'test',
    inPage: false,
    assets: {
      script: 'assets/main-1.js',
      styles: ['assets/main-1.css'],
      file: async (path) => (path === 'assets/main-1.js' ? { bytes: new Uint8Array([1]), type: 'text/javascript' } : undefined),
    },
    ...change,
  }
  const app = createPublicApp(parts)
  const text = async (path: string): Promise<string> => (await app.request(path)).text()
  return { app, shelf, errors, time, text }
}

/** Texts that try to be more than text. */
const hostile = fc.oneof(
  fc.constantFrom(
    '"><script>alert(1)</script>',
    "' onload='alert(1)",
    '</title><script>',
    '</style><script>',
    ']]>',
    '<!--',
    '-->',
    '&',
    '\0\u0008',
  ),
  fc.constantFrom(
    'javascript:alert(1)',
    '\ud800',
    '<svg onload=alert(1)>',
    '</text><script>',
    '${1}',
    '<![CDATA[',
    '\uffff',
    '"',
    '# a\n',
    '[a](javascript:1)',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ maxLength: 6, unit: 'binary' }),
)
const word = fc.array(hostile, { maxLength: 3 }).map((parts) => parts.join(''))
const optional = fc.option(word, { nil: undefined })
const level = fc.constantFrom('exact', 'percent', 'hidden')

/** A venture whose every text is hostile; only its own address and what is a number or a day has the contract's shape. */
export const hostileVenture: fc.Arbitrary<PublicVenture> = fc
  .record({
    visibility: fc.constantFrom('unlisted', 'public'),
    title: word,
    maker: word,
    summary: word,
    text: word,
    tags: fc.array(word, { maxLength: 3 }),
    link: word,
    money: level,
    needs: fc.array(fc.record({ text: word, amount: fc.integer({ min: 1, max: 10_000 }) }), { maxLength: 2 }),
    patrons: fc.record({ names: fc.array(word, { maxLength: 2 }) }),
    ways: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('page' as const), platform: word, url: word, fee: fc.constant({ fixed: 0, basisPoints: 0 }) }),
        fc
          .record({ holder: word, iban: word, bic: optional })
          .map(({ bic, ...way }) => ({ kind: 'bank' as const, ...way, since: '2026-01-02', ...(bic === undefined ? {} : { bic }) })),
      ),
      { maxLength: 3 },
    ),
    contact: fc.option(fc.record({ legalName: word, email: word, country: word, privacy: word, refunds: word })),
    updates: fc.array(fc.record({ id: word, day: fc.constant('2026-10-01'), title: word, text: word }), { maxLength: 2 }),
    packages: fc.array(word, { maxLength: 2 }),
    overflow: fc.array(fc.record({ title: word, address: word }), { maxLength: 2 }),
    carried: fc.constantFrom(venture().carried, { percent: 120, month: '2026-10', asOf: '2026-10-31' }, null),
  })
  .map((said) => venture(said))
