import type { Crowd } from '#contract/crowd.ts'
import type { Lens } from '#domain/income.ts'
import type { Minor } from '#domain/money.ts'
import { addMonths, monthRange, type Month } from '#domain/month.ts'
import { expectedOf } from '#domain/patron-sight.ts'
import { platformName } from '#platforms/registry.ts'
import type { PatronPart } from '#storage/patron-reads.ts'
import type { Book, Storage } from '#storage/storage.ts'

export type CrowdStream = Crowd['streams'][number]

interface Asked {
  lens: Lens
  month: Month
  /** What named payers bring in the month. */
  named: readonly PatronPart[]
}

/** Streams that brought anything in the twelve months that end with one, with what of that one names nobody. */
export async function crowdStreams(storage: Storage, book: Book, { lens, month, named }: Asked): Promise<CrowdStream[]> {
  const months = monthRange(addMonths(month, -11), month)
  const [from = month] = months
  const rows = await historiesOf(storage, book, { lens, from, to: month })
  const ventures = new Map((await storage.ventures(book.id)).map(({ id, name }) => [id, name]))
  const namedOf = new Map<number, Minor>()
  for (const part of named) namedOf.set(part.stream, (namedOf.get(part.stream) ?? 0) + part.net)
  const streams: CrowdStream[] = []
  for (const { id, name, venture, platform, kind } of await storage.streams(book.id)) {
    const sums = rows.get(id)
    if (!sums) continue
    const history = months.map((one) => sums.get(one) ?? 0)
    const brought = history.at(-1) ?? 0
    const unnamed = brought - (namedOf.get(id) ?? 0)
    streams.push({
      stream: id,
      name,
      venture,
      ventureName: ventures.get(venture) ?? '',
      platform,
      platformName: platformName(platform),
      kind,
      net: brought,
      unnamed,
      listed: unnamed > 0 && kind === 'patronage' ? await listedOf(storage, book.id, id) : null,
      history,
    })
  }
  return streams.sort((a, b) => a.stream - b.stream)
}

async function historiesOf(storage: Storage, book: Book, { lens, from, to }: { lens: Lens; from: Month; to: Month }) {
  const rows = new Map<number, Map<Month, Minor>>()
  for (const { stream, month, net } of await storage.monthNets(book.id, lens, { from, to })) {
    const row = rows.get(stream) ?? new Map<Month, Minor>()
    rows.set(stream, row.set(month, net))
  }
  return rows
}

/** Patrons of the stream's newest list; null without one, or where it names none. */
async function listedOf(storage: Storage, book: string, stream: number): Promise<number | null> {
  const snapshot = await storage.newestSnapshot(book, stream)
  const patrons = snapshot ? expectedOf(snapshot.sights).patrons : 0
  return patrons > 0 ? patrons : null
}
