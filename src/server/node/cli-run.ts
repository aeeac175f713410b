import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Book } from '#contract/book.ts'
import type { Undone } from '#contract/import.ts'
import { limited } from '#http/body.ts'
import { BOOK, CliError, ensureBook, openApp, type Answering, type Terminal } from './cli-book.ts'
import { callOf, HELP, oneOperand, UsageError, type Call } from './cli-call.ts'
import { checkFile, filesNamed } from './cli-files.ts'
import { importFiles, spoolFile, type ImportWish } from './cli-import.ts'
import { publishSite } from './cli-publish.ts'
import { isRead, tellReport } from './cli-report.ts'
import { printTotals } from './cli-totals.ts'

type Run = (app: Answering, call: Call) => Promise<void>

function settingsOf({ text }: Call) {
  return { home: text('home'), zone: text('zone') }
}

const ORDERS = { 'day-first': 'dmy', 'month-first': 'mdy' } as const

async function wishOf({ operands, text, flag }: Call, cwd: string): Promise<ImportWish> {
  const [map, dates] = [text('map'), text('dates')]
  if (dates !== undefined && !isOrder(dates))
    throw new UsageError(`Failed to understand the call: --dates takes day-first or month-first, not "${dates}".`)
  return {
    files: await filesNamed(cwd, operands),
    dateOrder: dates && ORDERS[dates],
    venture: text('venture'),
    stream: text('stream'),
    reader: text('reader'),
    map: map === undefined ? undefined : resolve(cwd, map),
    dryRun: flag('dry-run'),
  }
}

function isOrder(text: string): text is keyof typeof ORDERS {
  return Object.hasOwn(ORDERS, text)
}

function tell(app: Answering, sentence: string | undefined): void {
  if (sentence !== undefined) app.terminal.err(sentence)
}

const RUNS: Record<Exclude<Call['command'], 'publish'>, Run> = {
  async import(app, call) {
    const wish = await wishOf(call, app.terminal.cwd)
    const beginning = await ensureBook(app, settingsOf(call))
    let saved = false
    try {
      const { report, shown } = await importFiles(app, wish)
      const read = report.files.some(isRead)
      saved = report.saved && read
      if (read) tell(app, beginning)
      tellReport(app, report, { shown, json: call.flag('json') })
    } finally {
      // Where nothing is saved nothing is left behind, so that the next call may still choose home and zone.
      if (beginning !== undefined && !saved) await app.ask('DELETE', BOOK)
    }
  },
  async undo(app, call) {
    const wish = oneOperand(call, 'import')
    const path = /^\d+$/.test(wish) ? `/imports/${wish}` : `/batches/${encodeURIComponent(wish)}`
    const undone = await app.askJson<Undone>('DELETE', BOOK + path)
    const human = `Undone: ${undone.removed} lines removed, ${undone.restored} as they were before.`
    app.terminal.out(call.flag('json') ? JSON.stringify(undone) : human)
  },
  async totals(app, call) {
    const { text, operands } = call
    if (operands.length > 0) throw new UsageError(`Failed to understand the call: totals takes no "${operands.join(' ')}".`)
    tell(app, await ensureBook(app, settingsOf(call)))
    const span = { from: text('from'), to: text('to'), by: text('by'), lens: text('lens') }
    await printTotals(app, { ...span, native: call.flag('native'), json: call.flag('json') })
  },
  async export(app, call) {
    const shown = oneOperand(call, 'FILE')
    const path = resolve(app.terminal.cwd, shown)
    if ((await stat(path).catch(() => undefined))?.isDirectory())
      throw new CliError(`Failed to write ${shown}: it is a folder. Name a file in it.`)
    tell(app, await ensureBook(app, settingsOf(call)))
    const response = await app.ask('GET', `${BOOK}/${call.flag('csv') ? 'ledger.csv' : 'book-file'}`)
    await written(response, path, shown)
    // What the total of the rows is made of, in words, beside the rows: a CSV has no place for it.
    if (call.flag('csv')) await written(await app.ask('GET', `${BOOK}/figure.txt`), `${path}.txt`, `${shown}.txt`)
    const { size } = await stat(path)
    const words = call.flag('csv') ? ` What its total is made of: ${shown}.txt.` : ''
    app.terminal.out(call.flag('json') ? JSON.stringify({ file: shown, bytes: size }) : `Written: ${shown}, ${size} bytes.${words}`)
  },
  async restore(app, call) {
    const shown = oneOperand(call, 'FILE')
    const { file } = await spoolFile(app, resolve(app.terminal.cwd, shown))
    const book = await app.askJson<Book>('POST', '/books/restore', { file, replace: call.flag('replace') })
    app.terminal.out(call.flag('json') ? JSON.stringify(book) : `Restored: ${book.entries} lines, home currency ${book.homeCurrency}.`)
  },
}

/** The file takes its name when it is whole: an export that breaks off leaves the one of before. */
async function written(response: Response, path: string, shown: string): Promise<void> {
  const part = `${path}.part`
  try {
    await pipeline(limited(response.body, Infinity), createWriteStream(part))
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw new CliError(`Failed to write ${shown}: ${error instanceof Error ? error.message : String(error)}. Choose another place.`, {
      cause: error,
    })
  }
}

/** Runs one call of the command line; answers its exit status: 2 for what cannot be understood or done, else 0. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const call = callOf(words)
    if (call) await run(call, terminal)
    else terminal.out(HELP)
    return 0
  } catch (error) {
    if (error instanceof UsageError) terminal.err(`${error.message}\n\n${HELP}`)
    else if (error instanceof Error && error.message.startsWith('Failed to ')) terminal.err(error.message)
    else terminal.err(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return 2
  }
}

async function run(call: Call, terminal: Terminal): Promise<void> {
  const { command, operands } = call
  if (command === 'import' && operands.length === 0) throw new UsageError('Failed to understand the call: import takes at least one FILE.')
  // Before the folder is opened: a slip in a name must not leave an empty one behind.
  if (command === 'import') await wishOf(call, terminal.cwd)
  if (command === 'restore') for (const shown of operands) await checkFile(resolve(terminal.cwd, shown), shown)
  const named = call.text('data')
  const data = named === undefined ? terminal.data : resolve(terminal.cwd, named)
  if (command === 'publish') return publishSite(terminal, { data, shown: oneOperand(call, 'DIR'), json: call.flag('json') })
  const app = await openApp(data, terminal)
  try {
    await RUNS[command](app, call)
  } finally {
    await app.close()
  }
}
