import type { Double, DoubleOutcome, Doubles } from '#contract/double.ts'
import { doubleId, sightName, type SameMoney } from '#domain/double.ts'
import type { DaySpan } from '#domain/double-spans.ts'
import type { Minor } from '#domain/money.ts'
import { notThere, ProblemError } from '#http/problem.ts'
import type { Book, Storage } from '#storage/storage.ts'
import { proposedDoubles } from './double-proposals.ts'
import { doubleView, type DoubleView, type SeenDouble } from './double-view.ts'
import { entryAnswer, streamNames, type StreamNames } from './entry.ts'
import type { Generation, Handlers } from './handle.ts'
import type { Parts } from './parts.ts'

type Names = 'doubles' | 'decideDouble' | 'undecideDouble' | 'decideDoubleRule'

/** How many lines of a payout are told by themselves. */
const TOLD = 50

export function doubleHandlers({ storage }: Parts, generation: Generation): Handlers<Names> {
  const views = new Views(storage, generation)
  const outcome = async (book: string): Promise<DoubleOutcome> => {
    const view = await views.of(await found(storage, book))
    return { numbers: view.numbers, streams: streamsAnswer(view, await streamNames(storage, book)) }
  }
  return {
    async doubles({ book, query }): Promise<Doubles> {
      const view = await views.of(book)
      const names = await streamNames(storage, book.id)
      const matching = view.doubles.filter(
        ({ state, counts, covered }) =>
          state === query.state &&
          (query.counts === undefined || counts.some(({ stream }) => stream === query.counts)) &&
          (query.covered === undefined || covered.stream === query.covered),
      )
      const page = matching.slice(query.offset, query.offset + query.limit)
      const doubles: Double[] = []
      for (const one of page) {
        const answer = await doubleAnswer({ storage, book, names }, one)
        if (answer) doubles.push(answer)
      }
      const effect = { currency: book.homeCurrency, ...effectOf(matching) }
      return {
        doubles,
        matching: matching.length,
        effect,
        numbers: view.numbers,
        streams: streamsAnswer(view, names),
        beyond: [...view.beyond],
      }
    },
    async decideDouble({ book, params, body }) {
      const { kind, counts, covered } = await theDouble(views, book, params.double)
      await storage.write(book.id, (writer) => writer.decideDouble({ kind, counts, covered, same: body.same }))
      return outcome(book.id)
    },
    async undecideDouble({ book, params }) {
      const { decisions } = await storage.doubleBook(book.id)
      if (!decisions.some((decision) => doubleId(decision) === params.double)) throw gone()
      await storage.write(book.id, (writer) => writer.undecideDouble(params.double))
      return outcome(book.id)
    },
    async decideDoubleRule({ book, body: { counts, covered, same } }) {
      const ids = new Set((await storage.streams(book.id)).map(({ id }) => id))
      for (const id of [counts, covered]) if (!ids.has(id)) throw notThere(`stream ${id}`)
      if (counts === covered) throw new ProblemError(422, 'Failed to say it: these are one stream. Choose two.')
      const rule = { counts, covered }
      await storage.write(book.id, (writer) => (same ? writer.setDoubleRule(rule) : writer.removeDoubleRule(rule)))
      return outcome(book.id)
    },
  }
}

function effectOf(doubles: readonly SeenDouble[]): { net: Minor; unknown: number } {
  return {
    net: doubles.reduce((sum, { effect }) => sum + (effect ?? 0), 0),
    unknown: doubles.filter(({ effect }) => effect === null).length,
  }
}

/** What is known of doubles, worked out once for each state of a book. */
class Views {
  private readonly kept = new Map<string, { state: string; view: Promise<DoubleView> }>()
  private readonly storage: Storage
  private readonly generation: Generation

  constructor(storage: Storage, generation: Generation) {
    this.storage = storage
    this.generation = generation
  }

  of(book: Book): Promise<DoubleView> {
    const state = `${this.generation.text} ${book.revision}`
    const kept = this.kept.get(book.id)
    if (kept?.state === state) return kept.view
    const view = viewOf(this.storage, book)
    this.kept.set(book.id, { state, view })
    view.catch(() => this.kept.delete(book.id))
    return view
  }
}

async function viewOf(storage: Storage, { id, homeCurrency }: Book): Promise<DoubleView> {
  const facts = await storage.doubleBook(id)
  const platforms = (await storage.streams(id)).map(({ platform }) => platform)
  const doubleLines = async (days: DaySpan) => {
    // Between two spans others are answered.
    await new Promise((done) => void setTimeout(done))
    return storage.doubleLines(id, days)
  }
  const reads = { doubleDays: () => storage.doubleDays(id), doubleLines }
  const proposals = await proposedDoubles(reads, { facts, platforms })
  const told = [...facts.held, ...facts.decisions].flatMap(({ counts, covered }) => [...counts, covered])
  for (const line of await storage.doubleLinesAt(id, told)) proposals.lines.set(sightName(line), line)
  return doubleView(facts, proposals, homeCurrency)
}

async function found(storage: Storage, id: string): Promise<Book> {
  const book = await storage.book(id)
  if (!book) throw notThere(`the book "${id}"`)
  return book
}

async function theDouble(views: Views, book: Book, id: string): Promise<SameMoney> {
  const one = (await views.of(book)).doubles.find((double) => double.id === id)
  if (!one) throw gone()
  return one
}

function gone(): ProblemError {
  return new ProblemError(404, 'Failed to find the double: its lines have changed since. Load the list again.')
}

interface Answering {
  storage: Storage
  book: Book
  names: StreamNames
}

/** Undefined where a line has gone since. */
async function doubleAnswer({ storage, book, names }: Answering, double: SeenDouble): Promise<Double | undefined> {
  const { id, kind, state, score, reasons, countsNet, counted, remainder } = double
  const line = async ({ stream, key }: { stream: number; key: string }) => {
    const entry = await storage.entry(book.id, stream, key)
    if (!entry) return undefined
    const { told: _, ...plain } = entry
    return entryAnswer(plain, names)
  }
  const covered = await line(double.covered)
  const counts: Double['counts'] = []
  for (const sight of double.counts.slice(0, TOLD)) {
    const entry = await line(sight)
    if (entry) counts.push(entry)
  }
  if (!covered || counts.length === 0) return undefined
  counts.sort((a, b) => (a.day < b.day ? -1 : 1))
  return {
    id,
    kind,
    state,
    score,
    reasons: [...reasons],
    counts,
    countsLength: double.counts.length,
    countsNet,
    counted,
    covered,
    remainder,
  }
}

function streamsAnswer({ streams }: DoubleView, names: StreamNames): Doubles['streams'] {
  return streams.map(({ counts, covered, ...rest }) => ({
    counts,
    countsName: names.get(counts)?.name ?? '',
    countsVentureName: names.get(counts)?.ventureName ?? '',
    covered,
    coveredName: names.get(covered)?.name ?? '',
    coveredVentureName: names.get(covered)?.ventureName ?? '',
    ...rest,
  }))
}
