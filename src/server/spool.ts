import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { ProblemError } from '#http/problem.ts'

/** Where dropped files lie between upload and import, each named by the SHA-256 of its bytes. */
export interface Spool {
  /** Takes a file's bytes, which are its own from then on; answers its name and size. A file that is there already is not kept twice. */
  put(chunks: AsyncIterable<Uint8Array>): Promise<{ file: string; bytes: number }>
  /** Size in bytes, or undefined when it is not there. */
  size(file: string): Promise<number | undefined>
  /** Its bytes from the start, each piece good until the next one is asked for; throws a problem when it is not there. */
  open(file: string): AsyncIterable<Uint8Array>
  /** Its bytes from..to, `to` not included; fewer where it ends before. Throws a problem when it is not there. */
  read(file: string, from: number, to: number): Promise<Uint8Array>
  /** Removes files; those that are not there are passed over. */
  remove(files: string[]): Promise<void>
}

/** What is said when a file is asked for that is no longer on the spool. */
export function noFile(name: string): ProblemError {
  return new ProblemError(404, `Failed to read ${name}: it is no longer kept. Drop the file again.`)
}

/** A spool in memory, for the page and for tests. */
export function memorySpool(): Spool {
  const files = new Map<string, Uint8Array[]>()
  return {
    async put(chunks) {
      const hash = sha256.create()
      const kept: Uint8Array[] = []
      let bytes = 0
      for await (const chunk of chunks) {
        hash.update(chunk)
        kept.push(chunk)
        bytes += chunk.byteLength
      }
      const file = bytesToHex(hash.digest())
      files.set(file, kept)
      return { file, bytes }
    },
    async size(file) {
      return files.get(file)?.reduce((sum, chunk) => sum + chunk.byteLength, 0)
    },
    async *open(file) {
      const kept = files.get(file)
      if (!kept) throw noFile('the file')
      yield* kept
    },
    async read(file, from, to) {
      const kept = files.get(file)
      if (!kept) throw noFile('the file')
      return partOf(kept, from, to)
    },
    async remove(names) {
      for (const name of names) files.delete(name)
    },
  }
}

function partOf(chunks: readonly Uint8Array[], from: number, to: number): Uint8Array {
  const size = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)
  const part = new Uint8Array(Math.max(0, Math.min(to, size) - from))
  let at = 0
  for (const chunk of chunks) {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, chunk.byteLength)]
    if (start < end) part.set(chunk.subarray(start, end), at + start - from)
    at += chunk.byteLength
  }
  return part
}
