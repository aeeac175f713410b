import { Worker } from 'node:worker_threads'
import { hashOf } from '../reply.ts'

/** What the drawing thread is asked and answers; told apart by a number. */
export interface DrawAsk {
  id: number
  svg: string
}
export type Drawn = { id: number; png: Uint8Array<ArrayBuffer> } | { id: number; error: string }

export interface Pictures {
  /** An SVG as PNG. Whoever asks for the same while it is drawn, or later, gets the same. */
  draw(svg: string): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

/** All kept pictures together, in bytes; the one that was asked for the longest ago goes first. */
const LIMIT = 32 * 1024 * 1024
/** How many may wait to be drawn. */
const WAITING = 500

interface Waiting {
  resolve(png: Uint8Array<ArrayBuffer>): void
  reject(error: Error): void
}

/** Draws in a thread of its own, which is started when the first picture is asked for; pictures are kept by a hash of what is drawn. */
export function openPictures(limit = LIMIT): Pictures {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  const drawing = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let asked = 0
  let size = 0

  const die = (worker: Worker, error: Error): void => {
    if (thread !== worker) return
    thread = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { env: {} })
    worker.on('message', (drawn: Drawn) => {
      const ask = waiting.get(drawn.id)
      waiting.delete(drawn.id)
      // It keeps the program running only while somebody waits for it.
      if (waiting.size === 0) worker.unref()
      if ('png' in drawn) ask?.resolve(drawn.png)
      else ask?.reject(new Error(drawn.error))
    })
    worker.on('error', (error) => die(worker, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => die(worker, new Error('The drawing thread ended.')))
    return worker
  }
  const drawn = (svg: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Promise((resolve, reject) => {
      if (waiting.size >= WAITING) return reject(new Error('Too many pictures wait to be drawn.'))
      const id = (asked += 1)
      waiting.set(id, { resolve, reject })
      thread ??= start()
      thread.ref()
      thread.postMessage({ id, svg } satisfies DrawAsk)
    })
  const keep = (hash: string, png: Uint8Array<ArrayBuffer>): void => {
    kept.set(hash, png)
    size += png.byteLength
    for (const [oldest, { byteLength }] of kept) {
      if (size <= limit) return
      kept.delete(oldest)
      size -= byteLength
    }
  }
  return {
    async draw(svg) {
      const hash = hashOf(svg)
      const known = kept.get(hash)
      if (known) {
        kept.delete(hash)
        kept.set(hash, known)
        return known
      }
      const running = drawing.get(hash) ?? drawn(svg).finally(() => drawing.delete(hash))
      const first = !drawing.has(hash)
      drawing.set(hash, running)
      const png = await running
      if (first) keep(hash, png)
      return png
    },
    async close() {
      await thread?.terminate()
    },
  }
}
