import { Worker } from 'node:worker_threads'

/** The public app and a bare Hono "hello", served from a thread of their own. */
export interface PublicSite {
  url: string
  hello: string
  stop(): Promise<number>
}

/** Starts both over so many made-up ventures, on a day. */
export async function startPublicSite(count: number, today: string): Promise<PublicSite> {
  const worker = new Worker(new URL('./public-worker.ts', import.meta.url), { workerData: { count, today } })
  const ports = await new Promise<{ app: number; hello: number }>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  const at = (port: number): string => `http://127.0.0.1:${port}`
  return { url: at(ports.app), hello: at(ports.hello), stop: () => worker.terminate() }
}
