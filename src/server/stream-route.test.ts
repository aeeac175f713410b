import { expect, test } from 'vitest'
import { githubCsv, sponsorship, testApp } from './app-fixture.ts'

const main = { book: 'main' }
const file = (account: string, ...ids: string[]) => ({
  name: `${account}-sponsorships-all-time.csv`,
  text: githubCsv(...ids.map((id) => sponsorship(id))),
})

async function withTwo() {
  const app = await testApp()
  await app.createBook()
  const into = async (streamName: string, ...ids: string[]) => {
    const report = await app.commit([{ ...file(streamName, ...ids), more: { destinations: [{ streamName }] } }])
    return report.files[0]?.streams[0]?.stream ?? 0
  }
  const [old, now] = [await into('Old', '1', '2'), await into('New', '2', '3')]
  const streams = async () => (await app.ask('streams', { params: main })).map(({ id, entries }) => [id, entries])
  return { ...app, old, now, into, streams }
}

test('a stream is merged into another, keys in common stay apart, and taking it back brings both back', async () => {
  const { ask, raw, bookFile, old, now, streams } = await withTwo()
  const before = await bookFile()
  const route = await ask('mergeStream', { params: { ...main, stream: old }, body: { into: now } })
  expect(route).toMatchObject({ stream: old, streamName: 'Old', into: now, intoName: 'New', words: '', source: '' })
  expect(await streams()).toEqual([[now, 4]])
  const { entries } = await ask('entries', { params: { ...main, stream: now } })
  expect(entries.map(({ stream, streamName }) => [stream, streamName])).toEqual(Array.from({ length: 4 }, () => [now, 'New']))
  expect(new Set(entries.map(({ id }) => id)).size).toBe(4)
  expect((await ask('stream', { params: { ...main, stream: old } })).stream.id).toBe(now)
  const csv = await (await raw('ledgerFile', { params: main })).text()
  expect(
    csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(',')[2]),
  ).toEqual(Array.from({ length: 4 }, () => 'New'))
  expect(await ask('removeStreamRoute', { params: { ...main, route: route.id } })).toEqual([])
  expect(await streams()).toEqual([
    [old, 2],
    [now, 2],
  ])
  expect(await bookFile()).toBe(before)
})

test('a later file of a merged source is told to go to the stream that shows it, and changes no line twice', async () => {
  const { ask, commit, old, now, streams } = await withTwo()
  await ask('mergeStream', { params: { ...main, stream: now }, body: { into: old } })
  const report = await commit([file('New', '2', '3', '4')])
  expect(report.files[0]).toMatchObject({ added: 1, unchanged: 2, streams: [{ stream: old, streamName: 'Old', isNew: false }] })
  const wished = await commit([{ ...file('New', '2', '3', '4', '5'), more: { destinations: [{ stream: old }] } }])
  expect(wished.files[0]).toMatchObject({ added: 1, unchanged: 3 })
  expect(await streams()).toEqual([[old, 6]])
  const [last] = await ask('imports', { params: main })
  expect(last?.streams).toEqual(['Old'])
  await ask('undoImport', { params: { ...main, import: last?.id ?? 0 } })
  expect(await streams()).toEqual([[old, 5]])
})

test('lines are split off by their words or their source, now and later', async () => {
  const { ask, bookFile, into, old, streams } = await withTwo()
  const before = await bookFile()
  const typed = { stream: old, day: '2024-05-08', amount: 700, currency: 'EUR', note: 'Zine at the fair' }
  const entry = await ask('addEntry', { params: main, body: typed })
  const route = await ask('splitStream', { params: { ...main, stream: old }, body: { name: 'Fairs', words: 'zine' } })
  const moved = await ask('entry', { params: { ...main, entry: entry.id } })
  expect(moved).toMatchObject({ id: entry.id, stream: route.into, streamName: 'Fairs', home: { net: 700 } })
  await ask('addEntry', { params: main, body: { ...typed, note: 'another zine' } })
  const byHand = await ask('splitStream', {
    params: { ...main, stream: old },
    body: { name: 'Users', words: 'USER-2', source: 'github-sponsors' },
  })
  expect(byHand).toMatchObject({ sourceName: 'GitHub Sponsors', words: 'USER-2' })
  expect(Object.fromEntries(await streams())).toMatchObject({ [old]: 1, [route.into]: 2, [byHand.into]: 1 })
  await into('Old', '1', '2', '9')
  expect(Object.fromEntries(await streams())).toMatchObject({ [old]: 2 })
  const [last] = await ask('imports', { params: main })
  await ask('undoImport', { params: { ...main, import: last?.id ?? 0 } })
  for (const { id } of [route, byHand]) await ask('removeStreamRoute', { params: { ...main, route: id } })
  expect((await streams()).map(([id]) => id)).not.toContain(route.into)
  expect(await bookFile()).not.toBe(before)
  expect(Object.fromEntries(await streams())).toMatchObject({ [old]: 4 })
})

test('what would lead nowhere is refused with what to do', async () => {
  const { ask, raw, old, now } = await withTwo()
  const status = async (...asking: Parameters<typeof raw<'mergeStream'>>) => (await raw(...asking)).status
  expect(await status('mergeStream', { params: { ...main, stream: old }, body: { into: old } })).toBe(409)
  expect(await status('mergeStream', { params: { ...main, stream: old }, body: { into: 99 } })).toBe(404)
  const { into } = await ask('splitStream', { params: { ...main, stream: old }, body: { name: 'Part', words: 'x' } })
  expect(await status('mergeStream', { params: { ...main, stream: into }, body: { into: old } })).toBe(409)
  await ask('mergeStream', { params: { ...main, stream: old }, body: { into: now } })
  expect(await status('mergeStream', { params: { ...main, stream: old }, body: { into } })).toBe(409)
  expect((await raw('splitStream', { params: { ...main, stream: now }, body: { name: 'All' } })).status).toBe(400)
  expect((await raw('removeStreamRoute', { params: { ...main, route: 99 } })).status).toBe(404)
})
