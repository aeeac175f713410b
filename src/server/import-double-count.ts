import { mayLand, mayPair, sightName, type SameMoney } from '#domain/double.ts'
import type { BookWriter } from '#storage/storage.ts'
import { proposedDoubles } from './double-view.ts'

export interface DoubleCount {
  doublesProposed: number
  doublesProven: number
}

/** How many doubles each import has a line of, by what names the import here. Nothing is looked up where no two streams may tell the same. */
export async function countDoubles<K>(writer: BookWriter, imports: ReadonlyMap<K, number>): Promise<Map<K, DoubleCount>> {
  const platforms = [...new Set((await writer.streams()).map(({ platform }) => platform))]
  const may = platforms.some((one) => platforms.some((other) => mayPair(one, other) || mayLand(one, other)))
  if (imports.size === 0 || !may) return new Map()
  const facts = await writer.doubleBook()
  const proposed = await byImport(writer, proposedDoubles(facts))
  const proven = await byImport(
    writer,
    facts.held.filter(({ by }) => by === 'proven'),
  )
  return new Map(
    [...imports].map(([name, id]) => [name, { doublesProposed: proposed.get(id) ?? 0, doublesProven: proven.get(id) ?? 0 }] as const),
  )
}

/** How many of the doubles each import has a line of. */
async function byImport(writer: BookWriter, doubles: readonly SameMoney[]): Promise<Map<number, number>> {
  const sightsOf = ({ counts, covered }: SameMoney) => [...counts, covered]
  const tellers = await writer.tellers(doubles.flatMap(sightsOf))
  const found = new Map<number, number>()
  for (const double of doubles) {
    const ids = new Set(sightsOf(double).flatMap((sight) => tellers.get(sightName(sight)) ?? []))
    for (const id of ids) found.set(id, (found.get(id) ?? 0) + 1)
  }
  return found
}
