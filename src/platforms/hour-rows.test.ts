import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWhole } from './read-fixture.ts'

const SAMPLES = [
  ['toggl-detailed', 'toggl/samples/half-minutes-and-running.csv'],
  ['toggl-detailed', 'toggl/samples/several-people-stop-date.csv'],
  ['harvest-time', 'harvest/samples/decimal-commas.csv'],
] as const

test.each(SAMPLES)('%s: cut between days at any places, and in any order of days, files tell the same time', async (layout, path) => {
  const [header = '', ...rows] = readFileSync(new URL(path, import.meta.url), 'utf8')
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\n')
  const dayOf = (row: string) => /\d{4}-\d\d-\d\d/.exec(row)?.[0] ?? ''
  const days = [...Map.groupBy(rows, dayOf).values()]
  const hoursOf = async (parts: readonly string[]) => (await readWhole(layout, [header, ...parts].join('\n'))).hours
  const plain = (hours: Awaited<ReturnType<typeof hoursOf>>) => hours.map((hour) => JSON.stringify(hour)).toSorted()
  const whole = plain(await hoursOf(rows))
  const shuffled = fc.shuffledSubarray(days, { minLength: days.length })
  await fc.assert(
    fc.asyncProperty(shuffled, fc.nat(days.length), async (order, cut) => {
      const parts = [order.slice(0, cut), order.slice(cut)]
      expect(plain((await Promise.all(parts.map((part) => hoursOf(part.flat())))).flat())).toEqual(whole)
    }),
    { numRuns: 30 },
  )
})
