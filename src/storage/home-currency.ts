import { exponentOf } from '#domain/currency.ts'
import { divideHalfEven, type Minor } from '#domain/money.ts'
import type { Publication } from '#domain/publication.ts'
import { needsOfPlan } from '#domain/venture-plan.ts'
import { patronageWrites } from './patronage-write.ts'
import { convertedNeeds, convertTargetFacts } from './target-storage.ts'
import { convertBuffers } from './plan-storage.ts'
import { targets } from './read-book.ts'
import { publications, ventureTargets } from './read-patronage.ts'
import { bookRow, type Session } from './session.ts'

/**
 * Targets, needs and what a page asks for are said in the home currency, so they follow it: at the newest rate, or as the same
 * number where there is none. Left in their minor units, 1,800 euros would become 180,000 yen.
 */
export async function convertPlans(session: Session, from: string): Promise<void> {
  const { transaction, book, rates, placing } = session
  const rate = placing.converter.rate(from, rates.last, false)
  const { home } = await bookRow(transaction, book)
  const [before, after] = [exponentOf(from) ?? 0, exponentOf(home) ?? 0]
  const sameNumber = (amount: Minor) => Number(divideHalfEven(BigInt(amount) * 10n ** BigInt(after), 10n ** BigInt(before)))
  const converted = (amount: Minor): Minor => rate?.convert(amount) ?? sameNumber(amount)
  const something = (amount: Minor): Minor => Math.max(1, converted(amount))
  for (const { from: month, bare, enough, comfortable } of await targets(transaction, book)) {
    const levels = { bare: converted(bare), enough: something(enough), comfortable: something(comfortable) }
    await transaction.updateTable('target').set(levels).where('book', '=', book).where('from_month', '=', month).execute()
  }
  await convertBuffers(session, converted)
  await convertTargetFacts(session, converted)
  const writes = patronageWrites(session)
  for (const target of await ventureTargets(transaction, book)) {
    const plan = target.plan && convertedNeeds(target.plan, converted)
    const needs = plan ? needsOfPlan(plan) : target.needs.map((need) => ({ ...need, amount: something(need.amount) }))
    await writes.setVentureTarget({ ...target, needs, ...(plan && { plan }) })
  }
  for (const page of await publications(transaction, book)) {
    await writes.setPublication({
      ...page,
      suggested: page.suggested.map(something),
      ways: page.ways.map((way) => costing(way, converted)),
    })
  }
}

/** A way to pay with the fixed part of its fee in other money. */
function costing(way: Publication['ways'][number], converted: (amount: Minor) => Minor): Publication['ways'][number] {
  return way.kind === 'bank' ? way : { ...way, fee: { ...way.fee, fixed: converted(way.fee.fixed) } }
}
