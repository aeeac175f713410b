import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { serve } from '@hono/node-server'
import { ecbPacked } from '#domain/ecb-table.ts'
import { readRateTable } from '#domain/rate.ts'
import { nodeHandle } from '#storage/node-handle.ts'
import { createPublicApp } from '../app.ts'
import type { PublicParts } from '../parts.ts'
import { pictureSvg } from '../picture-svg.ts'
import { openShelf, SHELF_FILE } from '../sql-shelf.ts'
import { builtAssets } from './built-assets.ts'
import { callerOf } from './caller.ts'
import { openPictures } from './picture.ts'
import type { FromPublic, PublicSettings, ToPublic } from './public-thread.ts'
import { openCheckout } from './stripe-checkout.ts'

/** How long answers under way may take when it is asked to end. */
const GRACE_MS = 2_000
/** A stranger may not hold a connection open by sending slowly. */
const SERVER_OPTIONS = { headersTimeout: 10_000, requestTimeout: 60_000, maxHeaderSize: 16_384 }

if (!parentPort) throw new Error('Failed to start the public app: it was started as a program. Start main.ts.')
const owner = parentPort
const { folder, host, port, proxy, built, version } = workerData as PublicSettings // as public-thread.ts starts it
const say = (message: FromPublic): void => owner.postMessage(message)

const shelf = openShelf(nodeHandle(join(folder, SHELF_FILE)))
const clock = (): string => `${new Date().toISOString().slice(0, 19)}Z`
const assets = builtAssets(built)
const pictures = openPictures()
const checkout = openCheckout(process.env)
const parts: PublicParts = {
  shelf,
  clock,
  today: () => clock().slice(0, 10),
  newId: () => randomBytes(16).toString('hex'),
  log: (message, error) => say({ say: 'log', message, error: error instanceof Error ? error : String(error) }),
  rates: readRateTable(ecbPacked),
  version,
  inPage: false,
  caller: callerOf(proxy),
  picture: (venture, today) => pictures.draw(pictureSvg(venture, shelf.site(), today)),
  onMessage: () => say({ say: 'inbox' }),
  ...(assets ? { assets } : {}),
  ...(checkout ? { checkout } : {}),
}

const server = serve({ fetch: createPublicApp(parts).fetch, hostname: host, port, serverOptions: SERVER_OPTIONS }, ({ port: open }) =>
  say({ say: 'open', port: open }),
) as Server // what serve makes without another createServer
server.on('error', (error: NodeJS.ErrnoException) => {
  say({ say: 'failed', problem: trouble(error) })
  shut()
})
owner.on('message', ({ say: said }: ToPublic) => said === 'end' && end())

function end(): void {
  server.close(shut)
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
}

/** What was posted must still arrive, so the thread ends by having nothing left to wait for. */
function shut(): void {
  void pictures.close()
  shelf.close()
  owner.close()
}

function trouble({ code, message }: NodeJS.ErrnoException): string {
  const begin = 'Failed to open the public pages:'
  if (code === 'EADDRINUSE') return `${begin} port ${port} is taken. Stop what listens there, or set PUBLIC_PORT to another.`
  if (code === 'EACCES') return `${begin} port ${port} is not open to you. Set PUBLIC_PORT to one above 1023.`
  if (code === 'EADDRNOTAVAIL') return `${begin} ${host} is no address of this machine. Set PUBLIC_HOST to one of its own.`
  return `${begin} ${message}. Look at PUBLIC_HOST and PUBLIC_PORT.`
}
