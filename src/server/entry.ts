import type { z } from 'zod'
import type { Entries, Entry as EntryAnswer, NewEntry } from '#contract/entry.ts'
import type { Stream, Venture } from '#domain/book.ts'
import { amountsOfKind, withEdit, type Edit, type Sighting } from '#domain/entry.ts'
import { net, type Amounts } from '#domain/money.ts'
import { streamConverter, unitRate } from '#domain/own-rate.ts'
import { converter } from '#domain/rate.ts'
import { lineTrouble } from '#domain/trouble.ts'
import { routesOf } from '#domain/stream-route.ts'
import { isWholeMonth } from '#domain/zone.ts'
import type { Book, EntryQuery, Storage, StoredEntry } from '#storage/storage.ts'
import { entryId, readEntryId } from './entry-id.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { present } from './present.ts'
import { notThere, ProblemError, unfit } from '#http/problem.ts'
import { sumsAnswer } from './sums.ts'

type Names = 'entries' | 'addEntry' | 'entry' | 'editEntry'

export function entryHandlers(parts: Parts): Handlers<Names> {
  const { storage } = parts
  return {
    entries: ({ book, query }) => entries(storage, book, present(query)),
    async addEntry({ book, body }) {
      const line = typedLine(body)
      const key = await storage.write(book.id, async (writer) => {
        if (!(await writer.streams()).some((stream) => stream.id === body.stream)) throw notThere(`stream ${body.stream}`)
        return writer.addByHand(body.stream, line)
      })
      return oneEntry(parts, book, { stream: body.stream, key })
    },
    entry: ({ book, params }) => oneEntry(parts, book, readEntryId(params.entry)),
    async editEntry({ book, params, body }) {
      const { stream, key } = readEntryId(params.entry)
      const old = await storage.entry(book.id, stream, key)
      if (!old) throw notThere('the line')
      if (old.double?.role === 'remainder')
        throw new ProblemError(
          409,
          'Failed to change the line: it is worked out from a payout and its arrival. Change those, or say that they are not the same money.',
        )
      if (old.estimate)
        throw new ProblemError(
          409,
          'Failed to change the line: it is an estimate from lists of patrons. Import or type in what was paid, or stop counting the lists on the page of the stream.',
        )
      const edit = body.edit && kept(present(body.edit))
      if (edit) checkLine(withEdit(old, edit))
      await storage.write(book.id, (writer) => writer.edit(stream, key, edit))
      return oneEntry(parts, book, { stream, key })
    },
  }
}

/** What an edit says beyond what is so anyway: a line that is "not deleted" is told by nothing. */
function kept({ deleted, ...edit }: Edit): Edit {
  return deleted ? { ...edit, deleted } : edit
}

function typedLine(body: z.output<typeof NewEntry>): Omit<Sighting, 'key'> {
  const { day, kind, amount, fee = 0, currency, months, name, note } = body
  const amounts = amountsOfKind(kind, amount)
  const line: Omit<Sighting, 'key'> = { at: day, kind, currency, ...amounts, fees: amounts.fees + fee, months }
  if (name) line.name = name
  if (note) line.note = note
  checkLine(line)
  return line
}

function checkLine(line: Omit<Sighting, 'key'>): void {
  const trouble = lineTrouble(line)
  if (trouble) throw unfit(trouble.field, `"${trouble.text}" ${trouble.reason}`)
}

async function entries(storage: Storage, book: Book, query: EntryQuery): Promise<Entries> {
  const page = await storage.entries(book.id, query)
  const names = await streamNames(storage, book.id)
  return {
    entries: await withOthers(
      { storage, book: book.id, names },
      page.entries.map((entry) => entryAnswer(entry, names)),
    ),
    matching: page.matching,
    currency: book.homeCurrency,
    sums: sumsAnswer(page.sums),
    unconverted: page.unconverted,
  }
}

