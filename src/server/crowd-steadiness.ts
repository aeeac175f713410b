import type { Crowd } from '#contract/crowd.ts'
import type { Minor } from '#domain/money.ts'
import { addMonths, monthRange, type Month } from '#domain/month.ts'
import { steadiness } from '#domain/steadiness.ts'
import type { Book, Storage } from '#storage/storage.ts'

/** Full months that are looked at, at most and at least. */
const MONTHS = { most: 12, least: 6 }

/** How ventures swing alone and together, in money as it arrives; null where months or ventures are too few to tell. */
export async function steadyAnswer(storage: Storage, book: Book, month: Month): Promise<Crowd['steadiness']> {
  const first = (await storage.span(book.id))?.from
  const earliest = addMonths(month, 1 - MONTHS.most)
  const months = monthRange(first !== undefined && first > earliest ? first : earliest, month)
  if (first === undefined || months.length < MONTHS.least) return null
  const rows = await ventureNets(storage, book, months)
  if (rows.length < 2) return null
  const { parts, total, damping, without, dampingWithout } = steadiness(rows.map(({ net }) => net))
  return {
    months,
    total: months.map((_, i) => rows.reduce((sum, { net }) => sum + (net[i] ?? 0), 0)),
    swing: total,
    damping,
    ventures: rows.map((row, i) => {
      return { ...row, swing: parts[i] ?? null, without: without[i] ?? null, dampingWithout: dampingWithout[i] ?? null }
    }),
  }
}

interface VentureNets {
  venture: number
  name: string
  net: Minor[]
}

/** Ventures that brought anything, the one that brought the most first. */
async function ventureNets(storage: Storage, book: Book, months: readonly Month[]): Promise<VentureNets[]> {
  const [from = '', to = ''] = [months[0], months.at(-1)]
  const ventureOf = new Map((await storage.streams(book.id)).map(({ id, venture }) => [id, venture]))
  const place = new Map(months.map((month, i) => [month, i]))
  const rows = new Map((await storage.ventures(book.id)).map(({ id, name }) => [id, { venture: id, name, net: months.map(() => 0) }]))
  for (const { stream, month, net } of await storage.monthNets(book.id, 'cash', { from, to })) {
    const row = rows.get(ventureOf.get(stream) ?? -1)?.net
    const at = place.get(month)
    if (row && at !== undefined) row[at] = (row[at] ?? 0) + net
  }
  const sum = ({ net }: VentureNets) => net.reduce((all, one) => all + one, 0)
  return [...rows.values()].filter(({ net }) => net.some((one) => one !== 0)).sort((a, b) => sum(b) - sum(a) || a.venture - b.venture)
}
