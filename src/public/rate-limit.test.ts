import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProblemError } from '#http/problem.ts'
import { RateLimit } from './rate-limit.ts'

const START = Date.parse('2026-11-23T10:00:00Z')

function limited() {
  const time = { seconds: 0 }
  const limit = new RateLimit(() => new Date(START + time.seconds * 1000).toISOString())
  const allows = (...uses: Parameters<RateLimit['take']>): boolean => {
    try {
      limit.take(...uses)
      return true
    } catch {
      return false
    }
  }
  return { time, limit, allows }
}

test('in any stretch of time no more passes than the burst and what the stretch earns', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 20 }), steps, (burst, secondsEach, waits) => {
      const { time, allows } = limited()
      const passed: number[] = []
      for (const wait of waits) {
        time.seconds += wait
        if (allows({ rate: { burst, secondsEach }, name: 'a' })) passed.push(time.seconds)
      }
      for (const [i, from] of passed.entries())
        for (const [j, to] of passed.entries()) if (j >= i) expect(j - i + 1).toBeLessThanOrEqual(burst + (to - from) / secondsEach)
    }),
    { numRuns: 60 },
  )
})

test('who waits as long as is said passes, and names do not disturb each other', () => {
  const { time, limit, allows } = limited()
  const use = { rate: { burst: 1, secondsEach: 90 }, name: 'a' }
  expect([allows(use), allows(use), allows({ ...use, name: 'b' })]).toEqual([true, false, true])
  time.seconds = 30
  try {
    limit.take(use)
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({ status: 429, headers: { 'retry-after': '60' } })
  }
  time.seconds = 90
  expect(allows(use)).toBe(true)
})

test('what one bucket refuses is taken from no other', () => {
  const { allows } = limited()
  const [a, b] = [
    { rate: { burst: 1, secondsEach: 1000 }, name: 'a' },
    { rate: { burst: 2, secondsEach: 1000 }, name: 'b' },
  ]
  expect([allows(a, b), allows(a, b), allows(b), allows(b)]).toEqual([true, false, true, false])
})

test('what is remembered is bounded, however many names come', () => {
  const { limit } = limited()
  for (let i = 0; i < 10_500; i += 1) limit.take({ rate: { burst: 1, secondsEach: 1 }, name: `n${i}` })
  expect(limit.size).toBe(10_000)
})
