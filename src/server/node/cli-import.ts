import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { Mapping, type ImportReport, type ImportRequest, type Job, type SpooledFile } from '#contract/import.ts'
import { BOOK, CliError, type Answering } from './cli-book.ts'
import { namesOfFiles, type NamedFile } from './cli-files.ts'

export interface ImportWish {
  files: readonly NamedFile[]
  venture: string | undefined
  stream: string | undefined
  reader: string | undefined
  map: string | undefined
  /** Whether days come before months, in files that do not tell. */
  dateOrder: 'dmy' | 'mdy' | undefined
  dryRun: boolean
}

/** What came of a drop, and how each of its files is called: one in an archive with the name that the call gave the archive. */
export interface Dropped {
  report: ImportReport
  shown: string[]
}

/** Imports files as one drop, or only looks what that would do. Throws a sentence where it cannot be done. */
export async function importFiles(app: Answering, wish: ImportWish): Promise<Dropped> {
  const mapping = wish.map === undefined ? undefined : await readMapping(wish.map)
  const names = {
    ...(wish.venture === undefined ? {} : { ventureName: wish.venture }),
    ...(wish.stream === undefined ? {} : { streamName: wish.stream }),
  }
  const files: ImportRequest['files'] = []
  const shownNames: string[] = []
  const ownNames = namesOfFiles(wish.files)
  for (const [i, { path, shown }] of wish.files.entries()) {
    const spooled = await spoolFile(app, path)
    const own = ownNames[i] ?? shown
    // An archive or a spreadsheet is what is in it.
    for (const { file, name: kept } of spooled.inside ?? [{ file: spooled.file, name: basename(path) }]) {
      const within = kept.slice(basename(path).length)
      const name = (own + within).slice(-255)
      shownNames.push(shown + within)
      files.push({
        file,
        name,
        ...(wish.reader === undefined ? {} : { reader: wish.reader }),
        ...(mapping ? { mapping } : {}),
        ...(wish.dateOrder === undefined ? {} : { dateOrder: wish.dateOrder }),
        destinations: Object.keys(names).length > 0 ? [{ account: '', ...names }] : [],
      })
    }
  }
  const report = await runJob(app, wish.dryRun ? '/imports/preview' : '/imports', { batch: randomUUID(), files })
  return { report, shown: shownNames }
}

async function readMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CliError(`Failed to read ${path}: there is no such file. Check its name.`)
  })
  const result = Mapping.safeParse(jsonOrNull(text))
  if (result.success) return result.data
  const [issue] = result.error.issues
  const reason = issue ? `${issue.path.join('.') || 'it'}: ${issue.message}` : 'it is no mapping'
  throw new CliError(
    `Failed to read ${path}: ${reason}. Write it as {"date":"…","amount":"…","currencyCode":"EUR","dateOrder":"ymd","decimals":"."}.`,
  )
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Puts a file on the spool by its path. */
export function spoolFile(app: Answering, path: string): Promise<SpooledFile> {
  return app.askJson('POST', `/files?name=${encodeURIComponent(basename(path).slice(0, 255))}`, Readable.toWeb(createReadStream(path)))
}

async function runJob(app: Answering, path: string, request: ImportRequest): Promise<ImportReport> {
  let job = await app.askJson<Job>('POST', BOOK + path, request)
  while (job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 5))
    job = await app.askJson<Job>('GET', `/jobs/${job.id}`)
  }
  if (job.report) return job.report
  throw new CliError(job.problem ?? 'Failed to import: the import ended without a report. Try again.')
}
