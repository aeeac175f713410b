import type { z } from 'zod'
import type { ImportReport, ImportRequest, Job } from '#contract/import.ts'
import type { BookWriter, Storage } from '#storage/storage.ts'
import type { Log } from './parts.ts'
import { ProblemError } from '#http/problem.ts'

/** One preview or import, as the pipeline takes it. */
export interface ImportTask {
  book: string
  request: z.output<typeof ImportRequest>
  /** False for a preview: everything is done and then taken back. */
  commit: boolean
}

/** How far the reading of a task's files is. */
export interface Progress {
  rows: number
  bytes: number
  bytesTotal: number
}

/** Runs imports beside the requests. A job is kept until many newer ones have come. */
export interface Jobs {
  start(task: ImportTask): Job
  job(id: string): Job | undefined
  /**
   * Ends a job, which leaves no trace of it, and answers with it; one that is through already stays as it is. It stops where it
   * next tells how far it is: until then it runs.
   */
  cancel(id: string): Job | undefined
  /** Takes live imports back; what they told is as if they had never been. */
  undo: RunUndo
  /** Calls a listener whenever an import has been committed. */
  onImported(listener: () => void): void
}

/**
 * Runs one task; every implementation of `Jobs` is made of one. Where `onProgress` throws, the task ends with that error and
 * has written nothing.
 */
export type RunTask = (task: ImportTask, onProgress: (progress: Progress) => void) => Promise<ImportReport>

/** Takes live imports of a book back; every implementation of `Jobs` is made of one, too. */
export type RunUndo = (book: string, imports: number[]) => ReturnType<BookWriter['undo']>

/** Undoes over a connection of this thread. */
export function undoIn(storage: Pick<Storage, 'write'>): RunUndo {
  return (book, imports) => storage.write(book, (writer) => writer.undo(imports))
}

const KEPT = 50

/** What ends a task that nobody wants any more. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'

  constructor() {
    super('Failed to go on: the import was cancelled, and nothing of it was saved.')
  }
}

interface JobsOptions {
  run: RunTask
  undo: RunUndo
  newId: () => string
  log: Log
}

/**
 * Jobs over something that runs tasks: the pipeline itself, in the page and in tests, or the thread that runs it.
 * A problem fails the job in its own words, any other error goes to the log.
 */
export function createJobs({ run, undo, newId, log }: JobsOptions): Jobs {
  const jobs = new Map<string, Job>()
  const cancelled = new Set<string>()
  const listeners: (() => void)[] = []
  const goOn = (job: Job, progress: Progress): void => {
    if (cancelled.has(job.id)) throw new Cancelled()
    Object.assign(job, progress)
  }
  const follow = async (job: Job, task: ImportTask): Promise<void> => {
    try {
      const report = await run(task, (progress) => goOn(job, progress))
      Object.assign(job, { state: 'done', report })
      if (task.commit) for (const listener of listeners) listener()
    } catch (error) {
      if (error instanceof Cancelled) return void Object.assign(job, { state: 'cancelled' })
      if (!(error instanceof ProblemError)) log('An import failed.', error)
      Object.assign(job, { state: 'failed', problem: wordsOf(error, task.commit) })
    } finally {
      cancelled.delete(job.id)
    }
  }
  return {
    start(task) {
      const job: Job = { id: newId(), state: 'running', rows: 0, bytes: 0, bytesTotal: 0 }
      jobs.set(job.id, job)
      for (const id of jobs.keys()) if (jobs.size > KEPT && jobs.get(id)?.state !== 'running') jobs.delete(id)
      void follow(job, task)
      return { ...job }
    },
    job(id) {
      const job = jobs.get(id)
      return job && { ...job }
    },
    cancel(id) {
      const job = jobs.get(id)
      if (job?.state === 'running') cancelled.add(id)
      return job && { ...job }
    },
    undo,
    onImported: (listener) => void listeners.push(listener),
  }
}

function wordsOf(error: unknown, commit: boolean): string {
  if (error instanceof ProblemError) return error.message
  const act = commit ? 'import' : 'preview'
  return `Failed to ${act}: something went wrong inside Enough, and nothing was saved. Try again; its log tells more.`
}
