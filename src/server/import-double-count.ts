import type { ImportReport, ProposedDouble } from '#contract/import.ts'
import { mayTellTwice, sightName, type DoubleLine, type SameMoney } from '#domain/double.ts'
import { MOST_LINES, type DaySpan } from '#domain/double-spans.ts'
import { routesOf } from '#domain/stream-route.ts'
import type { BookWriter } from '#storage/storage.ts'
import { proposedDoubles, type ToldDouble } from './double-proposals.ts'
import { namesOf, type StreamNames } from './entry.ts'
import { present } from './present.ts'

/** How many proposals are told by themselves, and how many lines of a payout. */
const TOLD = 10
const LINES = 3

export interface DoubleCount {
  doublesProposed: number
  doublesProven: number
}

export interface CountedDoubles<K> {
  /** By what names the import here. */
  files: Map<K, DoubleCount>
  told: ImportReport['doubles']
}

const NONE: ImportReport['doubles'] = { proposed: 0, first: [], beyond: null }

export interface CountedFiles<K> {
  /** The imports, by their names. */
  imports: ReadonlyMap<K, number>
  /** The days that their lines tell of; null where they tell of none. */
  days: DaySpan | null
  /** Of more lines than this nothing is looked for. */
  most?: number
}

/** How many doubles each import has a line of, and the surest proposals. Nothing is looked up where no two streams may tell the same. */
export async function countDoubles<K>(
  writer: BookWriter,
  { imports, days, most = MOST_LINES }: CountedFiles<K>,
): Promise<CountedDoubles<K>> {
  const platforms = (await writer.streams()).map(({ platform }) => platform)
  if (imports.size === 0 || !days || !mayTellTwice(platforms)) return { files: new Map(), told: NONE }
  const facts = await writer.doubleBook()
  const { proposals, lines, beyond } = await proposedDoubles(writer, { facts, platforms, about: days, most })
  const proposed = await byImport(writer, proposals)
  const proven = await byImport(
    writer,
    facts.held.filter(({ by }) => by === 'proven'),
  )
  const count = (double: SameMoney[] | undefined): number => double?.length ?? 0
  const files = [...imports].map(
    ([name, id]) => [name, { doublesProposed: count(proposed.get(id)), doublesProven: count(proven.get(id)) }] as const,
  )
  const own = new Set([...imports.values()].flatMap((id) => proposed.get(id) ?? []))
  const surest = proposals.filter((double) => own.has(double)).toSorted((a, b) => b.score - a.score || newer(a, b, lines))
  const names = await namesShown(writer)
  const first = surest.slice(0, TOLD).flatMap((double) => proposalTold(double, lines, names) ?? [])
  const [unseen] = beyond
  return { files: new Map(files), told: { proposed: own.size, first, beyond: unseen ? { lines: unseen.lines, most } : null } }
}

function newer(a: SameMoney, b: SameMoney, lines: ReadonlyMap<string, DoubleLine>): number {
  const dayOf = ({ covered }: SameMoney): string => lines.get(sightName(covered))?.day ?? ''
  return dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0
}

/** The doubles that each import has a line of. */
async function byImport<D extends SameMoney>(writer: BookWriter, doubles: readonly D[]): Promise<Map<number, D[]>> {
  const sightsOf = ({ counts, covered }: SameMoney) => [...counts, covered]
  const tellers = await writer.tellers(doubles.flatMap(sightsOf))
  const found = new Map<number, D[]>()
  for (const double of doubles) {
    const ids = new Set(sightsOf(double).flatMap((sight) => tellers.get(sightName(sight)) ?? []))
    for (const id of ids) {
      const own = found.get(id)
      if (own) own.push(double)
      else found.set(id, [double])
    }
  }
  return found
}

/** Streams by the name of what they count in. */
async function namesShown(writer: BookWriter): Promise<StreamNames> {
  const names = namesOf(await writer.streams(), await writer.ventures())
  const { shown } = routesOf(await writer.streamRoutes())
  return new Map([...names.keys()].map((id) => [id, names.get(shown(id)) ?? { name: '', ventureName: '' }]))
}

/** Undefined where a line of it is not known, which never is. */
function proposalTold(double: ToldDouble, lines: ReadonlyMap<string, DoubleLine>, names: StreamNames): ProposedDouble | undefined {
  const line = (sight: SameMoney['covered']): ProposedDouble['covered'][] => {
    const found = lines.get(sightName(sight))
    const { name: streamName = '', ventureName = '' } = names.get(sight.stream) ?? {}
    if (!found) return []
    const { day, net, currency, name } = found
    return [{ streamName, ventureName, day, net, currency, ...present({ name }) }]
  }
  const { kind, score, reasons, counts } = double
  const [covered] = line(double.covered)
  const told = counts.slice(0, LINES).flatMap(line)
  return covered && { kind, score, reasons: [...reasons], counts: told, countsLength: counts.length, covered }
}
