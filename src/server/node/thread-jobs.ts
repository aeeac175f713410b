import { Worker } from 'node:worker_threads'
import type { ImportReport } from '#contract/import.ts'
import { createTurn, type Turn } from '../turn.ts'
import type { ImportTask, Progress, RunTask, RunUndo } from '../jobs.ts'
import type { Log } from '../parts.ts'
import { ProblemError } from '#http/problem.ts'

/** What the main thread says to the import thread: a task, imports to take back, or that it may write now. */
export type ToThread = { say: 'run'; task: ImportTask } | { say: 'undo'; book: string; imports: number[] } | { say: 'go' }
type Undone = Awaited<ReturnType<RunUndo>>
/** What the import thread says: how far it is, that it wants to write, that it has written, and how a task ended. */
export type FromThread =
  | { say: 'progress'; progress: Progress }
  | { say: 'ask' }
  | { say: 'written' }
  | { say: 'done'; report: ImportReport }
  | { say: 'undone'; undone: Undone }
  | { say: 'problem'; status: number; detail: string }
  | { say: 'failed'; error: unknown }
/** What a thread is started with; `stop` is raised for the task that is to end, and read there even while nothing is heard. */
export interface ThreadData {
  folder: string
  stop: Int32Array
}

export interface ImportThread {
  run: RunTask
  /** Takes back what may be a million lines. */
  undo: RunUndo
  /** Starts the thread before it is needed. */
  warm(): void
  close(): Promise<void>
}

/**
 * What the thread may hold. Files are read some rows at a time, so little lives long: with more room, garbage would only lie about
 * for longer. The complaints about a file stay until they are told.
 */
const MEMORY = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 192 }

const BROKEN_IMPORT = 'Failed to import: the import broke off, and nothing of it was saved. Try a smaller file.'
const BROKEN_UNDO = 'Failed to undo: it broke off, and nothing was taken back. Try again.'

interface Running {
  onReport?: (report: ImportReport) => void
  onUndone?: (undone: Undone) => void
  onProgress?: (progress: Progress) => void
  reject(error: unknown): void
  /** What is said when the thread dies of it. */
  broken: string
  /** Why it was told to end, if it was. */
  stopped?: unknown
}

/** Tells how far a task is; where whoever hears it throws, the thread is told to stop. */
function progressed(task: Running | undefined, progress: Progress, stop: Int32Array): void {
  if (!task) return
  try {
    task.onProgress?.(progress)
  } catch (error) {
    task.stopped = error
    Atomics.store(stop, 0, 1)
  }
}

/**
 * Runs imports, and takes them back, in a thread with a connection of its own, one after another, so that the pages never wait for them. The thread
 * stays for the next import; one that dies fails the import it was at, which leaves nothing, and the next one gets a new thread.
 */
export function openImportThread({ folder, turn, log }: { folder: string; turn: Turn; log: Log }): ImportThread {
  const queue = createTurn()
  let thread: Worker | undefined
  let running: Running | undefined
  let written: (() => void) | undefined
  const stop = new Int32Array(new SharedArrayBuffer(4))

  const end = (finish: (task: Running) => void): void => {
    written?.()
    written = undefined
    const task = running
    running = undefined
    if (task) finish(task)
  }
  const die = (worker: Worker, error: unknown): void => {
    if (thread !== worker) return
    thread = undefined
    if (running) log('The import thread died.', error)
    end((task) => task.reject(new ProblemError(500, task.broken)))
  }
  const hear = (worker: Worker, message: FromThread): void => {
    if (message.say === 'progress') progressed(running, message.progress, stop)
    else if (message.say === 'ask') void turn(() => new Promise<void>((resolve) => mayWrite(worker, resolve)))
    else if (message.say === 'written') written?.()
    else if (message.say === 'done') end((task) => task.onReport?.(message.report))
    else if (message.say === 'undone') end((task) => task.onUndone?.(message.undone))
    else if (message.say === 'problem') end((task) => task.reject(new ProblemError(message.status, message.detail)))
    else end((task) => task.reject(task.stopped ?? message.error))
  }
  const mayWrite = (worker: Worker, resolve: () => void): void => {
    // Its turn may come when the thread is gone: then nobody would ever give it back.
    if (thread !== worker) return resolve()
    written = resolve
    worker.postMessage({ say: 'go' } satisfies ToThread)
  }
  const start = (): Worker => {
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
      workerData: { folder, stop } satisfies ThreadData,
      resourceLimits: MEMORY,
    })
    worker.on('message', (message: FromThread) => hear(worker, message))
    worker.on('error', (error) => die(worker, error))
    worker.on('exit', (code) => die(worker, new Error(`It ended with ${code}.`)))
    worker.unref()
    return worker
  }
  const begin = (message: ToThread, task: Running): void => {
    thread ??= start()
    running = task
    Atomics.store(stop, 0, 0)
    thread.postMessage(message)
  }
  return {
    run: (task, onProgress) =>
      queue(() => new Promise((onReport, reject) => begin({ say: 'run', task }, { onReport, onProgress, reject, broken: BROKEN_IMPORT }))),
    undo: (book, imports) =>
      queue(() => new Promise((onUndone, reject) => begin({ say: 'undo', book, imports }, { onUndone, reject, broken: BROKEN_UNDO }))),
    warm() {
      thread ??= start()
    },
    async close() {
      await thread?.terminate()
    },
  }
}
