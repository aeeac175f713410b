import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testApp, type Dropped } from './app-fixture.ts'

const main = { book: 'main' }
const CLOCK = ['i 2024/03/30 22:30:00 obtool:core', 'o 2024/03/31 01:00:00', 'i 2024/04/01 09:00 editing', 'o 2024/04/01 10:00', '']
const clock = (text: string, more: Dropped['more'] = {}): Dropped => ({ name: 'work.timeclock', text, more })
const first = CLOCK.join('\n')
const longer = [first, 'i 2024/04/02 09:00 garden', 'o 2024/04/02 09:30', ''].join('\n')

async function opened() {
  const test = await testApp()
  await test.createBook()
  await test.ask('createVenture', { params: main, body: { name: 'Obtool', work: 'basic' } })
  const editing = await test.ask('createVenture', { params: main, body: { name: 'Editing', work: 'income' } })
  return { ...test, editing: editing.id }
}

test('a file of time says how much, in which projects, and where they belong by their names; a preview saves nothing', async () => {
  const { preview, ask, editing } = await opened()
  const { files } = await preview([clock(first)])
  expect(files[0]).toMatchObject({
    state: 'read',
    layout: { id: 'timeclock', platform: 'timeclock' },
    rows: 4,
    added: 2,
    nonRows: 2,
    streams: [],
    warnings: [],
    span: { from: '2024-03-30', to: '2024-04-01' },
  })
  expect(files[0]?.hours).toEqual({
    entries: 2,
    minutes: 210,
    projects: [
      { project: 'obtool:core', venture: 1, ventureName: 'Obtool', kind: 'basic', said: false, entries: 1, minutes: 150 },
      { project: 'editing', venture: editing, ventureName: 'Editing', kind: 'paid', said: false, entries: 1, minutes: 60 },
    ],
  })
  expect(await ask('hours', { params: main })).toEqual({ sums: [], projects: [] })
})

test('the same file twice changes nothing, a longer one adds, and undoing takes its time away, to the byte', async () => {
  const { commit, ask, bookFile, storage } = await opened()
  const saved = await commit([clock(first)])
  const again = await commit([clock(first)])
  expect([again.files[0]?.already, again.files[0]?.unchanged]).toEqual([true, 2])
  const before = await bookFile()
  const more = await commit([clock(longer)])
  expect(more.files[0]).toMatchObject({ already: false, added: 1, unchanged: 2, import: expect.any(Number) as number })
  expect(
    (await ask('hours', { params: main })).sums.map(({ month, ventureName, kind, minutes }) => [month, ventureName, kind, minutes]),
  ).toEqual([
    ['2024-04', 'Editing', 'paid', 60],
    ['2024-04', null, 'paid', 30],
    ['2024-03', 'Obtool', 'basic', 150],
  ])
  expect(await ask('undoBatch', { params: { ...main, batch: more.batch ?? '' } })).toMatchObject({ removed: 1, restored: 0 })
  expect(await bookFile()).toBe(before)
  await ask('undoImport', { params: { ...main, import: saved.files[0]?.import ?? 0 } })
  expect([await storage.hours('main'), (await ask('imports', { params: main })).length]).toEqual([[], 0])
})

test('where a project belongs can be said with the file and later, and is remembered for its next file', async () => {
  const { commit, preview, ask, raw, editing } = await opened()
  const projects = [{ project: 'editing', venture: null, kind: 'care' as const }]
  const saved = await commit([clock(first, { projects: [...projects, { project: 'of another file', venture: null, kind: 'paid' }] })])
  expect(saved.files[0]?.hours?.projects[1]).toMatchObject({ project: 'editing', venture: null, kind: 'care', said: true })
  expect((await preview([clock(longer)])).files[0]?.hours?.projects[1]).toMatchObject({ venture: null, kind: 'care', said: true })
  const changed = await ask('setProject', { params: main, body: { project: 'editing', venture: editing, kind: 'paid' } })
  expect(changed.projects.map(({ project, venture, said }) => [project, venture, said])).toEqual([
    ['obtool:core', 1, false],
    ['editing', editing, true],
  ])
  for (const body of [
    { project: 'editing', venture: 77, kind: 'paid' as const },
    { project: 'nothing', venture: null, kind: 'paid' as const },
  ]) {
    expect((await raw('setProject', { params: main, body })).status).toBe(404)
  }
})

test('an entry that was moved is told as one that cannot be found any more, and goes with the import that told it', async () => {
  const { commit, ask, storage } = await opened()
  const saved = await commit([clock([...CLOCK.slice(0, 4), 'i 2024/04/03 09:00 editing', 'o 2024/04/03 10:00', ''].join('\n'))])
  const moved = ['i 2024/04/01 08:30 editing', 'o 2024/04/01 10:00', 'i 2024/04/03 09:00 editing', 'o 2024/04/03 10:00', '']
  const newer = await commit([clock([...CLOCK.slice(0, 2), ...moved].join('\n'))])
  expect([saved.files[0]?.warnings, newer.files[0]?.warnings]).toEqual([
    [],
    [expect.stringMatching(/^1 entry \(60 minutes\) of these days/)],
  ])
  expect((await storage.hours('main')).length).toBe(4)
  await ask('undoImport', { params: { ...main, import: saved.files[0]?.import ?? 0 } })
  expect((await storage.hours('main')).map(({ at }) => at.slice(5, 16))).toEqual(['03-30T22:30', '04-01T08:30', '04-03T09:00'])
})

test('a venture that is not there lets an import fail whole', async () => {
  const { run, storage } = await opened()
  const job = await run('commitImport', { files: [clock(first, { projects: [{ project: 'editing', venture: 77, kind: 'paid' }] })] })
  expect([job.state, job.problem]).toEqual(['failed', expect.stringContaining('venture 77')])
  expect([await storage.hours('main'), await storage.imports('main')]).toEqual([[], []])
})

test('time and money in one drop: a venture that the money would make is told by its name in the preview, and stands once saved', async () => {
  const { preview, commit } = await testApp().then(async (app) => (await app.createBook(), app))
  const money: Dropped = {
    name: 'a.csv',
    text: readFileSync(new URL('../platforms/ko-fi/samples/tax-gifts-and-types.csv', import.meta.url), 'utf8'),
  }
  const files = [money, clock('i 2024/04/01 09:00 ko-fi\no 2024/04/01 10:00\n')]
  const seen = await preview(files)
  expect(seen.files[1]?.hours?.projects[0]).toMatchObject({ venture: null, ventureName: 'Ko-fi' })
  const saved = await commit(files)
  expect(saved.files[1]?.hours?.projects[0]).toMatchObject({ venture: saved.files[0]?.streams[0]?.venture, ventureName: 'Ko-fi' })
})
