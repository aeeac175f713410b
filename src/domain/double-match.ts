import type { DoubleLine, FoundDouble, Sight } from './double.ts'
import type { FoundPair } from './double-choose.ts'
import { RATE_TOLERANCE, type Way } from './double-edges.ts'
import { findLandings } from './double-landing.ts'
import type { PairQuestion } from './double-flow.ts'
import { freeOf, indexLines, type LineIndex } from './double-index.ts'
import { findCopies } from './double-mirror.ts'
import { findPairs } from './double-pair.ts'

/** What may be known before; `taken` names sights that are part of a double already. */
export type DoubleKnowledge = Partial<Omit<PairQuestion, 'index' | 'free'> & { taken: ReadonlySet<string> }>

/** Proposes what may be the same money twice, in no order of its own; see `PairQuestion` for what may be known before. */
export function findDoubles(lines: readonly DoubleLine[], known: DoubleKnowledge = {}): FoundDouble[] {
  const index = indexLines(lines)
  const { taken = new Set<string>(), ...facts } = known
  const free = freeOf(index, taken)
  const question = { index, free, refused: new Set<string>(), settled: [], all: new Set<string>(), ...facts }
  const copies = findCopies(question)
  const landings = findLandings(index, free)
  const pairs = findPairs(question)
  return [...copies, ...landings, ...pairs.flatMap((pair) => foundOf(index, pair))]
}

function foundOf({ lines }: LineIndex, pair: FoundPair): FoundDouble[] {
  const [line, other] = [lines[pair.a], lines[pair.b]]
  if (!line || !other) return []
  const score = Math.min(99, Math.floor(pair.sure * 100))
  return [
    {
      kind: 'pair',
      counts: [sight(line)],
      covered: sight(other),
      score,
      reasons: reasonsOf(pair, line, other),
    },
  ]
}

function sight({ stream, key }: DoubleLine): Sight {
  return { stream, key }
}

const AMOUNTS: Readonly<Record<Way, string>> = {
  gross: 'The amount is the same.',
  net: 'The amount is what is left after the fee.',
  'home net': `At the rates of their days the amount is what is left after the fee, give or take ${RATE_TOLERANCE * 100} %.`,
  home: `At the rates of their days the amounts are the same, give or take ${RATE_TOLERANCE * 100} %.`,
}

function reasonsOf({ amount, lag, names, near }: FoundPair, line: DoubleLine, other: DoubleLine): string[] {
  const days =
    lag === 0 ? 'It is the same day.' : `It is ${Math.abs(lag)} ${Math.abs(lag) === 1 ? 'day' : 'days'} ${lag < 0 ? 'earlier' : 'later'}.`
  const who =
    names === 'same'
      ? `The same payer: ${line.name ?? line.patron ?? other.name ?? ''}.`
      : names === 'like'
        ? `The payer may be the same: ${line.name} and ${other.name}.`
        : names === 'other'
          ? `The names differ: ${line.name} and ${other.name}.`
          : 'A name is missing.'
  return [AMOUNTS[amount], near ? 'They stand within ten minutes of each other.' : days, who]
}
