import type { FileReport, ImportReport } from '#contract/import.ts'
import type { Format } from '#web/ui/format.ts'
import { capital, numberWord, plural } from '#web/ui/number-words.ts'

/** What all files of a report come to. */
export interface Counts {
  added: number
  updated: number
  unchanged: number
  transfers: number
  covered: number
  complaints: number
  /** Files whose columns have to be named. */
  mapping: number
}

export function countsOf(files: readonly FileReport[]): Counts {
  const counts: Counts = { added: 0, updated: 0, unchanged: 0, transfers: 0, covered: 0, complaints: 0, mapping: 0 }
  for (const file of files) {
    counts.complaints += file.complaints.length
    if (file.state === 'mapping') counts.mapping += 1
    counts.unchanged += file.unchanged
    if (file.already) continue
    counts.added += file.added
    counts.updated += file.updated
    counts.transfers += file.transfers
    counts.covered += file.covered
  }
  return counts
}

/** "payments" where nothing else is in the files, else "entries", as a fee, a refund or a span of time is no payment. */
export function nounOf(files: readonly FileReport[]): { one: string; many: string } {
  const kinds = new Set(files.flatMap((file) => Object.keys(file.kinds).filter((kind) => (file.kinds[kind] ?? 0) > 0)))
  kinds.delete('transfer')
  const onlyPayments = [...kinds].every((kind) => kind === 'payment') && files.every(({ hours }) => hours === null)
  return onlyPayments ? { one: 'payment', many: 'payments' } : { one: 'entry', many: 'entries' }
}

function counted(count: number, files: readonly FileReport[], format: Format): string {
  const { one, many } = nounOf(files)
  return plural(count, one, { written: format.count(count), many })
}

/** The heading of the preview: "312 payments found, 4 rows to look at." */
export function previewTitle({ files }: ImportReport, format: Format): string {
  const { added, updated, unchanged, transfers, complaints, mapping } = countsOf(files)
  const toLookAt = complaints > 0 ? rowsToLookAt(complaints, format) : ''
  const found = foundWords()
  return `${[found, toLookAt].filter(Boolean).join(', ')}.`

  function foundWords(): string {
    if (added > 0) return `${counted(added, files, format)} found`
    if (updated > 0) return `${counted(updated, files, format)} changed, nothing new`
    if (mapping > 0 && unchanged + transfers === 0)
      return mapping === 1 ? 'One file needs a word from you' : `${capital(numberWord(mapping))} files need a word from you`
    if (unchanged > 0) return 'Nothing new: all of it is here already'
    if (transfers > 0) return `${plural(transfers, 'transfer', { written: format.count(transfers) })} found, no payments`
    return patronsIn(files) > 0 ? 'Patrons found, no payments' : 'Nothing to add'
  }
}

/** The sentence below: "Nothing is saved yet. Three files, June 2024 to November 2026." */
export function previewLead(report: ImportReport, format: Format): string {
  const { added, updated, mapping } = countsOf(report.files)
  const word = mapping === 1 ? 'needs' : 'need'
  const asked = mapping > 0 && added + updated > 0 ? ` ${capital(numberWord(mapping))} ${word} a word from you.` : ''
  return `Nothing is saved yet. ${whatAndWhen(report.files, format)}${asked}`
}

function whatAndWhen(files: readonly FileReport[], format: Format): string {
  const spans = files.flatMap(({ span }) => (span ? [span] : []))
  const from = spans.map((span) => span.from.slice(0, 7)).sort()[0]
  const to = spans
    .map((span) => span.to.slice(0, 7))
    .sort()
    .at(-1)
  const count = capital(plural(files.length, 'file', { written: numberWord(files.length) }))
  if (from === undefined || to === undefined) return `${count}.`
  return `${count}, ${from === to ? format.month(from) : `${format.month(from)} to ${format.month(to)}`}.`
}

