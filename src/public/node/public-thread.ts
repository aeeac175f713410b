import { Worker } from 'node:worker_threads'

/** What the public app is started with. */
export interface PublicSettings {
  /** Data folder that holds the shelf. */
  folder: string
  host: string
  /** 0 takes a free one. */
  port: number
  /** Whether a proxy stands before it, whose word on the caller's address is taken. */
  proxy: boolean
  /** Folder of the built patron's app. */
  built: string
  version: string
}

/** What the public thread says: where it listens, why it does not, that something was left, that something went wrong inside. */
export type FromPublic =
  | { say: 'open'; port: number }
  | { say: 'failed'; problem: string }
  | { say: 'inbox' }
  | { say: 'log'; message: string; error: unknown }
export type ToPublic = { say: 'end' }

export interface PublicThread {
  port: number
  /** Lets answers under way end, then closes. */
  end(): Promise<void>
}

export interface Hearing {
  /** Called after a stranger left something. */
  inbox(): void
  log(message: string, error: unknown): void
  /** Called when the thread ended without being asked to. */
  died(error: unknown): void
}

/** Longer than the thread itself gives to answers under way. */
const END_LIMIT_MS = 4_000
/** The public app holds no more of the owner's environment than this: its keys, and where what was made of the program's text lies. */
const HANDED_ON = ['STRIPE_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_API', 'NODE_COMPILE_CACHE']

/** Starts the public app in a thread of its own; rejects with a sentence where it cannot listen. */
export function startPublicThread(settings: PublicSettings, hearing: Hearing): Promise<PublicThread> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => HANDED_ON.includes(name)))
  const worker = new Worker(new URL('./public-worker.ts', import.meta.url), { workerData: settings, env })
  let ending = false
  let crash: unknown
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  worker.on('error', (error) => (crash = error))
  return new Promise((resolve, reject) => {
    let open = false
    worker.on('message', (message: FromPublic) => {
      if (message.say === 'inbox') hearing.inbox()
      else if (message.say === 'log') hearing.log(message.message, message.error)
      else if (message.say === 'failed') reject(new Error(message.problem))
      else {
        open = true
        resolve({ port: message.port, end })
      }
    })
    worker.once('exit', (code) => {
      const error = crash ?? new Error(`It ended with ${code}.`)
      if (!open) reject(error)
      else if (!ending) hearing.died(error)
    })
  })

  async function end(): Promise<void> {
    ending = true
    worker.postMessage({ say: 'end' } satisfies ToPublic)
    const timer = setTimeout(() => void worker.terminate(), END_LIMIT_MS)
    await gone
    clearTimeout(timer)
  }
}
