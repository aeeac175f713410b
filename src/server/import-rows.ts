import type { Complaint, FileReport } from '#contract/import.ts'
import type { Sighting } from '#domain/entry.ts'
import type { HourSighting } from '#domain/hours.ts'
import type { PatronSight } from '#domain/patron-sight.ts'
import type { Moment, Zone } from '#domain/zone.ts'
import type { Account, FileFacts, RowOutcome } from '#platforms/read.ts'
import { asInstant } from './import-line.ts'
import { troubleOf, type KeptLines, type LinesSource } from './import-lines.ts'
import { MonthTotals } from './import-months.ts'

/** What a file holds of one account, which goes to one stream: its lines are counted here and read again to be saved. */
export interface AccountRows {
  account: Account
  /** Rows that write lines, transfers among them. */
  rows: number
  transfers: number
  lines: number
  /** Rows of a snapshot: who is a patron, and what is expected of them. */
  patrons: PatronSight[]
}

/** How much time there is. */
export interface HourTotal {
  entries: number
  minutes: number
}

/** What became of every row of a file: rows = rows with lines + patrons + hours + non-rows + complaints. */
export interface FileRows {
  rows: number
  nonRows: Map<string, number>
  complaints: Complaint[]
  /** By the account's id. */
  accounts: Map<string, AccountRows>
  /** Spans of time, each of a row of its own: what they come to by project. */
  hours: Map<string, HourTotal>
  facts: FileFacts
  /** The newest line's or hour's moment as an instant; empty without any. */
  newest: string
  /** Ledger lines by kind. */
  kinds: Record<string, number>
  /** What the lines come to by month and currency. */
  months: FileReport['months']
}

export interface RowsSource extends LinesSource {
  /** The book's zone. */
  where: Zone
  /** Takes the lines, as far as there is room for them. */
  kept: KeptLines
  onProgress: (step: { rows: number; bytes: number }) => void
}

const NO_ACCOUNT: Account = { id: '', name: '' }
const NO_FACTS: FileFacts = { span: null, warnings: [] }
/** A file of which more rows cannot be read is taken for another kind of file: no page and no terminal could show them all. */
const MOST_COMPLAINTS = 100_000
/** Rows between two tellings of how far the reading is. */
const TOLD_EVERY = 2000

/**
 * Reads all rows through a reader for what they come to. Answers a sentence in its place where it gives the file up.
 */
export async function readRows({ reader, chunks, options, where, kept, onProgress }: RowsSource): Promise<FileRows | string> {
  let bytes = 0
  let rows = 0
  const counted = async function* () {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength
      yield chunk
    }
  }
  const collected = new Collected(where, kept)
  const outcomes = reader.read(counted(), options)
  const tell = async () => {
    try {
      onProgress({ rows, bytes })
    } catch (error) {
      // Whoever hears it may end the reading: the file is let go of.
      await outcomes.return(NO_FACTS)
      throw error
    }
  }
  for (;;) {
    const { done, value } = await outcomes.next()
    if (done) {
      onProgress({ rows, bytes })
      return { ...collected.result(), rows, facts: value }
    }
    rows += 1
    collected.take(value)
    const givenUp = collected.givenUp()
    if (givenUp) {
      await outcomes.return(NO_FACTS)
      return givenUp
    }
    if (rows % TOLD_EVERY === 0) await tell()
  }
}

class Collected {
  private readonly nonRows = new Map<string, number>()
  private readonly complaints: Complaint[] = []
  private readonly accounts = new Map<string, AccountRows>()
  private readonly hours = new Map<string, HourTotal>()
  private readonly kinds: Record<string, number> = {}
  private newest = ''
  private readonly months: MonthTotals
  private readonly kept: KeptLines

  constructor(where: Zone, kept: KeptLines) {
    this.kept = kept
    this.months = new MonthTotals(where)
  }

  result(): Omit<FileRows, 'rows' | 'facts'> {
    const { nonRows, complaints, accounts, hours, newest, kinds } = this
    return { nonRows, complaints, accounts, hours, newest, kinds, months: this.months.told() }
  }

  /** Why it is no use to read on, where so. */
  givenUp(): string | undefined {
    const [first] = this.complaints
    if (!first || this.complaints.length <= MOST_COMPLAINTS) return undefined
    const most = MOST_COMPLAINTS.toLocaleString('en')
    return `more than ${most} of its rows cannot be read, the first of them row ${first.row}: ${first.reason}`
  }

  take(outcome: RowOutcome): void {
    if (outcome.outcome === 'non-row') this.nonRows.set(outcome.reason, (this.nonRows.get(outcome.reason) ?? 0) + 1)
    else if (outcome.outcome === 'complaint') {
      const { row, field, text, reason, raw } = outcome
      this.complaints.push({ row, field: whole(field), text: whole(text), reason: whole(reason), raw: whole(raw) })
    } else if (outcome.outcome === 'hours') this.takeHour(outcome)
    else if (outcome.outcome === 'patron') this.accountOf(outcome.account).patrons.push(outcome.patron)
    else this.takeLines(outcome)
  }

  private takeHour(row: Extract<RowOutcome, { hour: HourSighting }>): void {
    const { project, minutes, at } = row.hour
    const known = this.hours.get(project)
    if (known) {
      known.entries += 1
      known.minutes += minutes
    } else this.hours.set(whole(project), { entries: 1, minutes })
    this.sawMoment(at)
    this.kept.add(row)
  }

  private sawMoment(moment: Moment): void {
    const at = asInstant(moment)
    if (at > this.newest) this.newest = at
  }

  private takeLines(row: Extract<RowOutcome, { lines: Sighting[] }>): void {
    const trouble = troubleOf(row)
    if (trouble) {
      this.complaints.push(trouble)
      return
    }
    for (const line of row.lines) {
      this.kinds[line.kind] = (this.kinds[line.kind] ?? 0) + 1
      this.months.take(line)
      this.sawMoment(line.at)
    }
    const account = this.accountOf(row.account)
    account.rows += 1
    account.lines += row.lines.length
    if (row.outcome === 'transfer') account.transfers += 1
    this.kept.add(row)
  }

  private accountOf(account: Account = NO_ACCOUNT): AccountRows {
    let known = this.accounts.get(account.id)
    if (!known) this.accounts.set(account.id, (known = { account, rows: 0, transfers: 0, lines: 0, patrons: [] }))
    return known
  }
}

/** A text of its own: a part of a longer one would hold all of that in memory. */
function whole(text: string): string {
  return String(JSON.parse(JSON.stringify(text)))
}
