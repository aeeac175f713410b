import type { Kysely } from 'kysely'
import { bySight, doubleId, sightName, type DoubleDecision, type DoubleRule, type Sight } from '#domain/double.ts'
import { doubleDays, doubleLinesOf } from './double-lines.ts'
import { fields, flag, id, list, oneOf, textThat, type Check } from './fact-form.ts'
import { doubleBook, doubleDecisions, doubleRules, tellers } from './read-double.ts'
import type { DoubleWrites } from './double-kept.ts'
import type { Schema } from './schema.ts'
import type { Session } from './session.ts'
import { settle } from './settle.ts'

/** The facts of doubles as a book file tells them: each is one line. */
export type DoubleFact = { double: DoubleDecision } | { doubleRule: DoubleRule }

const sight = fields({ stream: id, key: textThat((value) => value !== '') })

/** The form of each fact of doubles, by its name in a book file. */
export const DOUBLE_CHECKS: Readonly<Record<string, Check>> = {
  double: fields({
    kind: oneOf(['pair', 'landing']),
    counts: (value) => list(sight)(value) ?? (Array.isArray(value) && value.length > 0 ? undefined : ''),
    covered: sight,
    same: flag,
  }),
  doubleRule: fields({ counts: id, covered: id }),
}

/** All facts of doubles: rules by their streams, decisions by their ids. */
export async function doubleFacts(db: Kysely<Schema>, book: string): Promise<DoubleFact[]> {
  const rules = (await doubleRules(db, book)).map((doubleRule) => ({ doubleRule }))
  return [...rules, ...(await doubleDecisions(db, book)).map((double) => ({ double }))]
}

/** The streams that a fact of doubles speaks of. */
export function doubleStreams(fact: DoubleFact): number[] {
  if ('doubleRule' in fact) return [fact.doubleRule.counts, fact.doubleRule.covered]
  return [fact.double.covered.stream, ...fact.double.counts.map(({ stream }) => stream)]
}

/** What can be written of doubles; the ledger follows at once. */
export function doubleWrites(session: Session): DoubleWrites {
  const { transaction, book } = session
  const said = async (): Promise<void> => {
    session.changed = true
    session.doublesSaid = true
    await settle(session)
  }
  const drop = (id: string) => transaction.deleteFrom('double_decision').where('book', '=', book).where('id', '=', id).execute()
  const dropRule = ({ counts, covered }: DoubleRule) =>
    transaction.deleteFrom('double_rule').where('book', '=', book).where('counts', '=', counts).where('covered', '=', covered).execute()
  return {
    doubleBook: () => doubleBook(transaction, book),
    doubleDays: () => doubleDays(transaction, book),
    doubleLines: (days) => doubleLinesOf(transaction, book, days),
    tellers: (sights) => tellers(transaction, book, sights),
    async decideDouble(decision) {
      await drop(doubleId(plainDecision(decision)))
      await keepDouble(session, { double: decision })
      await said()
    },
    async undecideDouble(id) {
      await drop(id)
      await said()
    },
    async setDoubleRule(rule) {
      await dropRule(rule)
      await keepDouble(session, { doubleRule: rule })
      await said()
    },
    async removeDoubleRule(rule) {
      await dropRule(rule)
      await said()
    },
  }
}

/** Inserts one fact; the database refuses a second one in its place. */
export async function keepDouble({ transaction, book }: Session, fact: DoubleFact): Promise<void> {
  if ('doubleRule' in fact) {
    const { counts, covered } = fact.doubleRule
    await transaction.insertInto('double_rule').values({ book, counts, covered }).execute()
    return
  }
  const decision = plainDecision(fact.double)
  await transaction
    .insertInto('double_decision')
    .values({ book, id: doubleId(decision), facts: JSON.stringify(decision) })
    .execute()
}

/** A decision with nothing but its facts, each line once and in their order: however it is told, it is one and the same. */
function plainDecision({ kind, counts, covered, same }: DoubleDecision): DoubleDecision {
  const plain = ({ stream, key }: Sight): Sight => ({ stream, key })
  const lines = new Map(counts.map((line) => [sightName(line), plain(line)]))
  return { kind, counts: [...lines.values()].sort(bySight), covered: plain(covered), same }
}
