import type { Stream } from '#contract/stream.ts'
import type { Venture } from '#contract/venture.ts'
import { plural } from '#web/ui/number-words.ts'

type Along = Pick<Stream, 'id' | 'name' | 'venture' | 'archived'>

/** Streams of a venture that can follow it: into the archive those that go on, and back those that are in it. None while it stays where it is. */
export function streamsAlong<S extends Along>(venture: Pick<Venture, 'id' | 'archived'>, archived: boolean, streams: readonly S[]): S[] {
  if (archived === venture.archived) return []
  return streams.filter((stream) => stream.venture === venture.id && stream.archived !== archived)
}

/** What is said once a venture was changed. */
export function savedWords(name: string, { archived, moved }: { archived: boolean; moved: number }): string {
  if (moved === 0) return `${name} is saved.`
  return `${name} and ${plural(moved, 'stream')} of it are ${archived ? 'archived' : 'back'}.`
}
