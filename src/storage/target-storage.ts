import type { Kysely } from 'kysely'
import { leavesSomething, type TaxModel } from '#domain/gross-up.ts'
import type { BasisPoints } from '#domain/basis-points.ts'
import { MOST_LEAVING } from '#domain/churn.ts'
import type { Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import type { JobOffer } from '#domain/salary.ts'
import type { PutAside, TaxRule } from '#domain/set-aside.ts'
import { isWholeSplit, type Splitter } from '#domain/splitter.ts'
import { BENEFITS, type DatedPlan, type NeedsPlan, type TargetPlan } from '#domain/target-plan.ts'
import { count, fields, id, isRecord, list, month, nothingOr, oneOf, text, textThat, that, whole, type Check } from './fact-form.ts'
import { sortedJson } from './patronage-write.ts'
import type { Schema } from './schema.ts'
import type { Session } from './session.ts'

/** What was said around targets: how one was made, what tax takes of the net, what is put aside for it, which job to compare with. */
export interface TargetFactTable {
  book: string
  kind: 'plan' | 'tax' | 'aside' | 'offer' | 'split' | 'leaving'
  /** The month it holds from, or belongs to; empty for a fact of no month. */
  month: string
  /** JSON. */
  facts: string
}

/** The facts around targets as a book file tells them: each is one line. */
export type TargetFact =
  | { targetPlan: DatedPlan }
  | { taxRule: TaxRule }
  | { putAside: PutAside }
  | { jobOffer: JobOffer }
  | { splitter: Splitter }
  | { leaving: { share: BasisPoints } }

/** What can be asked of them: part of `Storage`. Each list is by month. */
export interface TargetFactReads {
  targetPlans(book: string): Promise<DatedPlan[]>
  taxRules(book: string): Promise<TaxRule[]>
  putAside(book: string): Promise<PutAside[]>
  /** Null where none was said. */
  jobOffer(book: string): Promise<JobOffer | null>
  /** Null where none was said. */
  splitter(book: string): Promise<Splitter | null>
  /** What is assumed to be lost in a month of patrons of whom little is known; null where nothing was said. */
  leaving(book: string): Promise<BasisPoints | null>
}

/** Part of `BookWriter`. */
export interface TargetFactWrites {
  /** Says how the target of a month was made; null for one that was simply typed. */
  setTargetPlan(from: Month, plan: TargetPlan | null): Promise<void>
  setTaxRule(rule: TaxRule): Promise<void>
  removeTaxRule(from: Month): Promise<void>
  /** Lays down what is put aside in the place of what was; 0 takes it back. */
  setPutAside(put: PutAside): Promise<void>
  /** Null takes it back. */
  setJobOffer(offer: JobOffer | null): Promise<void>
  /** Null takes it back. */
  setSplitter(splitter: Splitter | null): Promise<void>
  /** Null takes it back. */
  setLeaving(share: BasisPoints | null): Promise<void>
}

type Kind = TargetFactTable['kind']

async function factsOf<T>(db: Kysely<Schema>, book: string, kind: Kind): Promise<T[]> {
  const rows = await db
    .selectFrom('target_fact')
    .select('facts')
    .where('book', '=', book)
    .where('kind', '=', kind)
    .orderBy('month')
    .execute()
  return rows.map(({ facts }) => JSON.parse(facts) as T) // only ever written by `keepTargetFact`
}

export function targetFactReads(db: Kysely<Schema>): TargetFactReads {
  return {
    targetPlans: (book) => factsOf(db, book, 'plan'),
    taxRules: (book) => factsOf(db, book, 'tax'),
    putAside: (book) => factsOf(db, book, 'aside'),
    jobOffer: async (book) => (await factsOf<JobOffer>(db, book, 'offer'))[0] ?? null,
    splitter: async (book) => (await factsOf<Splitter>(db, book, 'split'))[0] ?? null,
    leaving: async (book) => (await factsOf<{ share: BasisPoints }>(db, book, 'leaving'))[0]?.share ?? null,
  }
}

/** Everything said around targets as facts, in one order. */
export async function targetFacts(db: Kysely<Schema>, book: string): Promise<TargetFact[]> {
  const reads = targetFactReads(db)
  const offer = await reads.jobOffer(book)
  const splitter = await reads.splitter(book)
  const share = await reads.leaving(book)
  return [
    ...(await reads.targetPlans(book)).map((targetPlan) => ({ targetPlan })),
    ...(await reads.taxRules(book)).map((taxRule) => ({ taxRule })),
    ...(await reads.putAside(book)).map((putAside) => ({ putAside })),
    ...(offer ? [{ jobOffer: offer }] : []),
    ...(splitter ? [{ splitter }] : []),
    ...(share === null ? [] : [{ leaving: { share } }]),
  ]
}

export function targetFactWrites(session: Session): TargetFactWrites {
  return {
    async setTargetPlan(from, plan) {
      await drop(session, 'plan', from)
      if (plan) await keepTargetFact(session, { targetPlan: { from, plan } })
    },
    async setTaxRule(rule) {
      await drop(session, 'tax', rule.from)
      await keepTargetFact(session, { taxRule: rule })
    },
    removeTaxRule: (from) => drop(session, 'tax', from),
    async setPutAside(put) {
      await drop(session, 'aside', put.month)
      if (put.amount !== 0) await keepTargetFact(session, { putAside: put })
    },
    async setJobOffer(offer) {
      await drop(session, 'offer', '')
      if (offer) await keepTargetFact(session, { jobOffer: offer })
    },
    async setSplitter(splitter) {
      await drop(session, 'split', '')
      if (splitter) await keepTargetFact(session, { splitter })
    },
    async setLeaving(share) {
      await drop(session, 'leaving', '')
      if (share !== null) await keepTargetFact(session, { leaving: { share } })
    },
  }
}

async function drop(session: Session, kind: Kind, of: string): Promise<void> {
  const { transaction, book } = session
  await transaction.deleteFrom('target_fact').where('book', '=', book).where('kind', '=', kind).where('month', '=', of).execute()
  session.changed = true
}

/** Whether a line of a book file is one of these facts. */
export function isTargetFact<T extends object>(line: T): line is Extract<T, TargetFact> {
  return Object.keys(line).some((name) => Object.hasOwn(TARGET_CHECKS, name))
}

/** Inserts one fact; the database refuses a second one in its place. */
export async function keepTargetFact(session: Session, fact: TargetFact): Promise<void> {
  const { transaction, book } = session
  const row = (kind: Kind, of: string, facts: unknown) => ({ book, kind, month: of, facts: sortedJson(facts) })
  const kept =
    'targetPlan' in fact
      ? row('plan', fact.targetPlan.from, fact.targetPlan)
      : 'taxRule' in fact
        ? row('tax', fact.taxRule.from, fact.taxRule)
        : 'putAside' in fact
          ? row('aside', fact.putAside.month, fact.putAside)
          : 'jobOffer' in fact
            ? row('offer', '', fact.jobOffer)
            : 'splitter' in fact
              ? row('split', '', fact.splitter)
              : row('leaving', '', fact.leaving)
  await transaction.insertInto('target_fact').values(kept).execute()
  session.changed = true
}

/** All of it is said in the home currency, so it follows it; the levels of a target stand beside its plan and follow by themselves. */
export async function convertTargetFacts(session: Session, converted: (amount: Minor) => Minor): Promise<void> {
  const reads = targetFactReads(session.transaction)
  const writes = targetFactWrites(session)
  const { book } = session
  for (const { from, plan } of await reads.targetPlans(book)) await writes.setTargetPlan(from, convertedPlan(plan, converted))
  for (const put of await reads.putAside(book)) await writes.setPutAside({ ...put, amount: converted(put.amount) })
  const offer = await reads.jobOffer(book)
  if (!offer) return
  await writes.setJobOffer({
    ...offer,
    wage: offer.wage === null ? null : converted(offer.wage),
    premium: converted(offer.premium),
    employer: { ...offer.employer, premium: converted(offer.employer.premium) },
  })
}

function convertedPlan(plan: TargetPlan, converted: (amount: Minor) => Minor): TargetPlan {
  if (plan.kind === 'after-tax') {
    const { bare, enough, comfortable } = plan.levels
    return {
      ...plan,
      levels: { bare: converted(bare), enough: Math.max(1, converted(enough)), comfortable: Math.max(1, converted(comfortable)) },
    }
  }
  return convertedNeeds(plan, converted)
}

/** Lines of needs in other money; a line for something stays one. */
export function convertedNeeds(plan: NeedsPlan, converted: (amount: Minor) => Minor): NeedsPlan {
  const model: TaxModel = plan.model.shape === 'us' ? { ...plan.model, costs: converted(plan.model.costs) } : plan.model
  return { ...plan, model, needs: plan.needs.map((need) => ({ ...need, amount: Math.max(1, converted(need.amount)) })) }
}

const upTo = (most: number): Check => that((value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most)
const share = upTo(10_000)
const given = textThat((value) => value.trim() !== '')
const common = { shape: text, tax: share, monthsOff: upTo(1_100), fee: upTo(9_000) }
const SHAPES: Readonly<Record<TaxModel['shape'], Check>> = {
  generic: fields(common),
  us: fields({ ...common, pension: share, costs: count }),
}
const model: Check = (value) => {
  const shape = isRecord(value) ? value['shape'] : undefined
  const check = Object.entries(SHAPES).find(([name]) => name === shape)?.[1]
  // Its form is right, so it is a model as far as its shares are asked for.
  return check ? (check(value) ?? (leavesSomething(value as TaxModel) ? undefined : '.tax')) : '.shape'
}
const need = fields(
  { text: given, amount: id, level: oneOf(['bare', 'enough', 'comfortable']), per: oneOf(['month', 'year']) },
  { benefit: oneOf(BENEFITS), days: upTo(366) },
)
/** The form of a plan of needs, of the book or of a venture. */
export const needsPlan = fields({ kind: oneOf(['needs']), needs: list(need), model, preset: text })
const PLANS: Readonly<Record<TargetPlan['kind'], Check>> = {
  'after-tax': fields({ kind: text, levels: fields({ bare: count, enough: id, comfortable: id }), tax: upTo(9_000) }),
  needs: needsPlan,
}
const plan: Check = (value) => {
  const kind = isRecord(value) ? value['kind'] : undefined
  const check = Object.entries(PLANS).find(([name]) => name === kind)?.[1]
  return check ? check(value) : '.kind'
}
const between = (least: number, most: number): Check =>
  that((value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most)
const period = fields({ start: between(1, 12), dueMonth: between(1, 12), dueDay: between(1, 31) })
const someOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 ? list(check)(value) : ''
const splitter = fields({ parts: someOf(fields({ name: given, share })) })
const deductions: Check = (value) => (isRecord(value) && Number(value['social']) + Number(value['tax']) <= 9_500 ? undefined : '.tax')

/** The forms of these facts in a book file. */
export const TARGET_CHECKS: Readonly<Record<'targetPlan' | 'taxRule' | 'putAside' | 'jobOffer' | 'splitter' | 'leaving', Check>> = {
  targetPlan: fields({ from: month, plan }),
  taxRule: fields({ from: month, rate: share, streams: list(fields({ stream: id, rate: share })), periods: someOf(period), preset: text }),
  putAside: fields({ month, amount: whole }),
  leaving: fields({ share: upTo(MOST_LEAVING) }),
  jobOffer: (value) =>
    fields({
      wage: nothingOr(count),
      social: share,
      tax: share,
      premium: count,
      employer: fields({ premium: count, pension: share, leave: upTo(1_200) }),
      minutes: nothingOr(id),
    })(value) ?? deductions(value),
  // Its form is right, so it is a splitter as far as its shares are asked for.
  splitter: (value) => splitter(value) ?? (isWholeSplit(value as Splitter) ? undefined : '.parts'),
}
