import { expect } from 'vitest'
import { z } from 'zod'
import type { FileReport, ImportReport, ImportRequest, Job, SpooledFile } from '#contract/import.ts'
import { everyPath, type RouteName } from '#contract/every-path.ts'
import { routes, type RouteAnswer, type RouteBody, type RouteParams } from '#contract/routes.ts'
import { ecbPacked } from '#domain/ecb-table.ts'
import { readRateTable } from '#domain/rate.ts'
import { openShelf } from '#public/sql-shelf.ts'
import { nodeHandle } from '#storage/node-handle.ts'
import { openMemoryStorage } from '#storage/node-sqlite.ts'
import { createApp, type Pages } from './app.ts'
import { createJobs, undoIn, type RunTask } from './jobs.ts'
import type { Parts } from './parts.ts'
import { runImport } from './run-import.ts'
import { memorySpool } from './spool.ts'
import { stillSquare } from './still-square.ts'

export const rates = readRateTable(ecbPacked)
export const NOW = '2024-06-15T12:00:00Z'

export interface Asking<N extends RouteName> {
  params?: RouteParams<N> & Record<string, unknown>
  body?: RouteBody<N>
}

export interface Dropped {
  name: string
  text: string | Uint8Array<ArrayBuffer>
  more?: Partial<ImportRequest['files'][number]>
}

/** The app over books in memory, with a clock that stands still, and a caller that holds every answer against the contract. */
export async function testApp(change: Partial<Parts> = {}, pages?: Pages) {
  const storage = await openMemoryStorage(rates)
  const spool = memorySpool()
  const errors: unknown[] = []
  const time = { now: NOW }
  const clock = () => time.now
  let ids = 0
  const newId = () => `id-${(ids += 1)}`
  const log: Parts['log'] = (_, error) => errors.push(error)
  const run: RunTask = (task, tell) => runImport({ storage, spool, clock, newId }, task, tell)
  const jobs = createJobs({ run, undo: undoIn(storage), newId, log })
  const program = { version: 'test', kept: { where: 'memory', lasting: false }, inPage: false }
  const square = change.square ?? stillSquare(openShelf(nodeHandle(':memory:')), 'off')
  const app = createApp({ storage, spool, rates, jobs, clock, newId, log, program, square, ...change }, pages)
  const caller = callerOf((address, init) => Promise.resolve(app.request(address, init)))
  return { app, storage, spool, square, errors, time, ...caller }
}

export type TestApp = Awaited<ReturnType<typeof testApp>>

interface Drop {
  book?: string
  batch?: string
  files: Dropped[]
}

type Send = (address: string, init?: RequestInit) => Promise<Response>

function callerOf(send: Send) {
  const raw = <N extends RouteName>(name: N, { params, body }: Asking<N> = {}): Promise<Response> => {
    const init: RequestInit = { method: everyPath[name][0] }
    if (body !== undefined) Object.assign(init, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
    return send(addressOf(name, params), init)
  }
  const ask = async <N extends RouteName>(name: N, asking: Asking<N> = {}): Promise<RouteAnswer<N>> => {
    const response = await raw(name, asking)
    const text = await response.text()
    expect(response.ok, `${name}: ${response.status} ${text}`).toBe(true)
    const shape: unknown = routes[name].answer
    if (!(shape instanceof z.ZodType)) return null as RouteAnswer<N> // a route without an answer, or with a file
    const answer: unknown = JSON.parse(text)
    // Fields that the contract does not know would be taken away by it, and so be seen here.
    expect(shape.parse(answer)).toEqual(answer)
    return answer as RouteAnswer<N> // as just checked
  }
  const spoolFile = async (file: Dropped): Promise<SpooledFile> => {
    const response = await send(addressOf('spoolFile', { name: file.name }), { method: 'POST', body: file.text })
    return routes.spoolFile.answer.parse(await response.json())
  }
  const spoolText = async (file: Dropped): Promise<string> => (await spoolFile(file)).file
  const run = async (name: 'previewImport' | 'commitImport', drop: Drop): Promise<Job> => {
    const files: ImportRequest['files'] = []
    for (const file of drop.files) {
      const spooled = await spoolFile(file)
      for (const { file: id, name } of spooled.inside ?? [spooled]) files.push({ file: id, name, ...file.more })
    }
    const body = drop.batch === undefined ? { files } : { batch: drop.batch, files }
    let job: Job = await ask(name, { params: { book: drop.book ?? 'main' }, body })
    while (job.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 1))
      job = await ask('job', { params: { job: job.id } })
    }
    return job
  }
  const report = async (name: 'previewImport' | 'commitImport', drop: Drop): Promise<ImportReport> => {
    const job = await run(name, drop)
    expect(job.problem).toBeUndefined()
    if (!job.report) throw new Error('The job ended without a report.')
    for (const file of job.report.files) expectComplete(file)
    return job.report
  }
  return {
    raw,
    ask,
    run,
    spoolText,
    preview: (files: Dropped[], book = 'main') => report('previewImport', { files, book }),
    commit: (files: Dropped[], batch?: string, book = 'main') =>
      report('commitImport', batch === undefined ? { files, book } : { files, batch, book }),
    bookFile: async (book = 'main') => (await raw('bookFile', { params: { book } })).text(),
    createBook: () => ask('createBook', { body: { homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'de', enough: 200_000 } }),
  }
}

/** The address of a route with its parameters; those that are no part of the path become the query. */
export function addressOf(name: RouteName, params: Record<string, unknown> = {}): string {
  const rest = new URLSearchParams()
  let path: string = everyPath[name][1]
  for (const [key, value] of Object.entries(params)) {
    if (path.includes(`{${key}}`)) path = path.replace(`{${key}}`, encodeURIComponent(String(value)))
    else if (value !== undefined) rest.set(key, String(value))
  }
  return `/api/v1${path}${rest.size > 0 ? `?${rest}` : ''}`
}

/** Every row of a file has exactly one outcome. */
function expectComplete(file: FileReport): void {
  const { added, updated, unchanged, transfers, nonRows, complaints, snapshot } = file
  const told = added + updated + unchanged + transfers + nonRows + complaints.length + (snapshot?.rows ?? 0)
  expect(told).toBe(file.rows)
}

const GITHUB_HEADER =
  'Sponsor Handle,Sponsor Profile Name,Sponsor Public Email,Sponsorship Started On,Is Public?,Is Yearly?,Transaction ID,Tier Name,Tier Monthly Amount,Processed Amount,Is Prorated?,Status,Transaction Date,Metadata,Country,Region,VAT'

/** A row of GitHub's CSV of 2023. */
export function sponsorship(
  id: string,
  { amount = '$5.00', at = '2024-05-07 21:46:01 +0200', yearly = 'false', tier = '$5.00' } = {},
): string {
  return `user-${id},User ${id},,2023-05-07 21:46:01 +0200,true,${yearly},${id},${tier} a month,${tier},${amount},false,settled,${at},"",AUT,undefined,`
}

export function githubCsv(...rows: string[]): string {
  return [GITHUB_HEADER, ...rows, ''].join('\n')
}
