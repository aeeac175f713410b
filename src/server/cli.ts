import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Book } from '#contract/book.ts'
import type { Undone } from '#contract/import.ts'
import { limited } from './body.ts'
import { BOOK, CliError, ensureBook, openApp, type Answering } from './node/cli-book.ts'
import { checkFile, importFiles, spoolFile } from './node/cli-import.ts'
import { printTotals } from './node/cli-totals.ts'

const HELP = `enough: many small incomes, one good-enough month.

  import FILE… [--venture NAME] [--stream NAME] [--reader ID] [--map FILE] [--dry-run]
  undo IMPORT
  totals [--from 2024-01] [--to 2024-12] [--by month,stream,venture,currency] [--lens cash|smoothed] [--native]
  export FILE          the book file: every fact
  export --csv FILE    the ledger, with home values
  restore FILE [--replace]

Each takes --data DIR (else ENOUGH_DATA, else ./data) and --json. An empty folder takes --home EUR and --zone Europe/Berlin.`

const COMMON = {
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
  home: { type: 'string' },
  zone: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const
const OPTIONS = {
  import: {
    ...COMMON,
    venture: { type: 'string' },
    stream: { type: 'string' },
    reader: { type: 'string' },
    map: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
  undo: COMMON,
  totals: {
    ...COMMON,
    from: { type: 'string' },
    to: { type: 'string' },
    by: { type: 'string' },
    lens: { type: 'string' },
    native: { type: 'boolean', default: false },
  },
  export: { ...COMMON, csv: { type: 'boolean', default: false } },
  restore: { ...COMMON, replace: { type: 'boolean', default: false } },
} as const satisfies Record<string, ParseArgsConfig['options']>

type Command = keyof typeof OPTIONS

/** A call that cannot be understood: the sentence comes with the help. */
class UsageError extends Error {}

/** What the command line says, each option once, whatever the command. */
interface Call {
  command: Command
  operands: string[]
  text(name: string): string | undefined
  flag(name: string): boolean
}

function callOf(words: readonly string[]): Call | undefined {
  const [command, ...args] = words
  if (command === undefined || command === 'help' || command === '--help' || command === '-h') return undefined
  if (!isCommand(command)) throw new UsageError(`Failed to understand "${command}": there is no such command.`)
  const { values, positionals } = parsed(command, args)
  const value = (name: string): string | boolean | undefined => values[name]
  if (value('help') === true) return undefined
  return {
    command,
    operands: positionals,
    text(name) {
      const found = value(name)
      return typeof found === 'string' ? found : undefined
    },
    flag: (name) => value(name) === true,
  }
}

function parsed(
  command: Command,
  args: readonly string[],
): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  try {
    const options: ParseArgsConfig['options'] = OPTIONS[command]
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    // No option is multiple, so none is a list.
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch (error) {
    throw new UsageError(`Failed to understand the call: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function isCommand(word: string): word is Command {
  return Object.hasOwn(OPTIONS, word)
}

/** A path as the person wrote it: npm runs scripts in the package's folder, whatever folder they are called from. */
function pathOf(shown: string): string {
  const { INIT_CWD: from, npm_lifecycle_event: script } = process.env
  return resolve(script === 'enough' && from !== undefined ? from : '.', shown)
}

function oneOperand({ command, operands }: Call, what: string): string {
  const [only, ...more] = operands
  if (only === undefined || more.length > 0) throw new UsageError(`Failed to understand the call: ${command} takes one ${what}.`)
  return only
}

type Run = (app: Answering, call: Call) => Promise<void>

const RUNS: Record<Command, Run> = {
  async import(app, call) {
    const dryRun = call.flag('dry-run')
    let saved = false
    const made = await ensureBook(app, { home: call.text('home'), zone: call.text('zone') })
    const { operands, text } = call
    const names = { venture: text('venture'), stream: text('stream'), reader: text('reader') }
    const map = text('map')
    const files = operands.map((shown) => ({ path: pathOf(shown), shown }))
    try {
      await importFiles(app, { files, ...names, map: map === undefined ? undefined : pathOf(map), dryRun, json: call.flag('json') })
      saved = !dryRun
    } finally {
      // Where nothing is saved nothing is left behind, so that the next call may still choose home and zone.
      if (made && !saved) await app.ask('DELETE', BOOK)
    }
  },
  async undo(app, call) {
    const wish = oneOperand(call, 'import')
    const path = /^\d+$/.test(wish) ? `/imports/${wish}` : `/batches/${encodeURIComponent(wish)}`
    const undone = await app.askJson<Undone>('DELETE', BOOK + path)
    const human = `Undone: ${undone.removed} lines removed, ${undone.restored} as they were before.`
    console.log(call.flag('json') ? JSON.stringify(undone) : human)
  },
  async totals(app, call) {
    const { text, operands } = call
    if (operands.length > 0) throw new UsageError(`Failed to understand the call: totals takes no "${operands.join(' ')}".`)
    await ensureBook(app, { home: text('home'), zone: text('zone') })
    const span = { from: text('from'), to: text('to'), by: text('by'), lens: text('lens') }
    await printTotals(app, { ...span, native: call.flag('native'), json: call.flag('json') })
  },
  async export(app, call) {
    const shown = oneOperand(call, 'FILE')
    const path = pathOf(shown)
    if ((await stat(path).catch(() => undefined))?.isDirectory())
      throw new CliError(`Failed to write ${shown}: it is a folder. Name a file in it.`)
    await ensureBook(app, { home: call.text('home'), zone: call.text('zone') })
    const response = await app.ask('GET', `${BOOK}/${call.flag('csv') ? 'ledger.csv' : 'book-file'}`)
    await written(response, path, shown)
    const { size } = await stat(path)
    console.log(call.flag('json') ? JSON.stringify({ file: shown, bytes: size }) : `Written: ${shown}, ${size} bytes.`)
  },
  async restore(app, call) {
    const shown = oneOperand(call, 'FILE')
    const { file } = await spoolFile(app, pathOf(shown))
    const book = await app.askJson<Book>('POST', '/books/restore', { file, replace: call.flag('replace') })
    console.log(call.flag('json') ? JSON.stringify(book) : `Restored: ${book.entries} lines, home currency ${book.homeCurrency}.`)
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

async function main(): Promise<void> {
  const call = callOf(process.argv.slice(2))
  if (!call) return console.log(HELP)
  if (call.command === 'import' && call.operands.length === 0)
    throw new UsageError('Failed to understand the call: import takes at least one FILE.')
  // Before the folder is opened: a slip in a name must not leave an empty one behind.
  if (call.command === 'import' || call.command === 'restore') for (const shown of call.operands) await checkFile(pathOf(shown), shown)
  const data = call.text('data')
  const app = await openApp(data === undefined ? resolve(process.env['ENOUGH_DATA'] ?? './data') : pathOf(data))
  try {
    await RUNS[call.command](app, call)
  } finally {
    await app.close()
  }
}

main().catch((error: unknown) => {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${HELP}`)
  else console.error(error instanceof Error && error.message.startsWith('Failed to ') ? error.message : error)
  process.exitCode = 2
})
