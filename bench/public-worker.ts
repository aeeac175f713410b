import { parentPort, workerData } from 'node:worker_threads'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { ecbPacked } from '#domain/ecb-table.ts'
import { readRateTable } from '#domain/rate.ts'
import { createPublicApp } from '#public/app.ts'
import { openShelf } from '#public/sql-shelf.ts'
import { nodeHandle } from '#storage/node-handle.ts'
import { madeUpVentures } from './made-up-ventures.ts'

if (!parentPort) throw new Error('Failed to measure: the public site was started as a program. Start main.ts.')
const main = parentPort

/** The public app over made-up ventures, and a bare Hono beside it in the same thread: `public-site.ts` starts it. */
const { count, today } = workerData as { count: number; today: string }
const shelf = openShelf(nodeHandle(':memory:'))
shelf.setSite({ url: 'https://bench.example', name: 'Bench' })
for (const venture of madeUpVentures(count).ventures)
  shelf.publish({ address: venture.address, listed: true, json: JSON.stringify(venture) })
const app = createPublicApp({
  shelf,
  clock: () => `${today}T10:00:00Z`,
  today: () => today,
  newId: () => '',
  log: console.error,
  rates: readRateTable(ecbPacked),
  version: 'bench',
  inPage: false,
})
const hello = new Hono().get('/', (c) => c.text('hello')).post('/', (c) => c.text('hello'))

const port = (fetch: Hono['fetch']): Promise<number> =>
  new Promise((resolve) => serve({ fetch, hostname: '127.0.0.1', port: 0 }, (info) => resolve(info.port)))
main.postMessage({ app: await port(app.fetch), hello: await port(hello.fetch) })
