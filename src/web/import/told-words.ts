import type { EntryKind } from '#contract/entry.ts'
import type { FileReport, ImportReport, ProposedDouble, ToldLine } from '#contract/import.ts'
import { kindWords } from '#web/ledger/entry-words.ts'
import { streamTitle } from '#web/streams/stream-title.ts'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'

/** Kinds in the order in which they are told, each with its words for one and for many. */
const KINDS: Record<EntryKind, [one: string, many: string]> = {
  payment: ['payment', 'payments'],
  summary: ['month’s sum', 'months’ sums'],
  refund: ['refund', 'refunds'],
  chargeback: ['chargeback', 'chargebacks'],
  fee: ['fee', 'fees'],
  adjustment: ['adjustment', 'adjustments'],
  transfer: ['transfer', 'transfers'],
}

/** What lines a file holds: "12 payments, 2 refunds and 3 transfers"; empty where it holds none. */
export function holdsWords(kinds: FileReport['kinds'], format: Format): string {
  const told = Object.entries(KINDS).flatMap(([kind, [one, many]]) => {
    const count = kinds[kind] ?? 0
    return count === 0 ? [] : [plural(count, one, { written: format.count(count), many })]
  })
  return format.list(told)
}

/** By whom a file is told: the platform's own name, without that of the layout. */
export function tellerOf({ layout, name }: Pick<FileReport, 'layout' | 'name'>): string {
  return layout === null || layout.platform === 'any-csv' ? name : (layout.name.split(',')[0] ?? layout.name)
}

/** "GitHub Sponsors changed 2 rows:", and how many of them are shown. */
export function changedTitle(report: Pick<FileReport, 'layout' | 'name' | 'updated' | 'changed'>, format: Format): string {
  const rows = plural(report.updated, 'row', { written: format.count(report.updated) })
  return `${tellerOf(report)} changed ${rows}:`
}

/** One thing that a line says otherwise now. */
export interface Difference {
  what: string
  before: string
  after: string
}

/** What a line says otherwise than before, field by field. */
export function differences(before: ToldLine, after: ToldLine, format: Format): Difference[] {
  const money = (part: 'gross' | 'fees' | 'refunds' | 'tax' | 'net') => (line: ToldLine) => format.exact(line[part], line.currency)
  const fields: { what: string; words: (line: ToldLine) => string }[] = [
    { what: 'Day', words: ({ day }) => format.day(day) },
    { what: 'Kind', words: ({ kind }) => kindWords(kind) },
    { what: 'Gross', words: money('gross') },
    { what: 'Fees', words: money('fees') },
    { what: 'Refunds', words: money('refunds') },
    { what: 'Tax withheld', words: money('tax') },
    { what: 'Net', words: money('net') },
    { what: 'Months covered', words: ({ months }) => format.count(months) },
    { what: 'Name', words: ({ name }) => name ?? 'no name' },
    { what: 'Note', words: ({ note }) => note ?? 'no note' },
  ]
  return fields
    .map(({ what, words }) => ({ what, before: words(before), after: words(after) }))
    .filter((field) => field.before !== field.after)
}

/** Which line it is: "7 May 2024, Ada, €5.00". */
export function lineWords({ day, name, net, currency }: Pick<ToldLine, 'day' | 'name' | 'net' | 'currency'>, format: Format): string {
  return [format.day(day), name ?? '', format.exact(net, currency)].filter(Boolean).join(', ')
}

/** What a newer export leaves out: "Three lines that an earlier export told are missing in b.csv." */
export function vanishedWords({ name, vanished: { count } }: Pick<FileReport, 'name' | 'vanished'>, format: Format): string {
  return count === 1
    ? `One line that an earlier export told is missing in ${name}. It stays, and counts, until you remove it.`
    : `${format.count(count)} lines that an earlier export told are missing in ${name}. They stay, and count, until you remove them.`
}

/** The same, beside an import in the list. */
export function stillMissingWords(count: number, format: Format): string {
  return `${plural(count, 'row', { written: format.count(count) })} of earlier files ${count === 1 ? 'is' : 'are'} no longer in it`
}

type DoubleSight = ProposedDouble['covered']

const nameOf = ({ streamName, ventureName }: DoubleSight): string => streamTitle({ name: streamName, ventureName })

/** A line of what may be told twice: "Ko-fi, 3 March 2026, Ada, €12.00". */
export function sightWords(sight: DoubleSight, format: Format): string {
  return `${nameOf(sight)}: ${lineWords(sight, format)}`
}

/** "€12.00 in Ko-fi, and €11.24 in PayPal" or "€46.33 in Wise: 3 lines of Stripe, paid out" */
export function proposalTitle({ kind, counts, countsLength, covered }: ProposedDouble, format: Format): string {
  const [first] = counts
  const money = ({ net, currency }: DoubleSight): string => format.exact(net, currency)
  const there = `${money(covered)} in ${nameOf(covered)}`
  if (!first) return there
  if (kind === 'pair') return `${money(first)} in ${nameOf(first)}, and ${there}`
  return `${there}: ${plural(countsLength, 'line', { written: format.count(countsLength) })} of ${nameOf(first)}, paid out`
}

/** "2 amounts may be told twice:" */
export function proposedWords(count: number, format: Format): string {
  return `${plural(count, 'amount', { written: format.count(count) })} may be told twice:`
}

/** Why nothing was looked for, and where it is. */
export function beyondWords({ lines, most }: NonNullable<ImportReport['doubles']['beyond']>, saved: boolean, format: Format): string {
  const many = `In the days around these files the book has ${format.count(lines)} lines: too many to look through here, where up to ${format.count(most)} are compared.`
  return `${many} ${saved ? 'Doubles looks through them in parts.' : 'Doubles looks through them in parts once the files are saved.'}`
}

/** How much of a file is told by another stream too; empty where nothing is. */
export function doublesWords(
  { doublesProposed, doublesProven }: Pick<FileReport, 'doublesProposed' | 'doublesProven'>,
  format: Format,
): string {
  const lines = (count: number) => plural(count, 'line', { written: format.count(count) })
  return [
    doublesProposed > 0 ? `${lines(doublesProposed)} may be the same money as others` : '',
    doublesProven > 0 ? `${lines(doublesProven)} ${doublesProven === 1 ? 'is' : 'are'} proven to be, and counted once` : '',
  ]
    .filter(Boolean)
    .join('; ')
}
