import { dice } from '#domain/dice.ts'
import { doubledBook, measured, USUAL_SIZE } from '#domain/double-fixture.ts'
import { findDoubles } from '#domain/double-match.ts'
import { row } from './report.ts'

const BOOKS = 8
const ENTRIES = 100_000
const TIMES = 10

/** How right proposals of doubles are in made-up books, other ones in each run, and what they cost as a book grows longer. */
export function benchDoubles(): void {
  const seed = Date.now() % 1_000_000
  let [found, right, all] = [0, 0, 0]
  for (let i = 0; i < BOOKS; i += 1) {
    const book = doubledBook(dice(seed + i))
    const proposals = findDoubles(book.lines)
    found += proposals.length
    right += proposals.length - measured(book, proposals).wrong.length
    all += book.doubles.length
  }
  row(`doubles: precision, ${BOOKS} books from seed ${seed}`, (right / found).toFixed(4), 'goal: at least 0.99')
  row('  recall', (right / all).toFixed(4), 'goal: at least 0.95')
  const short = seconds(ENTRIES)
  const long = seconds(ENTRIES * TIMES)
  row(`  ${ENTRIES} entries`, `${short.toFixed(2)} s`)
  row(`  ${ENTRIES * TIMES} entries`, `${long.toFixed(2)} s`, 'goal: under 20 s')
  row(`  against ${TIMES} times the shorter`, (long / (short * TIMES)).toFixed(2), 'linear: about 1')
  row('  resident memory with the made-up lines', `${Math.trunc(process.memoryUsage().rss / 1e6)} MB`)
}

/** A book that is longer is as full each month: thirty streams of three payments a day. */
function seconds(entries: number): number {
  const book = doubledBook(dice(entries), { ...USUAL_SIZE, entries, days: Math.trunc((USUAL_SIZE.days * entries) / ENTRIES) })
  const began = performance.now()
  findDoubles(book.lines)
  return (performance.now() - began) / 1000
}
