import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leadsBack, routesOf, type StreamRoute } from './stream-route.ts'

const route = (id: number, [stream, into]: [number, number], more: Partial<StreamRoute> = {}): StreamRoute => ({
  id,
  stream,
  into,
  words: '',
  source: '',
  ...more,
})
const line =
  (key: string, text = '') =>
  () => ({ key, text })

test('a merged stream counts in the other, and so does what was merged into it before', () => {
  const routes = routesOf([route(1, [10, 11]), route(2, [11, 12])])
  expect([10, 11, 12, 13].map((stream) => routes.of(stream, line('a')))).toEqual([12, 12, 12, 13])
  expect(routes.shown(10)).toBe(12)
  expect(routes.sources(12).sort()).toEqual([10, 11, 12])
  expect(routes.splits(10)).toBe(false)
})

test('a split takes the lines with all its words, or of its source, also of what is merged into the stream', () => {
  const routes = routesOf([route(1, [10, 11]), route(2, [11, 20], { words: 'zine  FAIR' }), route(3, [11, 21], { source: 'ko-fi' })])
  expect(routes.of(10, line('ko-fi:1', 'A zine at the fair'))).toBe(20)
  expect(routes.of(10, line('ko-fi:1', 'A zine'))).toBe(21)
  expect(routes.of(11, line('stripe:1', 'A zine'))).toBe(11)
  expect(routes.of(11, line('ko-fish:1'))).toBe(11)
  expect(routes.splits(10)).toBe(true)
  expect(routes.places(10).sort()).toEqual([10, 11, 20, 21])
})

test('routes that never lead back end somewhere, whatever they are', () => {
  const any = fc.record({
    stream: fc.integer({ min: 1, max: 6 }),
    into: fc.integer({ min: 1, max: 6 }),
    words: fc.constantFrom('', 'zine', 'a b'),
    source: fc.constantFrom('', '', 'ko-fi'),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), fc.string(), (wished, text) => {
      const kept: StreamRoute[] = []
      for (const [id, one] of wished.entries()) if (!leadsBack(kept, one)) kept.push({ id, ...one })
      const routes = routesOf(kept)
      for (let stream = 1; stream <= 6; stream += 1) {
        const place = routes.of(stream, line('ko-fi:1', text))
        expect(routes.places(stream)).toContain(place)
        expect(routes.sources(place)).toContain(stream)
        expect(routes.of(place, line('ko-fi:1', text))).toBe(place)
      }
    }),
  )
})
