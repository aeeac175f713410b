import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWhole } from '../read-fixture.ts'
import { headOf, recognise } from '../registry.ts'

const LAYOUT = 'timeclock'
const REAL = new URL('../../../../shared/samples/timeclock/sample.timeclock', import.meta.url)
const text = readFileSync(new URL('samples/overnight-and-unfinished.timeclock', import.meta.url), 'utf8')
const layoutOf = (content: string) => recognise(headOf(new TextEncoder().encode(content), 'x'))?.layout.id

test('clock-ins and clock-outs make entries that belong to the day of their beginning', async () => {
  expect(layoutOf(text)).toBe(LAYOUT)
  const reading = await readWhole(LAYOUT, text, { chunk: 20 })
  expect(reading.hours).toEqual([
    { key: '2024-03-31T22:30:00', at: '2024-03-31T22:30:00', minutes: 150, project: 'obtool:core', note: 'Parser' },
    { key: '2024-04-01T09:00:00', at: '2024-04-01T09:00:00', minutes: 45, project: 'editing', note: 'a comment, with tag:' },
    { key: '2024-04-02T10:00:00', at: '2024-04-02T10:00:00', minutes: 60, project: 'editing', note: 'Proofs' },
  ])
  const ended = 'end of an entry, told with its beginning'
  expect(reading.passedOver).toEqual(['comment', ended, ended, ended, 'no entry', 'still running'])
  expect(reading.complaints.map(({ row, raw }) => [row, raw])).toEqual([
    [7, 'i 2024/04/02 09:00:00'],
    [10, 'o 2024/04/02 12:00:00'],
    [12, 'i 2024/04/31 09:00:00 obtool'],
    [13, 'what is this'],
  ])
  expect(reading.facts.span).toEqual({ from: '2024-03-31', to: '2024-04-02' })
})

test.skipIf(!existsSync(REAL))('the real file is read whole, to the minute', async () => {
  const content = readFileSync(REAL, 'utf8')
  const reading = await readWhole(LAYOUT, content)
  const times = [...content.matchAll(/^[io] (\S+) (\S+)/gm)].map(([, day = '', time]) => Date.parse(`${day.replaceAll('/', '-')}T${time}Z`))
  const minutes = times.flatMap((end, i) => (i % 2 === 1 ? [Math.round((end - (times[i - 1] ?? 0)) / 60_000)] : []))
  expect(reading.hours.map((hour) => hour.minutes)).toEqual(minutes)
  expect(minutes.length).toBe(3)
  expect([reading.complaints, reading.hours.map(({ project }) => project)]).toEqual([
    [],
    ['projects:a', 'personal:reading:online', 'projects:b'],
  ])
})

test('any lines give each line that is not blank one outcome, without throwing', async () => {
  const line = fc.oneof(
    fc.constantFrom(...text.split('\n'), 'o 2024/04/09 10:00', 'i 2024/04/09 09:00\r'),
    fc.string({ unit: fc.constantFrom('i', 'o', ' ', '2', '/', ':', ';', 'x') }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
      const { outcomes } = await readWhole(LAYOUT, lines.join('\n'), { chunk: 17 })
      expect(outcomes.map(({ row }) => row)).toEqual(lines.flatMap((one, i) => (one.trim() === '' ? [] : [i + 1])))
    }),
  )
})
