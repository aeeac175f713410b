import { parseArgs, type ParseArgsConfig } from 'node:util'

export const HELP = `enough: many small incomes, one good-enough month.

  import FILE|FOLDER… [--venture NAME] [--stream NAME] [--reader ID] [--map FILE] [--dates day-first|month-first] [--dry-run]
  undo IMPORT
  totals [--from 2024-01] [--to 2024-12] [--by month,stream,venture,currency] [--lens cash|smoothed|dependable] [--native]
  export FILE          the book file: every fact
  export --csv FILE    the ledger, with home values; FILE.txt says what its total is made of
  restore FILE [--replace]
  publish DIR          the public site as plain files, for any web host

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
    dates: { type: 'string' },
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
  publish: { data: COMMON.data, json: COMMON.json, help: COMMON.help },
} as const satisfies Record<string, ParseArgsConfig['options']>

export type Command = keyof typeof OPTIONS

/** A call that cannot be understood: the sentence comes with the help. */
export class UsageError extends Error {}

/** What the command line says, each option once, whatever the command. */
export interface Call {
  command: Command
  operands: string[]
  text(name: string): string | undefined
  flag(name: string): boolean
}

/** Reads the words of a call; undefined where only help is wanted. Throws a UsageError. */
export function callOf(words: readonly string[]): Call | undefined {
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

/** The one operand that a command takes. */
export function oneOperand({ command, operands }: Pick<Call, 'command' | 'operands'>, what: string): string {
  const [only, ...more] = operands
  if (only === undefined || more.length > 0) throw new UsageError(`Failed to understand the call: ${command} takes one ${what}.`)
  return only
}
