import type { Crowd } from '#contract/crowd.ts'
import type { Minor } from '#domain/money.ts'
import { expectedOf } from '#domain/patron-sight.ts'
import type { Storage } from '#storage/storage.ts'

/** Whose card was declined, by the newest list of each open stream of patronage; null where no list tells of any (METRICS 3). */
export async function declinedAnswer(storage: Storage, book: string): Promise<Crowd['declined']> {
  const monthly = new Map<string, Minor>()
  const days: string[] = []
  let [patrons, hidden] = [0, 0]
  for (const { id, kind, archived } of await storage.streams(book)) {
    const snapshot = kind === 'patronage' && !archived ? await storage.newestSnapshot(book, id) : undefined
    const declined = expectedOf(snapshot?.sights ?? [], 'declined')
    if (declined.patrons === 0) continue
    patrons += declined.patrons
    hidden += declined.hidden
    for (const { currency, amount } of declined.monthly) monthly.set(currency, (monthly.get(currency) ?? 0) + amount)
    if (snapshot?.asOf) days.push(snapshot.asOf.slice(0, 10))
  }
  if (patrons === 0) return null
  const sums = [...monthly].map(([currency, amount]) => ({ currency, amount })).sort((a, b) => (a.currency < b.currency ? -1 : 1))
  return { patrons, hidden, monthly: sums, day: days.sort()[0] ?? null }
}
