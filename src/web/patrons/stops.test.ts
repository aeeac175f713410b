import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Crowd } from '#contract/crowd.ts'
import { createFormat } from '#web/ui/format.ts'
import { crowdOf, payerOf, streamOf } from './crowd-fixture.ts'
import { leftWithout, matching, OTHERS, readStopped, sourcesOf, writeStopped } from './stops.ts'

const format = createFormat('en', 'EUR')
const crowd = crowdOf({
  streams: [
    streamOf(1, { platform: 'github-sponsors', platformName: 'GitHub Sponsors', name: 'Obtool on GitHub Sponsors', net: 600 }),
    streamOf(2, { platform: 'github-sponsors', platformName: 'GitHub Sponsors', name: 'Other', net: 100 }),
    streamOf(3, { platform: '', name: 'Obtool', net: 300 }),
  ],
  payers: [payerOf('ada', [1, 400], [3, 300]), payerOf('bob', [1, 200], [2, -50])],
  currencies: [
    {
      currency: 'USD',
      parts: [
        { stream: 1, net: 500, year: 6_000 },
        { stream: 2, net: 100, year: 100 },
      ],
    },
    {
      currency: 'EUR',
      parts: [
        { stream: 1, net: 100, year: 0 },
        { stream: 3, net: 300, year: 900 },
      ],
    },
  ],
})

test('patrons, streams and platforms may stop; what is typed in hangs on no platform', () => {
  const sources = sourcesOf(crowd, format)
  expect(sources.patrons.map(({ name, net }) => [name, net])).toEqual([
    ['ada', 700],
    ['bob', 150],
  ])
  expect(sources.streams.map(({ name }) => name)).toEqual(['Obtool · GitHub Sponsors', 'Obtool', 'Obtool · Other'])
  expect(sources.platforms).toEqual([{ key: 'platform github-sponsors', name: 'GitHub Sponsors', net: 700, left: 300 }])
})

test('a patron and the stream they pay by are lost once', () => {
  expect(leftWithout(crowd, new Set())).toBe(1_000)
  expect(leftWithout(crowd, new Set(['patron ada']))).toBe(300)
  expect(leftWithout(crowd, new Set(['patron ada', 'stream 1']))).toBe(100)
  expect(leftWithout(crowd, new Set(['patron ada', 'platform github-sponsors', 'stream 1']))).toBe(0)
  expect(leftWithout(crowd, new Set(['patron bob']))).toBe(850)
})

test('a currency stops in all its streams, and with a patron loses no stream more than it brings', () => {
  expect(sourcesOf(crowd, format).currencies).toEqual([
    { key: 'currency USD', name: 'USD', net: 600, left: 400 },
    { key: 'currency EUR', name: 'EUR', net: 400, left: 600 },
  ])
  expect(leftWithout(crowd, new Set(['currency USD']))).toBe(400)
  expect(leftWithout(crowd, new Set(['currency USD', 'patron bob']))).toBe(300)
  expect(leftWithout(crowd, new Set(['currency USD', 'stream 1']))).toBe(300)
  expect(leftWithout(crowd, new Set(['currency USD', 'currency EUR']))).toBe(0)
  expect(sourcesOf(crowdOf({ currencies: crowd.currencies.slice(0, 1) }), format).currencies).toEqual([])
})

test('everybody who is not told by name stops together, and names are found by a part of them', () => {
  expect(sourcesOf(crowd, format).others).toBeUndefined()
  const back = { stream: 2, net: -20 }
  const crowded = { ...crowd, others: { patrons: 1_153, parts: [{ stream: 3, net: 120 }, back] } }
  expect(sourcesOf(crowded, format).others).toEqual({ key: OTHERS, name: '1,153 others, each smaller', net: 100, left: 900 })
  expect(leftWithout(crowded, new Set([OTHERS, 'stream 3']))).toBe(700)
  const named = ['Zoë', 'zoe b.', 'Ada'].map((name) => ({ key: name, name, net: 1, left: 0 }))
  expect(matching(named, 'ZOE').map(({ name }) => name)).toEqual(['Zoë', 'zoe b.'])
  expect(matching(named, '')).toEqual(named)
  expect(matching(named, 'x')).toEqual([])
})

/** Crowds of any sort: payers who were paid back, streams that brought less than their payers gave, currencies that went back. */
const amount = fc.integer({ min: -50_000, max: 90_000 })
const parts = fc.uniqueArray(fc.record({ stream: fc.integer({ min: 1, max: 4 }), net: amount }), {
  maxLength: 4,
  selector: (part) => part.stream,
})
const anyCrowd = fc
  .record({
    nets: fc.array(amount, { minLength: 1, maxLength: 4 }),
    payers: fc.array(parts, { maxLength: 5 }),
    others: parts,
    currencies: fc.array(parts, { minLength: 2, maxLength: 3 }),
  })
  .map(({ nets, payers, others, currencies }) =>
    crowdOf({
      streams: nets.map((net, i) => streamOf(i + 1, { net, platform: ['github-sponsors', 'kofi', ''][i % 3] ?? '' })),
      payers: payers.map((own, i) => payerOf(`p${i}`, ...own.map(({ stream, net }): [number, number] => [stream, net]))),
      others: { patrons: others.length, parts: others },
      currencies: currencies.map((own, i) => ({ currency: `C${i}`, parts: own.map((part) => ({ ...part, year: part.net })) })),
    }),
  )
const keysOf = (of: Crowd) => {
  const { patrons, others, streams, platforms, currencies } = sourcesOf(of, format)
  return [...patrons, ...(others ? [others] : []), ...streams, ...platforms, ...currencies]
}

test('removing a patron, a stream, a platform or a currency never raises what is left', () => {
  fc.assert(
    fc.property(anyCrowd, fc.array(fc.nat(), { maxLength: 6 }), fc.nat(), (any, picked, more) => {
      const keys = keysOf(any).map(({ key }) => key)
      if (keys.length === 0) return
      const stopped = picked.map((at) => keys[at % keys.length] ?? '')
      const [left, then] = [stopped, [...stopped, keys[more % keys.length] ?? '']].map((set) => leftWithout(any, new Set(set)))
      expect(then).toBeLessThanOrEqual(left ?? 0)
    }),
  )
})

test('the table, the sentence and the bar tell the same of whoever stops alone', () => {
  fc.assert(
    fc.property(anyCrowd, (any) => {
      for (const { key, net, left } of keysOf(any)) {
        expect(net).toBeGreaterThan(0)
        expect(leftWithout(any, new Set([key]))).toBe(left)
        expect(any.total - net).toBe(left)
      }
    }),
  )
})

test('an address names nobody, tells the same ones again, and whom it does not know is left out', () => {
  const keys = ['patron ada', 'patron bob', OTHERS, 'stream 3', 'platform github-sponsors', 'currency USD']
  fc.assert(
    fc.property(fc.subarray(keys), (stopped) => {
      const written = writeStopped(new Set(stopped))
      const search = new URLSearchParams(written === undefined ? '' : { without: written })
      expect(readStopped(search, crowd)).toEqual(new Set(stopped))
    }),
  )
  const written = writeStopped(new Set(keys)) ?? ''
  expect(written).toMatch(/^[a-z0-9]+(\.[a-z0-9]+){5}$/)
  expect(written).not.toMatch(/ada|bob|usd/i)
  expect(readStopped(new URLSearchParams({ without: `${written}.zzz..%` }), crowd)).toEqual(new Set(keys))
  expect(readStopped(new URLSearchParams({ without: 'nobody' }), crowd)).toEqual(new Set())
})
