import type { Kysely } from 'kysely'
import type { KeptBuffer } from '#domain/kept-buffer.ts'
import type { Minor } from '#domain/money.ts'
import type { Change, Scenario } from '#domain/what-if.ts'
import {
  agreedCheck,
  agreedIncome,
  agreedWrites,
  keepAgreed,
  type AgreedFact,
  type AgreedReads,
  type AgreedWrites,
} from './agreed-storage.ts'
import { count, day, fields, id, isRecord, list, month, nothingOr, that, text, textThat, type Check } from './fact-form.ts'
import type { Schema } from './schema.ts'
import { takeId, type Session } from './session.ts'

/** What is kept for poorer months. */
export interface BufferTable {
  book: string
  amount: number
  least: number
  day: string
}

/** Changes that were imagined, under a name. */
export interface ScenarioTable {
  book: string
  id: number
  name: string
  /** JSON list of changes. */
  changes: string
}

/** The facts of what is planned as a book file tells them: each is one line. */
export type PlanFact = { buffer: KeptBuffer } | { scenario: Scenario } | AgreedFact

/** What can be asked of plans: part of `Storage`. */
export interface PlanReads extends AgreedReads {
  /** Null where nothing was said. */
  buffer(book: string): Promise<KeptBuffer | null>
  /** By id, and so in the order in which they were kept. */
  scenarios(book: string): Promise<Scenario[]>
}

/** Part of `BookWriter`. */
export interface PlanWrites extends AgreedWrites {
  /** Lays down what is kept; null takes it back. */
  setBuffer(buffer: KeptBuffer | null): Promise<void>
  addScenario(draft: Omit<Scenario, 'id'>): Promise<Scenario>
  /** Lays down a scenario in the place of the one of its id, or anew. */
  setScenario(scenario: Scenario): Promise<void>
  removeScenario(id: number): Promise<void>
}

/** Reads plans out of the tables. */
export function planReads(db: Kysely<Schema>): PlanReads {
  return {
    buffer: (book) => bufferOf(db, book),
    scenarios: (book) => scenariosOf(db, book),
    agreedIncome: (book) => agreedIncome(db, book),
  }
}

async function bufferOf(db: Kysely<Schema>, book: string): Promise<KeptBuffer | null> {
  const row = await db.selectFrom('buffer').select(['amount', 'least', 'day']).where('book', '=', book).executeTakeFirst()
  return row ?? null
}

async function scenariosOf(db: Kysely<Schema>, book: string): Promise<Scenario[]> {
  const rows = await db.selectFrom('scenario').select(['id', 'name', 'changes']).where('book', '=', book).orderBy('id').execute()
  return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as Change[] })) // only ever written from changes
}

/** Every plan as a fact, in one order. */
export async function planFacts(db: Kysely<Schema>, book: string): Promise<PlanFact[]> {
  const buffer = await bufferOf(db, book)
  return [
    ...(buffer ? [{ buffer }] : []),
    ...(await scenariosOf(db, book)).map((scenario) => ({ scenario })),
    ...(await agreedIncome(db, book)).map((agreed) => ({ agreed })),
  ]
}

export function planWrites(session: Session): PlanWrites {
  return {
    async setBuffer(buffer) {
      await session.transaction.deleteFrom('buffer').where('book', '=', session.book).execute()
      session.changed = true
      if (buffer) await keepPlan(session, { buffer })
    },
    async addScenario(draft) {
      const scenario = { ...draft, id: await takeId(session) }
      await keepPlan(session, { scenario })
      return scenario
    },
    async setScenario(scenario) {
      await dropScenario(session, scenario.id)
      await keepPlan(session, { scenario })
    },
    removeScenario: (one) => dropScenario(session, one),
    ...agreedWrites(session),
  }
}

async function dropScenario(session: Session, one: number): Promise<void> {
  await session.transaction.deleteFrom('scenario').where('book', '=', session.book).where('id', '=', one).execute()
  session.changed = true
}

/** Inserts one plan; the database refuses a second one in its place. */
export async function keepPlan(session: Session, fact: PlanFact): Promise<void> {
  const { book, transaction } = session
  if ('agreed' in fact) return keepAgreed(session, fact)
  if ('buffer' in fact) {
    const { amount, least, day: said } = fact.buffer
    await transaction.insertInto('buffer').values({ book, amount, least, day: said }).execute()
  } else {
    const { id: own, name, changes } = fact.scenario
    await transaction
      .insertInto('scenario')
      .values({ book, id: own, name, changes: JSON.stringify(changes.map(sorted)) })
      .execute()
  }
  session.changed = true
}

/** A change with its fields in one order, so that one change has one text. */
function sorted(change: Change): Change {
  return Object.fromEntries(Object.entries(change).sort(([a], [b]) => (a < b ? -1 : 1))) as Change // the same fields
}

/** Plans are said in the home currency, so they follow it. */
export async function convertBuffers(session: Session, converted: (amount: Minor) => Minor): Promise<void> {
  const writes = planWrites(session)
  const buffer = await bufferOf(session.transaction, session.book)
  if (buffer) await writes.setBuffer({ ...buffer, amount: converted(buffer.amount), least: converted(buffer.least) })
  for (const scenario of await scenariosOf(session.transaction, session.book)) {
    await writes.setScenario({ ...scenario, changes: scenario.changes.map((change) => convertedChange(change, converted)) })
  }
}

function convertedChange(change: Change, converted: (amount: Minor) => Minor): Change {
  if (change.kind === 'patrons') return { ...change, each: Math.max(1, converted(change.each)) }
  return change.kind === 'job' ? { ...change, monthly: converted(change.monthly) } : change
}

const CHANGES: Readonly<Record<Change['kind'], Check>> = {
  venture: fields({ kind: text, venture: id }),
  patron: fields({ kind: text, patron: text }),
  patrons: fields({ kind: text, count: id, each: id }),
  job: fields({ kind: text, stream: nothingOr(id), monthly: count, from: month }),
  fee: fields({
    kind: text,
    platform: text,
    share: that((value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 1_000),
  }),
  days: fields({ kind: text, days: id }),
}

const change: Check = (value) => {
  const kind = isRecord(value) ? value['kind'] : undefined
  const check = Object.entries(CHANGES).find(([name]) => name === kind)?.[1]
  return check ? check(value) : '.kind'
}

/** The forms of plans in a book file. */
export const PLAN_CHECKS: Readonly<Record<'buffer' | 'scenario' | 'agreed', Check>> = {
  buffer: fields({ amount: count, least: count, day }),
  scenario: fields({ id, name: textThat((value) => value.trim() !== ''), changes: list(change) }),
  agreed: agreedCheck,
}
