import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sighting } from '#domain/entry.ts'
import { net, NOTHING, plus } from '#domain/money.ts'
import { BOOK, bookFile, drivers, expectSums, ledger, linesOf, opened, payment, refund } from './storage-fixture.ts'
import { NO_FACTS, type BookWriter, type Storage } from './storage.ts'

const NAMES = ['A', 'B', 'C'] as const

async function streamNamed(writer: BookWriter, name: string): Promise<number> {
  const known = (await writer.streams()).find((stream) => stream.name === name)
  if (known) return known.id
  const [venture = await writer.addVenture({ name: 'Obtool', work: 'basic', automatic: true })] = await writer.ventures()
  return (await writer.addStream({ venture: venture.id, name, platform: 'p', kind: 'patronage', automatic: true })).id
}

/** Imports lines of one account into the stream of that name. */
function importInto(storage: Storage, { name, asOf = '' }: { name: string; asOf?: string }, lines: Sighting[]) {
  return storage.write(BOOK, async (writer) => {
    const stream = await streamNamed(writer, name)
    const writing = await writer.beginImport(asOf)
    const claimed = await writing.claim(stream, lines)
    const span = { from: '2024-05-01', to: '2024-07-31' }
    const facts = { ...NO_FACTS, batch: 'batch', file: name, asOf, span, savedAt: '2026-11-23T00:00:00Z' }
    await writing.finish({ ...facts, sources: [{ platform: 'p', account: name, stream }] })
    return { id: writing.id, stream, claimed }
  })
}

const route = (storage: Storage, [stream, into]: [number, number], more: { words?: string; source?: string } = {}) =>
  storage.write(BOOK, (writer) => writer.addRoute({ stream, into, words: '', source: '', ...more }))
const places = async (storage: Storage) => (await ledger(storage)).map(({ key, stream, countsIn }) => [key, stream, countsIn])

/** What each stream comes to by its roll-ups is what the lines come to that count in it. */
async function expectPlaces(storage: Storage): Promise<void> {
  await expectSums(storage)
  const byPlace = Map.groupBy(
    (await ledger(storage)).filter(({ uncounted }) => uncounted === undefined),
    ({ countsIn }) => countsIn,
  )
  for (const { id, entries } of await storage.streams(BOOK)) {
    const lines = byPlace.get(id) ?? []
    const home = net(lines.reduce((sum, entry) => plus(sum, entry.home ?? NOTHING), NOTHING))
    for (const lens of ['cash', 'smoothed'] as const) {
      const nets = await storage.monthNets(BOOK, lens, { from: '0000-01', to: '9999-12' })
      expect(nets.filter(({ stream }) => stream === id).reduce((sum, one) => sum + one.net, 0)).toBe(home)
    }
    expect(entries).toBe(lines.length)
    const page = await storage.entries(BOOK, { stream: id, sort: 'day', order: 'asc', offset: 0, limit: 500 })
    expect(page.sums.entries + page.unconverted).toBe(lines.length)
  }
}

