import type { Outlook } from '#contract/outlook.ts'
import { addMonths, monthOf, monthRange } from '#domain/month.ts'
import type { Book } from '#storage/storage.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { todayOf } from './today.ts'

export function outlookHandlers(parts: Parts): Handlers<'outlook'> {
  return { outlook: ({ book }) => outlook(parts, book) }
}

/** What the months to come are drawn from, out of month roll-ups alone: its cost does not grow with the ledger. */
async function outlook({ storage, clock }: Parts, book: Book): Promise<Outlook> {
  const today = todayOf(book, clock)
  const last = addMonths(monthOf(today), -1)
  const since = (await storage.span(book.id))?.from ?? null
  const first = since !== null && since <= last ? since : null
  const months = first === null ? [] : monthRange(first, last)
  const place = new Map(months.map((month, i) => [month, i]))
  const nets = new Map<number, number[]>()
  for (const { stream, month, net } of first === null ? [] : await storage.monthNets(book.id, 'cash', { from: first, to: last })) {
    const row = nets.get(stream) ?? months.map(() => 0)
    nets.set(stream, row)
    const at = place.get(month)
    if (at !== undefined) row[at] = net
  }
  const ventures = new Map((await storage.ventures(book.id)).map(({ id, name }) => [id, name]))
  const streams = (await storage.streams(book.id)).flatMap(({ id, name, venture, kind }) => {
    const net = nets.get(id)
    return net?.some((sum) => sum !== 0) ? [{ stream: id, name, ventureName: ventures.get(venture) ?? '', kind, net }] : []
  })
  return { currency: book.homeCurrency, today, first, streams, targets: await storage.targets(book.id) }
}
