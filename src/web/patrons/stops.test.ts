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

test('removing a patron, a stream or a platform never raises the total', () => {
  const keys = ['patron ada', 'patron bob', 'stream 1', 'stream 2', 'stream 3', 'platform github-sponsors']
  fc.assert(
    fc.property(fc.subarray(keys), fc.constantFrom(...keys), (stopped, more) => {
      expect(leftWithout(crowd, new Set([...stopped, more]))).toBeLessThanOrEqual(leftWithout(crowd, new Set(stopped)))
    }),
  )
})