for (const [name, open] of drivers) {
  describe(`${name}: streams merged and split`, () => {
    test('a merged stream counts in the other, its keys stay its own, and its next file follows', async () => {
      const storage = await opened(open)
      const a = await importInto(storage, { name: 'A' }, [payment('same'), payment('only')])
      const b = await importInto(storage, { name: 'B' }, [payment('same', { gross: 7 })])
      const before = [await bookFile(storage), await ledger(storage)]
      const id = await route(storage, [a.stream, b.stream])
      await importInto(storage, { name: 'A', asOf: '2025' }, [payment('same', { gross: 2000 }), payment('new')])
      expect((await places(storage)).toSorted()).toEqual(
        [
          ['new', a.stream, b.stream],
          ['only', a.stream, b.stream],
          ['same', a.stream, b.stream],
          ['same', b.stream, b.stream],
        ].toSorted(),
      )
      expect((await storage.entries(BOOK, { stream: b.stream, sort: 'day', order: 'asc', offset: 0, limit: 9 })).matching).toBe(4)
      expect((await storage.coverage(BOOK)).get(b.stream)).toBe('2024-07-31')
      await expectPlaces(storage)
      const [, , third] = await storage.imports(BOOK)
      await storage.write(BOOK, (writer) => writer.undo([third?.id ?? 0]))
      await storage.write(BOOK, (writer) => writer.removeRoute(id))
      expect([await bookFile(storage), (await ledger(storage)).length]).toEqual([before[0], 3])
    })

    test('the import of a merged stream is undone as any other, and the stream is still there for its next file', async () => {
      const storage = await opened(open)
      const a = await importInto(storage, { name: 'A' }, [payment('a')])
      const b = await importInto(storage, { name: 'B' }, [payment('b')])
      await route(storage, [a.stream, b.stream])
      await storage.write(BOOK, (writer) => writer.undo([a.id]))
      expect(await places(storage)).toEqual([['b', b.stream, b.stream]])
      await importInto(storage, { name: 'A' }, [payment('a')])
      expect(await places(storage)).toContainEqual(['a', a.stream, b.stream])
      await expectPlaces(storage)
    })

    test('lines that are split off are remembered by their words, with what is tied to them', async () => {
      const storage = await opened(open)
      const zine = { note: 'A zine' }
      const a = await importInto(storage, { name: 'A' }, [
        payment('p:z', zine),
        refund('p:r', 'p:z'),
        payment('p:other'),
        refund('p:s', 'p:other', zine),
      ])
      const before = await bookFile(storage)
      const { id, into } = await storage.write(BOOK, async (writer) => {
        const shop = await streamNamed(writer, 'C')
        return { id: await writer.addRoute({ stream: a.stream, into: shop, words: 'ZINE', source: 'p' }), into: shop }
      })
      const place = async () => Object.fromEntries((await ledger(storage)).map(({ key, countsIn }) => [key, countsIn]))
      expect(await place()).toEqual({ 'p:z': into, 'p:r': into, 'p:other': a.stream, 'p:s': a.stream })
      await importInto(storage, { name: 'A', asOf: '2025' }, [payment('p:later', zine)])
      expect(await place()).toMatchObject({ 'p:later': into })
      await storage.write(BOOK, (writer) => writer.edit(a.stream, 'p:z', { note: 'tidied' }))
      expect(await place()).toMatchObject({ 'p:z': a.stream, 'p:r': a.stream })
      await expectPlaces(storage)
      const last = (await storage.imports(BOOK)).at(-1)?.id ?? 0
      await storage.write(BOOK, async (writer) => {
        await writer.edit(a.stream, 'p:z', null)
        await writer.undo([last])
        await writer.removeRoute(id)
      })
      expect(await bookFile(storage)).toBe(before)
    })

    test('what is said of a whole stream holds for the lines that count in it, whichever stream keeps them', async () => {
      const storage = await opened(open)
      const a = await importInto(storage, { name: 'A' }, [payment('p:z', { note: 'zine', fees: 0 }), refund('p:r', 'p:z')])
      const b = await importInto(storage, { name: 'B' }, [payment('b', { fees: 0 })])
      await storage.write(BOOK, async (writer) => {
        await writer.changeStream(b.stream, { months: 12 })
        await writer.setStreamRates(b.stream, [{ currency: 'USD', against: 'EUR', from: '2024-01-01', rate: '0.5' }])
      })
      await route(storage, [a.stream, b.stream], { words: 'zine' })
      const told = (await ledger(storage)).map(({ key, months, rate, home }) => [key, months, rate, home && net(home)])
      expect(told).toEqual([
        ['p:z', 12, 'stream', 500],
        ['b', 12, 'stream', 500],
        ['p:r', 1, 'stream', -250],
      ])
      await expectPlaces(storage)
      await storage.write(BOOK, (writer) => writer.changeStream(b.stream, { months: null }))
      expect((await ledger(storage))[0]?.months).toBe(1)
    })

    test('a fee whose payment is not there goes with its stream, also one that was split before', async () => {
      const storage = await opened(open)
      const a = await importInto(storage, { name: 'A' }, [payment('a')])
      const b = await importInto(storage, { name: 'B' }, [{ ...payment('p:fee', { kind: 'fee', gross: 0, fees: 1 }), tie: 'p:gone' }])
      await route(storage, [b.stream, a.stream], { words: 'fair' })
      await expectPlaces(storage)
      const id = await route(storage, [b.stream, a.stream])
      expect(await places(storage)).toContainEqual(['p:fee', b.stream, a.stream])
      await expectPlaces(storage)
      await storage.write(BOOK, (writer) => writer.removeRoute(id))
      expect(await places(storage)).toContainEqual(['p:fee', b.stream, b.stream])
    })

    test('lines never go round in a circle', async () => {
      const storage = await opened(open)
      const [a, b] = [await importInto(storage, { name: 'A' }, [payment('a')]), await importInto(storage, { name: 'B' }, [payment('b')])]
      await route(storage, [a.stream, b.stream])
      await expect(route(storage, [b.stream, a.stream], { words: 'x' })).rejects.toThrow(/^Failed to lead the lines there: .+\.$/)
      const changed = (await bookFile(storage)).replace(`"into":${b.stream}`, `"into":${a.stream}`)
      await expect(storage.restore('copy', linesOf(changed))).rejects.toThrow('round in a circle')
    })

    const step = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ act: fc.constant('import' as const), into: fc.constantFrom(...NAMES), lines: anyLines(), asOf: anyAsOf() }),
      },
      { weight: 1, arbitrary: fc.record({ act: fc.constant('undo' as const), nth: fc.nat(5) }) },
      {
        weight: 1,
        arbitrary: fc.record({ act: fc.constant('edit' as const), nth: fc.nat(9), note: fc.constantFrom('zine', 'fair', null) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ act: fc.constant('months' as const), of: fc.constantFrom(...NAMES), months: fc.constantFrom(null, 3) }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          act: fc.constant('route' as const),
          from: fc.constantFrom(...NAMES),
          into: fc.constantFrom(...NAMES),
          words: fc.constantFrom('', '', 'zine', 'fair'),
        }),
      },
      { weight: 1, arbitrary: fc.record({ act: fc.constant('take back' as const), nth: fc.nat(3) }) },
    )

    test('whatever is merged, split, imported and undone, the roll-ups are the sums of their lines, and the book file holds it all', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 9 }), async (steps) => {
          const storage = await opened(open)
          for (const one of steps) await play(storage, one)
          await expectPlaces(storage)
          const file = await bookFile(storage)
          await storage.restore('copy', linesOf(file))
          expect(await bookFile(storage, 'copy')).toBe(file)
          expect(await ledger(storage, 'copy')).toEqual(await ledger(storage))
          expect(await storage.months('copy', 'smoothed')).toEqual(await storage.months(BOOK, 'smoothed'))
          expect(await storage.coverage('copy')).toEqual(await storage.coverage(BOOK))
          await storage.close()
        }),
        { numRuns: 30 },
      )
    })

    test('a route that is taken back leaves everything as it was', async () => {
      const routes = fc.record({ from: fc.constantFrom(...NAMES), into: fc.constantFrom(...NAMES), words: fc.constantFrom('', 'zine') })
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 6 }), routes, async (steps, { from, into, words }) => {
          const storage = await opened(open)
          for (const one of steps) await play(storage, one)
          const before = [await bookFile(storage), await ledger(storage), await storage.months(BOOK, 'smoothed')]
          const id = await tryRoute(storage, { from, into, words })
          if (id !== undefined) await storage.write(BOOK, (writer) => writer.removeRoute(id))
          expect([await bookFile(storage), await ledger(storage), await storage.months(BOOK, 'smoothed')]).toEqual(before)
          await storage.close()
        }),
        { numRuns: 30 },
      )
    })
  })
}

