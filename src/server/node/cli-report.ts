import type { FileReport, ImportReport } from '#contract/import.ts'
import { CliError, type Answering } from './cli-book.ts'
import { moneyText } from './cli-table.ts'

/** Tells what became of the files of one drop, named as the call named them; throws a sentence where nothing could be read. */
export function tellReport(app: Answering, report: ImportReport, { shown, json }: { shown: readonly string[]; json: boolean }): void {
  const told = report.files.map((file, i) => ({ file, name: shown[i] ?? file.name }))
  const text = json
    ? JSON.stringify(
        told.map(({ file, name }) => jsonOf(file, { shown: name, isLooked: report.doubles.beyond === null })),
        null,
        2,
      )
    : [...told.map(({ file, name }) => humanText(file, name)), ...beyondText(report.doubles)].join('\n\n')
  app.terminal.out(text)
  if (!report.files.some(isRead)) throw new CliError(unreadSentence(report))
}

/** Whether anything in the file could be read: a file without rows counts as read, one of complaints alone does not. */
export function isRead({ state, rows, complaints }: FileReport): boolean {
  return state === 'read' && (rows === 0 || complaints.length < rows)
}

function unreadSentence({ files }: ImportReport): string {
  const [first] = files
  if (files.length !== 1 || !first)
    return `Failed to import: none of the ${files.length} files could be read. Choose exports that a reader knows.`
  if (first.problem) return first.problem
  if (first.dates && first.state === 'mapping') return `Failed to read ${first.name}: ${datesAsked(first)}`
  if (first.state === 'mapping') return `Failed to read ${first.name}: no reader knows it. Say with --map which columns it has.`
  return `Failed to read ${first.name}: none of its ${first.rows} rows could be read. Look at the complaints.`
}

/** Says what was not looked through. */
function beyondText({ beyond }: ImportReport['doubles']): string[] {
  if (!beyond) return []
  const { lines, most } = beyond
  return [
    `${lines} lines stand in these days, more than the ${most} that are compared here: Doubles in the app looks for money seen twice.`,
  ]
}

/** `isLooked`: whether doubles were looked for; where they were not, it is unknown how many there are. */
function jsonOf(file: FileReport, { shown, isLooked }: { shown: string; isLooked: boolean }) {
  const { layout, rows, added, updated, unchanged, transfers, nonRows, complaints, problem } = file
  const outcome = { rows, added, updated, unchanged, transfers, nonRows, complaints }
  const { doublesProposed, doublesProven, vanished, dates } = file
  const doubles = { proposed: isLooked ? doublesProposed : null, proven: doublesProven }
  const gone = vanished.entries.map(({ id, day, net, currency, name, note }) => ({ id, day, net, currency, name, note }))
  const told = { doubles, vanished: { count: vanished.count, lines: gone }, dates: dates && { order: dates.order, because: dates.because } }
  const reader = { file: shown, reader: layout?.id ?? null, import: file.import, ...outcome, ...told }
  return problem === undefined ? reader : { ...reader, problem }
}

function hoursText({ minutes, projects }: NonNullable<FileReport['hours']>): string {
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min in ${projects.length === 1 ? '1 project' : `${projects.length} projects`}`
}

function snapshotText({ patrons, hidden, monthly }: NonNullable<FileReport['snapshot']>): string {
  const sums = monthly.map(({ amount, currency }) => moneyText(amount, currency)).join(' and ') || 'nothing'
  const unknown = hidden > 0 ? `, ${hidden} of them with amounts that are private` : ''
  return `${patrons} patrons${unknown}, ${sums} expected a month; not counted as payments`
}

function doublesText({ doublesProven: proven, doublesProposed: proposed }: FileReport): string[] {
  return [
    ...(proven > 0 ? [`  ${proven} proven to be money seen twice: counted once`] : []),
    ...(proposed > 0 ? [`  ${proposed} may be money seen twice: counted twice until you decide it under Doubles in the app`] : []),
  ]
}

function vanishedText({ vanished: { count, entries } }: FileReport): string[] {
  if (count === 0) return []
  const shown = entries.map(({ day, net, currency, name }) => `    ${[day, moneyText(net, currency), name ?? ''].join('  ').trimEnd()}`)
  const [stand, them] = count === 1 ? ['stands', 'it'] : ['stand', 'them']
  return [`  ${count} of before no longer ${stand} in it: kept, and counted, until you delete ${them} in the app`, ...shown]
}

const ORDERS = { dmy: 'day first', mdy: 'month first' } as const

/** What to say of a file whose dates can be read in two orders. */
function datesAsked({ dates }: FileReport): string {
  return `"${dates?.example ?? ''}" could be read day first or month first, and nothing in it says which. Say with --dates day-first or month-first.`
}

function datesText({ dates }: FileReport): string[] {
  if (!dates?.order || dates.by === 'proof') return []
  return [`  dates read ${ORDERS[dates.order]}, because ${dates.because}`]
}

function humanText(file: FileReport, shown: string): string {
  if (file.state !== 'read') {
    const asked = file.dates ? datesAsked(file) : 'No reader knows it: say with --map which columns it has.'
    return `${shown}: not read. ${file.problem ?? asked}`
  }
  const { rows, added, updated, unchanged, transfers, nonRows, complaints, already } = file
  const counts = { added, updated, unchanged, transfers, 'known non-rows': nonRows, complaints: complaints.length }
  const parts = Object.entries(counts).filter(([, count]) => count > 0)
  return [
    `${shown}: ${file.layout?.name ?? ''}${already ? ' (imported before)' : ''}`,
    `  ${rows} rows: ${parts.map(([name, count]) => `${count} ${name}`).join(', ') || 'nothing in them'}`,
    ...datesText(file),
    ...file.streams.map(({ ventureName, streamName, isNew }) => `  into ${ventureName} · ${streamName}${isNew ? ' (new)' : ''}`),
    ...file.changes.map((change) => `  net ${moneyText(change.net, change.currency)}`),
    ...(file.hours ? [`  ${hoursText(file.hours)}`] : []),
    ...(file.snapshot ? [`  ${snapshotText(file.snapshot)}`] : []),
    ...doublesText(file),
    ...vanishedText(file),
    ...(file.covered > 0 ? [`  ${file.covered} lines kept but not counted: a fuller report tells them`] : []),
    ...file.warnings.map((warning) => `  Note: ${warning}`),
    ...complaints.map(({ row, field, text, reason }) => `  Row ${row}${field ? `, ${field} "${text}"` : ''}: ${reason}`),
    ...(file.import === null || already ? [] : [`  Import ${file.import}: take it back with undo ${file.import}`]),
  ].join('\n')
}
