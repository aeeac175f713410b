import { expect, test } from 'vitest'
import { readerById } from '#platforms/registry.ts'
import { githubCsv, sponsorship, testApp } from './app-fixture.ts'
import { KeptLines, lineBatches, type LinesBatch } from './import-lines.ts'

const reader = readerById('github-sponsors-csv-2023')
if (!reader) throw new Error('The reader is gone.')

const ROWS = 4500
const text = githubCsv(...Array.from({ length: ROWS }, (_, i) => sponsorship(String(i))))

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

async function kept(rows: number, size = text.length) {
  const room = { rows }
  const lines = new KeptLines(reader!, room, size)
  for await (const outcome of reader!.read(chunks(), { fileName: 'a.csv' })) if (outcome.outcome === 'lines') lines.add(outcome)
  const read = lines.end()
  return { batches: read && [...read()], room }
}

test('lines that are kept are those that a second reading gives, some at a time', async () => {
  const again: LinesBatch[] = []
  for await (const batch of lineBatches({ reader: reader!, chunks: chunks(), options: { fileName: 'a.csv' } })) again.push(batch)
  const { batches, room } = await kept(ROWS + 5)
  expect(batches).toEqual(again)
  expect(again.map(({ rows }) => rows.length)).toEqual([1000, 1000, 1000, 1000, 500])
  expect(again[0]?.rows[0]?.lines[0]?.key).toMatch(/^github-sponsors:/)
  expect(room.rows).toBe(5)
})

test('a file for which there is no room is not kept, and leaves the room to others', async () => {
  const { batches, room } = await kept(ROWS - 1)
  expect(batches).toBeUndefined()
  expect(room.rows).toBe(ROWS - 1)
})

test('a file of many bytes is not kept at all', async () => {
  const { batches, room } = await kept(ROWS + 5, 50_000_000)
  expect(batches).toBeUndefined()
  expect(room.rows).toBe(ROWS + 5)
})

test('spans of time go with the lines, under the name of their platform', async () => {
  const toggl = readerById('toggl-detailed')
  const rows = Array.from({ length: 2500 }, (_, i) => `Ada,Zine,2024-03-0${(i % 9) + 1},09:00:00,00:30:00`)
  const report = new TextEncoder().encode(['User,Project,Start date,Start time,Duration', ...rows, ''].join('\n'))
  const options = { fileName: 'a.csv' }
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield report
  }
  const read: LinesBatch[] = []
  for await (const batch of lineBatches({ reader: toggl!, chunks: bytes(), options })) read.push(batch)
  expect(read.map(({ hours, rows: lines }) => [hours.length, lines.length])).toEqual([
    [1000, 0],
    [1000, 0],
    [500, 0],
  ])
  expect(read[2]?.hours[0]).toMatchObject({ key: expect.stringMatching(/^toggl:2024-03-/), minutes: 30, project: 'Zine' })
})

test('a file that is too large to be kept is previewed and saved alike', { timeout: 120_000 }, async () => {
  const { preview, commit, createBook } = await testApp()
  await createBook()
  const many = githubCsv(...Array.from({ length: 111_000 }, (_, i) => sponsorship(String(i), { amount: '$1.00' })))
  const said = await preview([{ name: 'a.csv', text: many }])
  expect(said.files[0]).toMatchObject({ added: 111_000, changes: [{ net: 11_100_000 }] })
  const done = await commit([{ name: 'a.csv', text: many }])
  expect(done.files[0]).toMatchObject({ added: 111_000, changes: said.files[0]?.changes })
})
