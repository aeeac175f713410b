import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HourSighting, ProjectChoice } from '#domain/hours.ts'
import { BOOK, bookFile, drivers, importLines, linesOf, opened, payment } from './storage-fixture.ts'
import { NO_FACTS, type Storage } from './storage.ts'

const hour = (key: string, more: Partial<HourSighting> = {}): HourSighting => {
  return { key, at: '2024-03-04T09:00:00', minutes: 60, project: 'Obtool', ...more }
}

interface Told {
  asOf?: string
  projects?: readonly ProjectChoice[]
  rollback?: boolean
}

/** Imports spans of time; with `rollback` it is a preview. */
async function importHours(storage: Storage, hours: readonly HourSighting[], { asOf = '', projects = [], rollback = false }: Told = {}) {
  return storage.write(
    BOOK,
    async (writer) => {
      const writing = await writer.beginImport(asOf)
      const claimed = await writing.claimHours(hours)
      await writing.placeProjects(projects)
      await writing.finish({ ...NO_FACTS, batch: 'b', file: 'f', name: 'a.csv', layout: 'toggl-detailed', asOf })
      return { id: writing.id, claimed }
    },
    { rollback },
  )
}

const undo = (storage: Storage, ...ids: number[]) => storage.write(BOOK, (writer) => writer.undo(ids))

for (const [name, open] of drivers) {
  describe(`${name}: time`, () => {
    test('of a key the newest import stands, and undoing it brings the one before back', async () => {
      const storage = await opened(open)
      const first = await importHours(storage, [hour('a'), hour('b')], { asOf: '2024-03-05' })
      const newer = await importHours(storage, [hour('a', { minutes: 90, note: 'n' }), hour('b'), hour('c')], { asOf: '2024-03-06' })
      const older = await importHours(storage, [hour('a', { minutes: 5 })], { asOf: '2024-03-01' })
      expect([first.claimed, newer.claimed, older.claimed]).toEqual([['added', 'added'], ['updated', 'unchanged', 'added'], ['unchanged']])
      expect((await storage.hours(BOOK)).map(({ key, minutes, note }) => [key, minutes, note])).toEqual([
        ['a', 90, 'n'],
        ['b', 60, undefined],
        ['c', 60, undefined],
      ])
      expect(await undo(storage, newer.id)).toMatchObject({ removed: 1, restored: 1 })
      expect((await storage.hours(BOOK)).map(({ key, minutes }) => [key, minutes])).toEqual([
        ['a', 60],
        ['b', 60],
      ])
      await storage.close()
    })

    test('what a newer file leaves out between its first and last span of time is told, as it stands', async () => {
      const storage = await opened(open)
      const days = ['01', '02', '03', '04', '05', '06']
      const all = days.map((day) => hour(`toggl:${day}`, { at: `2024-03-${day}T09:00:00`, minutes: Number(day) }))
      const gone = async (id: number) => storage.write(BOOK, (writer) => writer.hoursGone(id, 'toggl:'))
      const first = await importHours(storage, [...all, hour('harvest:03', { at: '2024-03-03' })], { asOf: '2024-03-07' })
      expect(await gone(first.id)).toEqual({ entries: 0, minutes: 0 })
      await importHours(storage, [{ ...hour('toggl:03', { at: '2024-03-03T10:00:00' }), minutes: 30 }], { asOf: '2024-03-08' })
      const newer = await importHours(storage, [all[1]!, all[4]!], { asOf: '2024-03-09' })
      expect(await gone(newer.id)).toEqual({ entries: 2, minutes: 30 + 4 })
      await storage.close()
    })

    test('time of any length is undone whole, and what an earlier file tells of it comes back', async () => {
      const storage = await opened(open)
      const many = Array.from({ length: 2300 }, (_, i) => hour(`k${i}`, { project: `P${i % 7}` }))
      const few = await importHours(storage, many.slice(500, 900), { asOf: '2024-01-01' })
      const before = [await bookFile(storage), await storage.hours(BOOK)]
      const { id } = await importHours(
        storage,
        many.map((one, i) => (i % 2 === 0 ? { ...one, minutes: 5 } : one)),
        { asOf: '2024-02-01' },
      )
      expect(await undo(storage, id)).toEqual({ imports: [id], removed: 1900, restored: 200 })
      expect([await bookFile(storage), await storage.hours(BOOK)]).toEqual(before)
      expect(await undo(storage, few.id)).toMatchObject({ removed: 400 })
      await storage.close()
    })

    test('a preview leaves nothing, and the time of an instant keeps it', async () => {
      const storage = await opened(open)
      const before = await bookFile(storage)
      const projects = [{ project: 'Obtool', venture: null, kind: 'care' as const }]
      await importHours(storage, [hour('a', { at: '2024-03-31T22:30:00Z' })], { projects, rollback: true })
      expect([await bookFile(storage), await storage.hours(BOOK), await storage.hourProjects(BOOK)]).toEqual([before, [], []])
      await storage.close()
    })

    test('what an import says of a project goes with it, what is said by itself stays', async () => {
      const storage = await opened(open)
      const { stream } = await importLines(storage, [payment('p')])
      const venture = (await storage.ventures(BOOK))[0]?.id ?? 0
      const first = await importHours(storage, [hour('a')], { projects: [{ project: 'Obtool', venture, kind: 'basic' }] })
      const said = await importHours(storage, [hour('b')], { projects: [{ project: 'Obtool', venture: null, kind: 'paid' }] })
      expect(await storage.hourProjects(BOOK)).toEqual([{ project: 'Obtool', venture: null, kind: 'paid' }])
      await undo(storage, said.id)
      expect(await storage.hourProjects(BOOK)).toEqual([{ project: 'Obtool', venture, kind: 'basic' }])
      // A venture that an import made stays as long as a project is said to be of it.
      await undo(storage, 3)
      expect([(await storage.streams(BOOK)).some(({ id }) => id === stream), (await storage.ventures(BOOK)).map(({ id }) => id)]).toEqual([
        false,
        [venture],
      ])
      await storage.write(BOOK, (writer) => writer.setHourProject({ project: 'Obtool', venture, kind: 'care' }))
      await undo(storage, first.id)
      expect(await storage.hourProjects(BOOK)).toEqual([{ project: 'Obtool', venture, kind: 'care' }])
      await storage.close()
    })

    test('a book file brings time back, and deleting the book takes it away', async () => {
      const storage = await opened(open)
      await importHours(storage, [hour('a', { note: 'n' }), hour('b')], { projects: [{ project: 'Obtool', venture: null, kind: 'care' }] })
      await importHours(storage, [hour('a', { note: 'n' }), hour('b', { minutes: 5 })])
      const file = await bookFile(storage)
      expect(file.split('\n')[0]).toContain('"version":3')
      await storage.restore('copy', linesOf(file))
      expect(await bookFile(storage, 'copy')).toBe(file)
      expect(await storage.hours('copy')).toEqual(await storage.hours(BOOK))
      await storage.deleteBook('copy')
      expect([await storage.hours('copy'), await storage.hourProjects('copy')]).toEqual([[], []])
      await storage.close()
    })

    test('a book file with time that cannot be kept is refused', async () => {
      const storage = await opened(open)
      await importHours(storage, [hour('a')], { projects: [{ project: 'Obtool', venture: null, kind: 'care' }] })
      const file = await bookFile(storage)
      const changes: [from: string, to: string, says: string][] = [
        ['"minutes":60', '"minutes":0', 'sighting.minutes is 0'],
        ['"minutes":60', '"minutes":999999', 'has no hour that can be kept: its minutes'],
        ['"key":"a"', '"key":""', 'has no hour that can be kept: its key'],
        ['"imports":[1]', '"imports":[]', 'imports is []'],
        ['"imports":[1]', '"imports":[0]', 'imports is [0]'],
        ['"imports":[1]', '"imports":[9]', 'speaks of import 9'],
        ['"kind":"care"', '"kind":"play"', 'kind is "play"'],
        ['"venture":null', '"venture":7', 'speaks of venture 7'],
        ['2024-03-04T09:00:00', '2024-02-30', 'sighting.at is "2024-02-30"'],
      ]
      for (const [from, to, says] of changes) {
        expect(file).toContain(from)
        await expect(storage.restore('copy', linesOf(file.replace(from, to)))).rejects.toThrow(says)
      }
      await storage.close()
    })
  })
}

