import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { Mapping, type FileReport, type ImportReport, type ImportRequest, type Job, type SpooledFile } from '#contract/import.ts'
import { BOOK, CliError, type Answering } from './cli-book.ts'
import { moneyText } from './cli-table.ts'

export interface ImportWish {
  files: { path: string; shown: string }[]
  venture: string | undefined
  stream: string | undefined
  reader: string | undefined
  map: string | undefined
  dryRun: boolean
  json: boolean
}

/** Imports files as one drop and tells what became of them; throws a sentence where nothing could be read. */
export async function importFiles(app: Answering, wish: ImportWish): Promise<void> {
  const mapping = wish.map === undefined ? undefined : await readMapping(wish.map)
  const names = {
    ...(wish.venture === undefined ? {} : { ventureName: wish.venture }),
    ...(wish.stream === undefined ? {} : { streamName: wish.stream }),
  }
  const files: ImportRequest['files'] = []
  for (const { path } of wish.files) {
    const { file } = await spoolFile(app, path)
    files.push({
      file,
      name: basename(path),
      ...(wish.reader === undefined ? {} : { reader: wish.reader }),
      ...(mapping ? { mapping } : {}),
      destinations: Object.keys(names).length > 0 ? [{ account: '', ...names }] : [],
    })
  }
  const report = await runJob(app, wish.dryRun ? '/imports/preview' : '/imports', { batch: randomUUID(), files })
  const told = report.files.map((file, i) => ({ file, shown: wish.files[i]?.shown ?? file.name }))
  if (wish.json)
    app.terminal.out(
      JSON.stringify(
        told.map(({ file, shown }) => jsonOf(file, shown)),
        null,
        2,
      ),
    )
  else app.terminal.out(told.map(({ file, shown }) => humanText(file, shown)).join('\n\n'))
  if (!report.files.some(isRead)) throw new CliError(unreadSentence(report))
}

/** Throws a sentence for a path that is no file. */
export async function checkFile(path: string, shown: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new CliError(`Failed to read ${shown}: there is no such file. Check its name.`)
  if (found.isDirectory()) throw new CliError(`Failed to read ${shown}: it is a folder. Name the files in it.`)
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

/** Whether anything in the file could be read: a file without rows counts as read, one of complaints alone does not. */
function isRead({ state, rows, complaints }: FileReport): boolean {
  return state === 'read' && (rows === 0 || complaints.length < rows)
}

function unreadSentence({ files }: ImportReport): string {
  const [first] = files
  if (files.length !== 1 || !first)
    return `Failed to import: none of the ${files.length} files could be read. Choose exports that a reader knows.`
  if (first.problem) return first.problem
  if (first.state === 'mapping') return `Failed to read ${first.name}: no reader knows it. Say with --map which columns it has.`
  return `Failed to read ${first.name}: none of its ${first.rows} rows could be read. Look at the complaints.`
}

function jsonOf(file: FileReport, shown: string) {
  const { layout, rows, added, updated, unchanged, transfers, nonRows, complaints, problem } = file
  const outcome = { rows, added, updated, unchanged, transfers, nonRows, complaints }
  const reader = { file: shown, reader: layout?.id ?? null, import: file.import, ...outcome }
  return problem === undefined ? reader : { ...reader, problem }
}

function humanText(file: FileReport, shown: string): string {
  if (file.state !== 'read') return `${shown}: not read. ${file.problem ?? 'No reader knows it: say with --map which columns it has.'}`
  const { rows, added, updated, unchanged, transfers, nonRows, complaints, already } = file
  const counts = { added, updated, unchanged, transfers, 'known non-rows': nonRows, complaints: complaints.length }
  const parts = Object.entries(counts).filter(([, count]) => count > 0)
  return [
    `${shown}: ${file.layout?.name ?? ''}${already ? ' (imported before)' : ''}`,
    `  ${rows} rows: ${parts.map(([name, count]) => `${count} ${name}`).join(', ') || 'nothing in them'}`,
    ...file.streams.map(({ ventureName, streamName, isNew }) => `  into ${ventureName} · ${streamName}${isNew ? ' (new)' : ''}`),
    ...file.changes.map((change) => `  net ${moneyText(change.net, change.currency)}`),
    ...(file.covered > 0 ? [`  ${file.covered} lines kept but not counted: a fuller report tells them`] : []),
    ...file.warnings.map((warning) => `  Note: ${warning}`),
    ...complaints.map(({ row, field, text, reason }) => `  Row ${row}${field ? `, ${field} "${text}"` : ''}: ${reason}`),
    ...(file.import === null || already ? [] : [`  Import ${file.import}: take it back with undo ${file.import}`]),
  ].join('\n')
}
