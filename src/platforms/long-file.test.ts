import { expect, test } from 'vitest'
import { longestSamples, longFile } from './long-file-fixture.ts'
import { readWith } from './read-fixture.ts'
import { readers } from './registry.ts'

const longest = longestSamples()
const BYTES = 40_000

/** What `npm run bench` measures: a reader that is registered without it fails here. */
test.each(readers.map((reader) => [reader.layout.id, reader] as const))('%s: there is a long file to measure it by', async (id, reader) => {
  const sample = longest.get(id)
  if (!sample) throw new Error(`There is no sample of ${id}.`)
  const text = longFile(sample, BYTES)
  expect(text?.length).toBeGreaterThanOrEqual(BYTES)
  const reading = { chunk: 8192, fileName: sample.name, ...(sample.mapping && { mapping: sample.mapping }) }
  const short = await readWith(reader, sample.bytes, reading)
  const { outcomes } = await readWith(reader, text ?? '', reading)
  expect(outcomes.length).toBeGreaterThan(Math.max(20, short.outcomes.length))
  // Rows are read as in the sample, not passed over as repeated; only a month or a day that is a row's own cannot come anew.
  if (/^(patreon-earnings|liberapay-charts)/.test(id)) return
  const complaints = (all: typeof outcomes) => all.filter(({ outcome }) => outcome === 'complaint').length / all.length
  expect(complaints(outcomes)).toBeLessThanOrEqual(complaints(short.outcomes) + 0.2)
})