const key = fc.constantFrom('a', 'b', 'c', 'd')
const told = fc.uniqueArray(fc.record({ key, minutes: fc.integer({ min: 1, max: 3 }), project: fc.constantFrom('Obtool', 'Editing') }), {
  selector: (one) => one.key,
})
const imports = fc.array(fc.record({ hours: told, asOf: fc.constantFrom('2024-01-01', '2024-01-02', '2024-01-03') }), {
  minLength: 1,
  maxLength: 4,
})

test('the same file twice changes no time, and undoing an import restores the exact bytes of the book file', async () => {
  const [, open] = drivers[0] ?? []
  if (!open) throw new Error('There is no driver.')
  await fc.assert(
    fc.asyncProperty(imports, fc.nat(), async (files, index) => {
      const storage = await opened(open)
      const sightings = files.map(({ hours }) => hours.map(({ key: id, ...more }) => hour(id, more)))
      for (const [i, { asOf }] of files.entries()) await importHours(storage, sightings[i] ?? [], { asOf })
      const before = [await bookFile(storage), await storage.hours(BOOK)]
      const again = index % files.length
      const projects: ProjectChoice[] = [{ project: 'Editing', venture: null, kind: 'care' }]
      const { id, claimed } = await importHours(storage, sightings[again] ?? [], { asOf: files[again]?.asOf ?? '', projects })
      const isNewest = files.every(({ asOf }, i) => asOf < (files[again]?.asOf ?? '') || i === again)
      if (isNewest) expect([claimed.filter((one) => one !== 'unchanged'), await storage.hours(BOOK)]).toEqual([[], before[1]])
      await undo(storage, id)
      expect([await bookFile(storage), await storage.hours(BOOK)]).toEqual(before)
      await storage.close()
    }),
    { numRuns: 60 },
  )
})

test('any order of exports with different times gives the same time', async () => {
  const [, open] = drivers[0] ?? []
  if (!open) throw new Error('There is no driver.')
  const distinct = fc.uniqueArray(fc.record({ hours: told, asOf: fc.constantFrom('2024-01-01', '2024-01-02', '2024-01-03') }), {
    selector: (one) => one.asOf,
  })
  await fc.assert(
    fc.asyncProperty(distinct, async (files) => {
      const results = []
      for (const order of [files, files.toReversed()]) {
        const storage = await opened(open)
        for (const { hours, asOf } of order)
          await importHours(
            storage,
            hours.map(({ key: id, ...more }) => hour(id, more)),
            { asOf },
          )
        results.push(await storage.hours(BOOK))
        await storage.close()
      }
      expect(results[0]).toEqual(results[1])
    }),
    { numRuns: 40 },
  )
})
