import type { BookWriter } from '#storage/storage.ts'
import type { Destination } from './import-destination.ts'
import type { ReadFile } from './import-read.ts'

interface Told {
  /** Streams in which an estimate from lists of patrons counted before the file. */
  before: ReadonlySet<number>
  /** Streams into which the file told patrons. */
  listed: readonly number[]
}

/** What a file does to estimates from lists of patrons, in words: it ends them, or it is part of them. */
export async function estimateWords(writer: BookWriter, { before, listed }: Told): Promise<string[]> {
  const after = await writer.estimatedStreams()
  const names = new Map((await writer.streams()).map(({ id, name }) => [id, name]))
  const ended = [...before].filter((stream) => !after.has(stream))
  const counts = listed.filter((stream) => after.has(stream))
  return [
    ...ended.map(
      (stream) => `Payments of "${names.get(stream) ?? ''}" are here now: what was estimated from its lists of patrons counts no more.`,
    ),
    ...counts.map(
      (stream) => `As you said of "${names.get(stream) ?? ''}", what came in between its lists of patrons counts as an estimate.`,
    ),
  ]
}

/** Streams into which a file told who is a patron. */
export function listedStreams({ accounts }: ReadFile, destinations: readonly Destination[]): number[] {
  const isList = ({ account }: Destination) => (accounts.get(account.id)?.patrons.length ?? 0) > 0
  return [...new Set(destinations.filter(isList).map(({ stream }) => stream.id))]
}
