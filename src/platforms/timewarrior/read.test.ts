import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWhole } from '../read-fixture.ts'
import { layoutOf } from '../rows-fixture.ts'

const LAYOUT = 'timewarrior-export'
const text = readFileSync(new URL('samples/running-and-without-tags.json', import.meta.url), 'utf8')

test('intervals are keyed by their start, keep their instant, and have their tags for a project', async () => {
  expect(layoutOf(text)).toBe(LAYOUT)
  const reading = await readWhole(LAYOUT, text, { chunk: 50 })
  expect(reading.hours).toEqual([
    { key: '2024-03-31T22:00:00Z', at: '2024-03-31T22:00:00Z', minutes: 150, project: 'dev, obtool', note: 'Parser' },
    { key: '2024-04-02T08:00:00Z', at: '2024-04-02T08:00:00Z', minutes: 60, project: '' },
  ])
  expect(reading.passedOver).toEqual(['shorter than half a minute', 'still running'])
  expect(reading.complaints.map(({ row, field, text: cell }) => [row, field, cell])).toEqual([
    [4, 'end', '20240402T100000Z'],
    [5, 'start', '20240231T110000Z'],
    [6, 'start', ''],
    [7, '', '7'],
  ])
})

test('a file that is cut, or is other JSON, is one complaint', async () => {
  for (const content of [text.slice(0, 100), '{"start": 1}']) {
    const { outcomes, complaints } = await readWhole(LAYOUT, content)
    expect([outcomes.length, complaints.length]).toEqual([1, 1])
  }
  expect((await readWhole(LAYOUT, '[]')).facts.warnings).toEqual(['The file holds no interval: there was nothing to export.'])
})

test('any list gives each of its intervals one outcome, without throwing', async () => {
  const stamp = fc.constantFrom('20240101T000000Z', '20240101T120000Z', '20249999T000000Z', 'x', 5, null)
  const interval = fc.oneof(
    fc.jsonValue(),
    fc.record({ start: stamp, end: stamp, tags: fc.jsonValue(), annotation: fc.jsonValue() }, { requiredKeys: [] }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(interval, { maxLength: 10 }), async (list) => {
      const { outcomes } = await readWhole(LAYOUT, JSON.stringify(list))
      expect(outcomes.map(({ row }) => row)).toEqual(list.map((_, i) => i + 1))
    }),
  )
})
