import { dice } from '#domain/dice.ts'
import type { DoubleKind } from '#domain/double.ts'
import { doubledBook, measured, ofKind, USUAL_SIZE } from '#domain/double-fixture.ts'
import { findDoubles } from '#domain/double-match.ts'
import { row } from './report.ts'

const BOOKS = 20
const ENTRIES = 100_000
const TIMES = 10
const KINDS: Readonly<Record<DoubleKind, string>> = { pair: 'pairs', landing: 'payouts of several payments' }

/** How right proposals of doubles are in made-up books, other ones in each run, and what they cost as a book grows longer. */
export function benchDoubles(): void {
  const seed = Date.now() % 1_000_000
  row('doubles in made-up books', `${BOOKS} books from seed ${seed}`)
  const scores = Array.from({ length: BOOKS }, (_, i) => scoresOf(seed + i))
  for (const kind of ['pair', 'landing'] as const) {
    const of = scores.map((book) => book[kind])
    row(`  ${KINDS[kind]}: precision`, told(of.map(({ precision }) => precision)), 'goal: at least 0.99')
    row('    recall', told(of.map(({ recall }) => recall)), 'goal: at least 0.95')
  }
  const short = seconds(ENTRIES)
  const long = seconds(ENTRIES * TIMES)
  row(`  ${ENTRIES} entries`, `${short.toFixed(2)} s`)
  row(`  ${ENTRIES * TIMES} entries`, `${long.toFixed(2)} s`, 'goal: under 20 s')
  row(`  against ${TIMES} times the shorter`, (long / (short * TIMES)).toFixed(2), 'linear: about 1')
  row('  resident memory with the made-up lines', `${Math.trunc(process.memoryUsage().rss / 1e6)} MB`)
}

function scoresOf(seed: number): Record<DoubleKind, { precision: number; recall: number }> {
  const book = doubledBook(dice(seed))
  const found = findDoubles(book.lines)
  const of = (kind: DoubleKind) =>
    measured(
      ofKind(book, kind),
      found.filter((one) => one.kind === kind),
    )
  return { pair: of('pair'), landing: of('landing') }
}

/** The mean of all books, and the worst of them. */
function told(values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return `${mean.toFixed(4)}, worst ${Math.min(...values).toFixed(4)}`
}

/** A book that is longer is as full each month: thirty streams of three payments a day. */
function seconds(entries: number): number {
  const book = doubledBook(dice(entries), { ...USUAL_SIZE, entries, days: Math.trunc((USUAL_SIZE.days * entries) / ENTRIES) })
  const began = performance.now()
  findDoubles(book.lines)
  return (performance.now() - began) / 1000
}
