import type { Kysely } from 'kysely'
import { checkInTrouble, MONTH_MINUTES, USUAL_PLAN, type CheckIn, type CheckInLine, type TimePlan } from '#domain/check-in.ts'
import type { Day } from '#domain/month.ts'
import { count, day, fields, id, list, nothingOr, that, type Check } from './fact-form.ts'
import type { Schema } from './schema.ts'
import type { Session } from './session.ts'

/** What was said of one week and venture; venture 0 stands for none. */
export interface CheckInTable {
  book: string
  week: string
  venture: number
  basic: number
  paid: number
  care: number
}

/** What was said of the time one wants to have: at most one row of a book. */
export interface TimePlanTable {
  book: string
  floor: number
  sustainable: number | null
}

/** What can be asked of check-ins: part of `Storage`. */
export interface CheckInReads {
  /** By week, oldest first; within each, what belongs to no venture first. */
  checkIns(book: string): Promise<CheckIn[]>
  /** What was said of the time one wants to have; the usual where nothing was. */
  timePlan(book: string): Promise<TimePlan>
}

/** Part of `BookWriter`. */
export interface CheckInWrites {
  /** Says of a week what it was, in the place of what was said before. */
  setCheckIn(checkIn: CheckIn): Promise<void>
  /** Takes back what was said of a week. */
  removeCheckIn(week: Day): Promise<void>
  /** Says what time one wants to have; the usual takes it back. */
  setTimePlan(plan: TimePlan): Promise<void>
}

export function checkInReads(db: Kysely<Schema>): CheckInReads {
  return { checkIns: (book) => checkIns(db, book), timePlan: async (book) => (await saidPlan(db, book)) ?? { ...USUAL_PLAN } }
}

export async function checkIns(db: Kysely<Schema>, book: string): Promise<CheckIn[]> {
  const rows = await db.selectFrom('check_in').selectAll().where('book', '=', book).orderBy('week').orderBy('venture').execute()
  return [...Map.groupBy(rows, ({ week }) => week)].map(([week, own]) => ({ week, lines: own.map(lineFrom) }))
}

function lineFrom({ venture, basic, paid, care }: CheckInTable): CheckInLine {
  return { venture: venture === 0 ? null : venture, basic, paid, care }
}

/** What was said of the time one wants to have, or undefined. */
export async function saidPlan(db: Kysely<Schema>, book: string): Promise<TimePlan | undefined> {
  return db.selectFrom('time_plan').select(['floor', 'sustainable']).where('book', '=', book).executeTakeFirst()
}

export function checkInWrites(session: Session): CheckInWrites {
  const { transaction, book } = session
  const drop = (week: Day) => transaction.deleteFrom('check_in').where('book', '=', book).where('week', '=', week).execute()
  return {
    async setCheckIn(checkIn) {
      await drop(checkIn.week)
      await keepCheckIn(session, checkIn)
    },
    async removeCheckIn(week) {
      await drop(week)
      session.changed = true
    },
    async setTimePlan(plan) {
      await transaction.deleteFrom('time_plan').where('book', '=', book).execute()
      const isUsual = plan.floor === USUAL_PLAN.floor && plan.sustainable === USUAL_PLAN.sustainable
      if (!isUsual) await keepTimePlan(session, plan)
      session.changed = true
    },
  }
}

/** Writes a check-in; its week must be free. */
export async function keepCheckIn(session: Session, { week, lines }: CheckIn): Promise<void> {
  const { transaction, book } = session
  const rows = lines.map(({ venture, basic, paid, care }) => ({ book, week, venture: venture ?? 0, basic, paid, care }))
  await transaction.insertInto('check_in').values(rows).execute()
  session.changed = true
}

/** Writes the plan; the database refuses a second one. */
export async function keepTimePlan(session: Session, { floor, sustainable }: TimePlan): Promise<void> {
  await session.transaction.insertInto('time_plan').values({ book: session.book, floor, sustainable }).execute()
  session.changed = true
}

/** A share in percent. */
export const percent: Check = that((value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100)

const line = fields({ venture: nothingOr(id), basic: count, paid: count, care: count })
const checkIn: Check = (value) => {
  const path = fields({ week: day, lines: list(line) })(value)
  // Its form is right, so it is one as far as its trouble asks.
  return path ?? (checkInTrouble(value as CheckIn) === undefined ? undefined : '')
}
const timePlan: Check = fields({
  floor: percent,
  sustainable: nothingOr(that((value) => Number.isInteger(value) && Number(value) > 0 && Number(value) <= MONTH_MINUTES)),
})

/** The forms of these facts in a book file. */
export const CHECK_IN_CHECKS: Readonly<Record<string, Check>> = { checkIn, timePlan }

export type CheckInFact = { timePlan: TimePlan } | { checkIn: CheckIn }

/** What was said of time, for the book file. */
export async function checkInFacts(db: Kysely<Schema>, book: string): Promise<CheckInFact[]> {
  const plan = await saidPlan(db, book)
  return [...(plan ? [{ timePlan: plan }] : []), ...(await checkIns(db, book)).map((one) => ({ checkIn: one }))]
}
