import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crowdOf, payerOf, streamOf } from './crowd-fixture.ts'
import { leftWithout, sourcesOf } from './stops.ts'

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
  const sources = sourcesOf(crowd)
  expect(sources.patrons.map(({ name, net }) => [name, net])).toEqual([
    ['ada', 700],
    ['bob', 150],
  ])
  expect(sources.streams.map(({ name }) => name)).toEqual(['Obtool · GitHub Sponsors', 'Obtool', 'Obtool · Other'])
  expect(sources.platforms).toEqual([{ key: 'platform github-sponsors', name: 'GitHub Sponsors', net: 700 }])
})

test('a patron and the stream they pay by are lost once', () => {
  expect(leftWithout(crowd, new Set())).toBe(1_000)
  expect(leftWithout(crowd, new Set(['patron ada']))).toBe(300)
  expect(leftWithout(crowd, new Set(['patron ada', 'stream 1']))).toBe(100)
  expect(leftWithout(crowd, new Set(['patron ada', 'platform github-sponsors', 'stream 1']))).toBe(0)
  expect(leftWithout(crowd, new Set(['patron bob']))).toBe(800)
})

test('a currency stops in all its streams, and with a patron loses no stream more than it brings', () => {
  expect(sourcesOf(crowd).currencies).toEqual([
    { key: 'currency USD', name: 'USD', net: 600 },
    { key: 'currency EUR', name: 'EUR', net: 400 },
  ])
  expect(leftWithout(crowd, new Set(['currency USD']))).toBe(400)
  expect(leftWithout(crowd, new Set(['currency USD', 'patron bob']))).toBe(300)
  expect(leftWithout(crowd, new Set(['currency USD', 'stream 1']))).toBe(300)
  expect(leftWithout(crowd, new Set(['currency USD', 'currency EUR']))).toBe(0)
  expect(sourcesOf(crowdOf({ currencies: crowd.currencies.slice(0, 1) })).currencies).toEqual([])
})

test('removing a patron, a stream, a platform or a currency never raises the total', () => {
  const keys = ['currency USD', 'currency EUR', 'patron ada', 'patron bob', 'stream 1', 'stream 2', 'stream 3', 'platform github-sponsors']
  fc.assert(
    fc.property(fc.subarray(keys), fc.constantFrom(...keys), (stopped, more) => {
      expect(leftWithout(crowd, new Set([...stopped, more]))).toBeLessThanOrEqual(leftWithout(crowd, new Set(stopped)))
    }),
  )
})
