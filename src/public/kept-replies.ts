import type { PublicParts } from './parts.ts'
import type { Reply } from './reply.ts'

/** All kept answers together, in bytes or UTF-16 units; then they are made anew. */
const LIMIT = 64 * 1024 * 1024

/** Answers by address, for as long as nothing that is published changes and the day is the same. */
export interface KeptReplies {
  get(path: string): Reply | undefined
  /** Keeps an answer that was begun at a stamp; what has changed since then is not kept. */
  put(path: string, reply: Reply, stamp: string): void
  /** What answers depend on, now. */
  stamp(): string
}

export function keepReplies({ shelf, today }: Pick<PublicParts, 'shelf' | 'today'>): KeptReplies {
  const kept = new Map<string, Reply>()
  let of = ''
  let size = 0
  const clear = (stamp: string): void => {
    kept.clear()
    size = 0
    of = stamp
  }
  const stamp = (): string => `${shelf.version()} ${today()}`
  return {
    stamp,
    get(path) {
      const now = stamp()
      if (now !== of) clear(now)
      return kept.get(path)
    },
    put(path, reply, begun) {
      if (begun !== of || kept.has(path)) return
      if (size > LIMIT) clear(of)
      kept.set(path, reply)
      size += reply.body.length
    },
  }
}
