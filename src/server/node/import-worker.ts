import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { ProblemError } from '#http/problem.ts'
import { runImport } from '../run-import.ts'
import { systemClock } from '../parts.ts'
import { withTurn, type Turn } from '../turn.ts'
import { openBooks } from './open-books.ts'
import { Cancelled, undoIn, type Progress } from '../jobs.ts'
import type { FromThread, ThreadData, ToThread } from './thread-jobs.ts'

/** Writing goes through each page once: a large cache would only take room. */
const CACHE_KB = 8000

if (!parentPort) throw new Error('Failed to start the import thread: it was started as a program. Start main.ts.')
const main = parentPort
const { folder, stop } = workerData as ThreadData // as thread-jobs.ts starts it
const { storage, spool } = await openBooks(folder, CACHE_KB)

let go: (() => void) | undefined
const say = (message: FromThread): void => main.postMessage(message)

/** The main thread hands out turns to write, its own writes among them. */
const turn: Turn = async (work) => {
  await new Promise<void>((resolve) => {
    go = resolve
    say({ say: 'ask' })
  })
  try {
    return await work()
  } finally {
    say({ say: 'written' })
  }
}

const parts = { storage: withTurn(storage, turn), spool, clock: systemClock, newId: randomUUID }
const undo = undoIn(parts.storage)

main.on('message', (message: ToThread) => {
  if (message.say === 'go') go?.()
  else if (message.say === 'undo') void answer(async () => ({ say: 'undone', undone: await undo(message.book, message.imports) }))
  else void answer(() => run(message.task))
})

async function answer(work: () => Promise<FromThread>): Promise<void> {
  try {
    say(await work())
  } catch (error) {
    if (error instanceof ProblemError) say({ say: 'problem', status: error.status, detail: error.message })
    else say({ say: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
  }
}

async function run(task: Parameters<typeof runImport>[1]): Promise<FromThread> {
  const onProgress = (progress: Progress): void => {
    if (Atomics.load(stop, 0) === 1) throw new Cancelled()
    say({ say: 'progress', progress })
  }
  return { say: 'done', report: await runImport(parts, task, onProgress) }
}
