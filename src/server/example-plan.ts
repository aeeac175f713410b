import type { Day } from '#domain/month.ts'
import { samplePlan } from '#domain/sample-plan.ts'
import type { Book, Storage } from '#storage/storage.ts'
import { taxOn } from './tax.ts'

/** Says how the example's newest target was made, and what is put aside for tax since: all that was due before a day. */
export async function planExample(storage: Storage, book: Book, today: Day): Promise<void> {
  const newest = (await storage.targets(book.id)).at(-1)
  if (!newest) return
  const { plan, tax, offer } = samplePlan(newest.from)
  await storage.write(book.id, async (writer) => {
    await writer.setTargetPlan(plan.from, plan.plan)
    await writer.setTaxRule(tax)
    await writer.setJobOffer(offer)
  })
  const { periods } = await taxOn(storage, book, today)
  await storage.write(book.id, async (writer) => {
    for (const { from, due, rest } of periods) if (due < today) await writer.setPutAside({ month: from, amount: rest })
  })
}