async function oneEntry(parts: Parts, book: Book, { stream, key }: { stream: number; key: string }): Promise<EntryAnswer> {
  const entry = await parts.storage.entry(book.id, stream, key)
  if (!entry) throw notThere('the line')
  const rate = entry.rate === 'home' || entry.home === null ? undefined : await rateOf(parts, book, entry)
  const names = await streamNames(parts.storage, book.id)
  const [answer = entryAnswer(entry, names)] = await withOthers({ storage: parts.storage, book: book.id, names }, [
    entryAnswer(entry, names),
  ])
  return { ...answer, ...present({ unitRate: rate }) }
}

/** By how much one unit of the line's currency was converted. */
async function rateOf({ storage, rates }: Parts, book: Book, { countsIn, currency, day, at }: StoredEntry): Promise<string | undefined> {
  const home = book.homeCurrency
  const usual = converter({ home, table: rates, own: await storage.ownRates(book.id) })
  const own = (await storage.streamRates(book.id)).filter((rate) => rate.stream === countsIn)
  const rate = streamConverter(own, home, usual).rate(currency, day, isWholeMonth(at))
  return rate ? unitRate(rate, currency, home) : undefined
}

interface StreamName {
  name: string
  ventureName: string
}

export type StreamNames = ReadonlyMap<number, StreamName>

/** Names of every stream and of its venture; one that is merged into another is called as that. */
export async function streamNames(storage: Storage, book: string): Promise<StreamNames> {
  const streams = await storage.streams(book)
  const names = namesOf(streams, await storage.ventures(book))
  const { shown } = routesOf(await storage.streamRoutes(book))
  return new Map(streams.flatMap(({ id }) => [[id, names.get(shown(id))] as const]).filter(isNamed))
}

const isNamed = (one: readonly [number, StreamName | undefined]): one is readonly [number, StreamName] => one[1] !== undefined

/** The same of streams and ventures that are at hand. */
export function namesOf(streams: readonly Stream[], ventures: readonly Venture[]): StreamNames {
  const ventureNames = new Map(ventures.map(({ id, name }) => [id, name]))
  return new Map(streams.map(({ id, name, venture }) => [id, { name, ventureName: ventureNames.get(venture) ?? '' }]))
}

function withNet({ gross, fees, refunds, tax }: Amounts) {
  const amounts = { gross, fees, refunds, tax }
  return { ...amounts, net: net(amounts) }
}

interface Naming {
  storage: Storage
  book: string
  names: StreamNames
}

/** Lines that are part of a double, with a line of its other side. */
async function withOthers({ storage, book, names }: Naming, entries: EntryAnswer[]): Promise<EntryAnswer[]> {
  const ids = entries.flatMap(({ double }) => (double ? [double.id] : []))
  if (ids.length === 0) return entries
  const sides = Map.groupBy(await storage.doubleSides(book, ids), ({ id }) => id)
  return entries.map((entry) => {
    const { double } = entry
    const wanted = double?.role === 'covered' ? 'counts' : 'covered'
    const side = sides.get(double?.id ?? '')?.find(({ role }) => role === wanted)
    if (!double || !side) return entry
    const { name: streamName = '', ventureName = '' } = names.get(side.stream) ?? {}
    return { ...entry, double: { ...double, other: { id: entryId(side.stream, side.key), streamName, ventureName } } }
  })
}

/** A line with its names, as the contract tells it. */
export function entryAnswer(entry: StoredEntry, names: StreamNames): EntryAnswer {
  const { stream, countsIn, key, day, month, at, kind, currency, home, rate, months, edit, byHand } = entry
  const { rateDay, patron, name, note, uncounted, told, double, estimate } = entry
  return {
    id: entryId(stream, key),
    stream: countsIn,
    streamName: names.get(countsIn)?.name ?? '',
    ventureName: names.get(countsIn)?.ventureName ?? '',
    key,
    day,
    month,
    at,
    kind,
    currency,
    rate,
    months,
    edit,
    byHand,
    ...withNet(entry),
    home: home && withNet(home),
    ...present({ rateDay, patron, name, note, uncounted, double, estimate, told: told && factsAnswer(told) }),
  }
}

/** The fields of a sighting that an edit can change. */
function factsAnswer({ at, kind, currency, gross, fees, refunds, tax, months, name, note }: Sighting): Edit {
  return { at, kind, currency, gross, fees, refunds, tax, months, ...present({ name, note }) }
}