type Step =
  | { act: 'import'; into: string; lines: Sighting[]; asOf: string }
  | { act: 'undo'; nth: number }
  | { act: 'edit'; nth: number; note: string | null }
  | { act: 'months'; of: string; months: number | null }
  | { act: 'route'; from: string; into: string; words: string }
  | { act: 'take back'; nth: number }

async function play(storage: Storage, step: Step): Promise<void> {
  if (step.act === 'import') await importInto(storage, { name: step.into, asOf: step.asOf }, step.lines)
  else if (step.act === 'route') await tryRoute(storage, step)
  else if (step.act === 'undo') {
    const chosen = (await storage.imports(BOOK))[step.nth]
    if (chosen) await storage.write(BOOK, (writer) => writer.undo([chosen.id]))
  } else if (step.act === 'take back') {
    const chosen = (await storage.streamRoutes(BOOK))[step.nth]
    if (chosen) await storage.write(BOOK, (writer) => writer.removeRoute(chosen.id))
  } else if (step.act === 'months') {
    const stream = (await storage.streams(BOOK)).find((one) => one.name === step.of)
    if (stream) await storage.write(BOOK, (writer) => writer.changeStream(stream.id, { months: step.months }))
  } else {
    const line = (await ledger(storage))[step.nth]
    const edit = step.note === null ? null : { note: step.note }
    if (line) await storage.write(BOOK, (writer) => writer.edit(line.stream, line.key, edit))
  }
}

/** Adds a route between streams that are there, unless it would lead back. */
async function tryRoute(storage: Storage, wish: { from: string; into: string; words: string }): Promise<number | undefined> {
  const streams = await storage.streams(BOOK)
  const [from, into] = [wish.from, wish.into].map((name) => streams.find((stream) => stream.name === name)?.id)
  if (from === undefined || into === undefined || from === into) return undefined
  return route(storage, [from, into], { words: wish.words }).catch(() => undefined)
}

function anyAsOf() {
  return fc.constantFrom('', '2024-06-01T00:00:00Z', '2025-01-01T00:00:00Z')
}

function anyLines(): fc.Arbitrary<Sighting[]> {
  const line = fc
    .record({
      key: fc.constantFrom('p:a', 'p:b', 'q:c', 'q:d'),
      kind: fc.constantFrom('payment' as const, 'payment' as const, 'refund' as const, 'fee' as const),
      amount: fc.integer({ min: 1, max: 3000 }),
      currency: fc.constantFrom('EUR', 'USD', 'RUB'),
      months: fc.constantFrom(1, 1, 12),
      tie: fc.option(fc.constantFrom('p:a', 'q:c'), { nil: undefined }),
      note: fc.constantFrom(undefined, 'zine', 'fair', 'zine fair'),
    })
    .map(({ key, kind, amount, currency, months, tie, note }): Sighting => {
      const base = payment(key, { kind, currency, months, gross: kind === 'payment' ? amount : 0, fees: kind === 'fee' ? amount : 0 })
      const told = { ...base, refunds: kind === 'refund' ? amount : 0, ...(note !== undefined && { note }) }
      return tie !== undefined && tie !== key && kind !== 'payment' ? { ...told, tie } : told
    })
  return fc.uniqueArray(line, { selector: ({ key }) => key, maxLength: 4 })
}