/** What the button of the preview says. */
export function saveWords({ files }: ImportReport, format: Format): string {
  const { added, updated, unchanged, transfers, complaints } = countsOf(files)
  if (added > 0) return `Save ${counted(added, files, format)}`
  if (updated > 0) return `Save ${plural(updated, 'change', { written: format.count(updated) })}`
  if (patronsIn(files) > 0) return 'Save the list of patrons'
  if (complaints > 0 && unchanged + transfers === 0) return `Keep ${rowsToLookAt(complaints, format)}`
  return 'Save, though no total changes'
}

function rowsToLookAt(count: number, format: Format): string {
  return `${plural(count, 'row', { written: format.count(count) })} to look at`
}

/** How many patrons lists of them tell of, those that are here already left out. */
function patronsIn(files: readonly FileReport[]): number {
  return files.reduce((sum, { snapshot, already }) => sum + (already ? 0 : (snapshot?.rows ?? 0)), 0)
}

/** What was done, as the heading and the toast say it: "312 payments saved." */
export function savedTitle({ files }: ImportReport, format: Format): string {
  const { added, updated } = countsOf(files)
  const parts = [
    ...(added > 0 ? [`${counted(added, files, format)} saved`] : []),
    ...(updated > 0 ? [`${format.count(updated)} changed`] : []),
  ]
  if (parts.length > 0) return `${parts.join(', ')}.`
  const { unchanged, transfers, complaints } = countsOf(files)
  if (complaints > 0 && unchanged + transfers === 0) return `Kept: ${rowsToLookAt(complaints, format)}.`
  return 'Saved; no total changes.'
}

/** After a save, where files wait for a word: "One file still needs a word from you, below." */
export function waitingLead(files: number): string | undefined {
  if (files === 0) return undefined
  if (files === 1) return 'One file still needs a word from you, below.'
  return `${capital(numberWord(files))} files still need a word from you, below.`
}

/** What a list of patrons lets expect: "12 patrons, €140.00 expected a month; not counted as payments." Empty for any other file. */
export function snapshotWords({ snapshot }: Pick<FileReport, 'snapshot'>, format: Format): string {
  if (!snapshot) return ''
  const { patrons, hidden, monthly } = snapshot
  const who = plural(patrons, 'patron', { written: format.count(patrons) })
  const sums = monthly.map(({ currency, amount }) => format.exact(amount, currency)).join(' and ')
  const secret = hidden > 0 ? ` (${format.count(hidden)} with a private amount)` : ''
  return `${who}${secret}, ${sums || 'nothing'} expected a month; not counted as payments.`
}

/** Below the table: what is kept without being counted, and what was passed over. */
export function asideWords(files: readonly FileReport[], format: Format): string[] {
  const { transfers, covered } = countsOf(files)
  const reasons = new Map<string, number>()
  for (const { passedOver } of files) {
    for (const { reason, count } of passedOver) reasons.set(reason, (reasons.get(reason) ?? 0) + count)
  }
  return [
    ...(transfers > 0 ? [`${plural(transfers, 'transfer', { written: format.count(transfers) })} kept, not counted`] : []),
    ...(covered > 0
      ? [
          covered === 1
            ? '1 payment is already told by a fuller report: kept, not counted'
            : `${format.count(covered)} payments are already told by a fuller report: kept, not counted`,
        ]
      : []),
    ...[...reasons].map(([reason, count]) => `${plural(count, 'row', { written: format.count(count) })} passed over: ${reason}`),
  ]
}

/** Sums by currency over all files: fees are told below the table. */
export function feesOf(files: readonly FileReport[], format: Format): string {
  const sums = new Map<string, number>()
  for (const { changes, already } of files) {
    if (already) continue
    for (const { currency, fees } of changes) sums.set(currency, (sums.get(currency) ?? 0) + fees)
  }
  const told = [...sums].filter(([, fees]) => fees !== 0).map(([currency, fees]) => format.exact(fees, currency))
  return told.length > 0 ? `fees ${told.join(', ')}` : ''
}
