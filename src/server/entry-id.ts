import { ProblemError } from '#http/problem.ts'

/** A line's address: its stream and its key, in letters that need no escaping anywhere. */
export function entryId(stream: number, key: string): string {
  const letters = Array.from(new TextEncoder().encode(key), (byte) => String.fromCharCode(byte)).join('')
  return `${stream}.${btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`
}

/** Reads a line's address; throws a problem for a text that is none. */
export function readEntryId(id: string): { stream: number; key: string } {
  const [, stream = '', letters = ''] = /^(\d{1,15})\.([\w-]+)$/.exec(id) ?? []
  try {
    const bytes = Uint8Array.from(atob(letters.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))
    const key = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (key !== '') return { stream: Number(stream), key }
  } catch {
    // Said below.
  }
  throw new ProblemError(404, `Failed to find the line "${id}": that is no line's address. Take it from the list of lines.`)
}
