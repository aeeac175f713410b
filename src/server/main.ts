import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { createJobs } from './jobs.ts'
import { sweepSpool } from './node/disk-spool.ts'
import { lockFolder } from './node/lock.ts'
import { openBooks, spoolFolder } from './node/open-books.ts'
import { openReach, openSquare, squareSettings } from './node/square.ts'
import { staticPages } from './node/static-pages.ts'
import { openImportThread } from './node/thread-jobs.ts'
import { programVersion } from './node/version.ts'
import { systemClock, type Log, type Parts } from './parts.ts'
import { createRounds } from './rounds.ts'
import { createTurn, withTurn } from './turn.ts'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/
const HOUR_MS = 3_600_000
/** How soon after midnight the public pages are of the new day, and how often Stripe is asked where no webhook comes. */
const OFTEN_MS = 300_000
/** How long answers under way may take when the server is asked to end. */
const GRACE_MS = 2_000

interface Settings {
  host: string
  port: number
  folder: string
}

/** Reads `PORT`, `HOST` and `ENOUGH_DATA`; throws a sentence for what cannot be. */
function settingsOf(environment: NodeJS.ProcessEnv): Settings {
  const { PORT: port = '4400', HOST: host = '127.0.0.1', ENOUGH_DATA: folder = './data' } = environment
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Error(`Failed to start: PORT "${port}" is no port. Use a number up to 65535.`)
  if (!LOOPBACK.test(host)) {
    throw new Error(`Failed to start: HOST ${host} lies beyond this machine, and Enough has no accounts yet. Use 127.0.0.1.`)
  }
  return { host, port: Number(port), folder: resolve(folder) }
}

const log: Log = (message, error) => console.error(message, error)

async function start(): Promise<void> {
  const { host, port, folder } = settingsOf(process.env)
  const publicSettings = squareSettings(process.env)
  const reach = await openReach(process.env)
  const unlock = lockFolder(folder)
  const { storage, spool, rates } = await openBooks(folder)
  const turn = createTurn()
  const thread = openImportThread({ folder, turn, log })
  const square = openSquare({ folder, settings: publicSettings, log, onInbox: () => void rounds.inbox(), ...reach })
  const parts: Parts = {
    storage: withTurn(storage, turn),
    spool,
    rates,
    log,
    jobs: createJobs({ run: thread.run, undo: thread.undo, newId: randomUUID, log }),
    clock: systemClock,
    newId: randomUUID,
    program: { version: programVersion(), kept: { where: folder, lasting: true }, inPage: false },
    square,
  }
  const rounds = createRounds(parts)
  const app = createApp(parts, staticPages(fileURLToPath(new URL('../../dist', import.meta.url))), rounds.publisher)
  const sweep = (): void =>
    void sweepSpool(spoolFolder(folder), Date.now()).catch((error: unknown) => log('Sweeping the spool failed.', error))
  const server = serve({ fetch: app.fetch, hostname: host, port }, ({ port: open }) => {
    const name = host.includes(':') ? `[${host}]` : host
    console.log(`Enough is at http://${name}:${open}\nYour data lies in ${folder}`)
    thread.warm()
    hourly()
    void rounds.publisher.refresh()
    void rounds.often()
  })
  const hourly = (): void => {
    sweep()
    void rounds.hourly()
  }
  const everyHour = setInterval(hourly, HOUR_MS).unref()
  const often = setInterval(() => void rounds.often(), OFTEN_MS).unref()
  server.on('error', (error: NodeJS.ErrnoException) => fail(portTrouble(error, host, port)))

  let ending = false
  const end = (): void => {
    if (ending) return
    ending = true
    clearInterval(everyHour)
    clearInterval(often)
    server.close(() => void shut())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS).unref()
  }
  const shut = async (): Promise<void> => {
    await Promise.all([thread.close(), square.close()])
    await storage.close()
    unlock()
    process.exit(0)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

function portTrouble(error: NodeJS.ErrnoException, host: string, port: number): unknown {
  if (error.code === 'EADDRINUSE')
    return new Error(`Failed to start: port ${port} is taken. Stop what listens there, or set PORT to another.`)
  if (error.code === 'EACCES') return new Error(`Failed to start: port ${port} is not open to you. Set PORT to one above 1023.`)
  if (error.code === 'EADDRNOTAVAIL') return new Error(`Failed to start: ${host} is no address of this machine. Set HOST to 127.0.0.1.`)
  return error
}

/** One sentence for a person; anything unforeseen comes with its stack. */
function fail(error: unknown): void {
  console.error(error instanceof Error && error.message.startsWith('Failed to ') ? error.message : error)
  process.exit(2)
}

start().catch(fail)
