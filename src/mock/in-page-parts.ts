import type { RateTable } from '#domain/rate.ts'
import { createJobs, undoIn, type RunTask } from '#server/jobs.ts'
import { systemClock, type Log, type Parts, type Square } from '#server/parts.ts'
import { runImport } from '#server/run-import.ts'
import { memorySpool, type Spool } from '#server/spool.ts'
import type { Storage } from '#storage/storage.ts'

interface InPage {
  storage: Storage
  rates: RateTable
  version: string
  log: Log
  square: Square
}

/** What the app stands on where there is no machine of its own: imports run where the app runs, files wait in memory. */
export function inPageParts({ storage, rates, version, log, square }: InPage): Parts {
  const spool = inTurns(memorySpool())
  const clock = systemClock
  const newId = freshId
  const run: RunTask = (task, onProgress) => runImport({ storage, spool, clock, newId }, task, onProgress)
  const jobs = createJobs({ run, undo: undoIn(storage), newId, log })
  const kept = { where: 'in this page’s memory; it is gone when you close or reload it', lasting: false }
  return { storage, rates, spool, jobs, clock, newId, log, program: { version, kept, inPage: true }, square }
}

/** A spool that lets other requests in between two pieces of a file, so that an import can be asked after, and ended. */
function inTurns(spool: Spool): Spool {
  return {
    ...spool,
    async *open(file) {
      for await (const chunk of spool.open(file)) {
        await new Promise((resolve) => setTimeout(resolve))
        yield chunk
      }
    },
  }
}

/** As `crypto.randomUUID`, which pages of an insecure origin do not have. */
export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
