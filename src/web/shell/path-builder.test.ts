import { expect, test } from 'vitest'
import { addressText, matchPath, parseAddress } from './address.ts'
import { to } from './path-builder.ts'
import { findRoute } from './route.ts'
import { routes } from './routes.ts'

const addresses: [string, string][] = [
  [to.month(), '/'],
  [to.month('2026-10'), '/month/2026-10'],
  [to.month('2026-10', { lens: 'cash', by: 'venture' }), '/month/2026-10'],
  [to.month(undefined, { lens: 'smoothed', by: 'stream', span: 'all' }), '/?lens=smoothed&by=stream&span=all'],
  [to.streams(), '/streams'],
  [to.stream(3), '/streams/3'],
  [to.stream(3, { lens: 'smoothed' }), '/streams/3?lens=smoothed'],
  [to.time(), '/time'],
  [to.time({ week: '2026-11-16' }), '/time?week=2026-11-16'],
  [to.ledger(), '/ledger'],
  [
    to.ledger({ search: 'a b', stream: 2, month: '2026-10', unconverted: true }),
    '/ledger?search=a+b&stream=2&month=2026-10&unconverted=true',
  ],
  [to.ledger({ sort: 'net', order: 'desc', search: '' }), '/ledger?sort=net'],
  [to.target(), '/target'],
  [to.needs(3), '/ventures/3/needs'],
  [to.sharing(), '/sharing'],
  [to.publicPage(3), '/ventures/3/page'],
  [to.pledges({ state: 'at-risk' }), '/pledges?state=at-risk'],
  [to.addIncome(), '/add'],
  [to.import(), '/import'],
  [to.settings(), '/settings'],
]

test.each(addresses)('%s is %s', (built, expected) => {
  expect(built).toBe(expected)
})

test('every address that is built leads to a page', () => {
  for (const [address] of addresses) expect(findRoute(routes, parseAddress(address).path), address).toBeDefined()
})

test('an address names its book and comes back as it was', () => {
  expect(parseAddress('/example/streams/3?lens=smoothed')).toMatchObject({ book: 'example', path: '/streams/3' })
  expect(parseAddress('/example')).toMatchObject({ book: 'example', path: '/' })
  expect(parseAddress('/examples')).toMatchObject({ book: 'main', path: '/examples' })
  expect(addressText('example', '/')).toBe('/example/')
  expect(parseAddress(addressText('example', '/ledger')).path).toBe('/ledger')
})

test('a pattern fits a path of its own length and reads its parameters', () => {
  expect(matchPath('/streams/:stream', '/streams/a%20b')).toEqual({ stream: 'a b' })
  expect(matchPath('/streams/:stream', '/streams')).toBeUndefined()
  expect(matchPath('/', '/')).toEqual({})
})
