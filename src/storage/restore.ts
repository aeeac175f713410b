import type { Value } from './driver.ts'
import { BOOK_FILE_VERSION, type BookFileLine } from './book-file.ts'
import { FactCheck, headTrouble } from './book-file-check.ts'
import { editText, placeAnew } from './book-write.ts'
import { keepCheckIn, keepTimePlan } from './check-in-storage.ts'
import { factsText } from './facts.ts'
import { factsColumns } from './import-write.ts'
import { keepHours, keepProject } from './hours-write.ts'
import { keepDouble } from './double-write.ts'
import { keepPatronage } from './patronage-write.ts'
import { keepPlan } from './plan-storage.ts'
import { keepPromise } from './promise-storage.ts'
import type { Session } from './session.ts'
import { isTargetFact, keepTargetFact } from './target-storage.ts'
import { SIGHT_COLUMNS, sightValues } from './sights.ts'
import { keepFromLists, keepRoute, keepStreamRate } from './stream-rules.ts'

type Head = Extract<BookFileLine, { enough: 'book' }>

/** Reads the first line of a book file; throws a sentence when it is not one, or of a later form. */
export function bookFileHead(line: string): Head {
  const head = parsed(line, 1)
  if (!('enough' in head) || head.enough !== 'book') {
    throw new Error('Failed to restore: the file is not a book file of Enough. Choose one that "Export the book" made.')
  }
  if (typeof head.version === 'number' && head.version > BOOK_FILE_VERSION) {
    throw new Error(`Failed to restore: a newer version of Enough wrote this book file (form ${head.version}). Update Enough first.`)
  }
  const trouble = headTrouble(head)
  if (trouble) throw new Error(`Failed to restore: line 1 of the book file ${trouble}. Use another copy.`)
  return head
}

/** Writes every fact after the head into the session's new, empty book, then settles all lines. */
export async function restoreFacts(session: Session, lines: AsyncIterable<string>): Promise<void> {
  const restoring = new Restoring(session)
  let number = 1
  let end: number | undefined
  for await (const text of lines) {
    number += 1
    if (text.trim() === '') continue
    const line = parsed(text, number)
    if ('end' in line) end = endOf(line)
    else await restoring.take(line, number)
  }
  if (end !== restoring.count) {
    throw new Error(
      `Failed to restore: the book file is cut short or was changed (${restoring.count} facts of ${end ?? 'an unknown number'}). Use another copy.`,
    )
  }
  await restoring.finish()
}

type HourFact = Extract<BookFileLine, { hour: unknown }>['hour']

class Restoring {
  count = 1
  private readonly session: Session
  private readonly versions: Value[][] = []
  private readonly claims: Value[][] = []
  private readonly sights: Value[][] = []
  private readonly hours: HourFact[] = []
  private readonly check = new FactCheck()
  private maxId = 0

  constructor(session: Session) {
    this.session = session
  }

  async take(line: BookFileLine, number: number): Promise<void> {
    this.count += 1
    const trouble = this.check.trouble(line)
    if (trouble) throw new Error(`Failed to restore: line ${number} of the book file ${trouble}. Use another copy.`)
    try {
      await this.keep(line)
    } catch (error) {
      // The database refuses what its keys do not allow: a second fact in the place of another.
      const why = error instanceof Error ? error.message : String(error)
      throw new Error(`Failed to restore: line ${number} of the book file cannot be kept (${why}). Use another copy.`, { cause: error })
    }
  }

  private async keep(line: BookFileLine): Promise<void> {
    const { transaction, book } = this.session
    if ('venture' in line) {
      const { id, name, work, archived, automatic, joy = null } = line.venture
      this.sawId(id)
      const row = { book, id, name, work, archived: archived ? 1 : 0, automatic: automatic ? 1 : 0, joy }
      await transaction.insertInto('venture').values(row).execute()
    } else if ('stream' in line) {
      const { id, venture, name, platform, kind, archived, automatic, months = null, bound = null } = line.stream
      this.sawId(id)
      const row = { book, id, venture, name, platform, kind, archived: archived ? 1 : 0, automatic: automatic ? 1 : 0, months, bound }
      await transaction.insertInto('stream').values(row).execute()
    } else if ('target' in line) {
      const { from, bare, enough, comfortable } = line.target
      await transaction.insertInto('target').values({ book, from_month: from, bare, enough, comfortable }).execute()
    } else if ('rate' in line) {
      const { currency, against, from, rate } = line.rate
      await transaction.insertInto('own_rate').values({ book, currency, against, from_day: from, rate }).execute()
    } else if ('streamRate' in line) await keepStreamRate(this.session, line.streamRate)
    else if ('route' in line) {
      this.sawId(line.route.id)
      await keepRoute(this.session, line.route)
    } else if ('fromLists' in line) await keepFromLists(this.session, line.fromLists.stream)
    else if ('import' in line) await this.takeImport(line.import)
    else if ('double' in line || 'doubleRule' in line) await keepDouble(this.session, line)
    else if ('sight' in line) this.sights.push(sightValues(book, line.sight))
    else if ('line' in line) await this.takeVersion(line.line)
    else if ('hour' in line) await this.takeHour(line.hour)
    else if ('project' in line) await keepProject(this.session, line.project)
    else if ('checkIn' in line) await keepCheckIn(this.session, line.checkIn)
    else if ('timePlan' in line) await keepTimePlan(this.session, line.timePlan)
    else if (isTargetFact(line)) await keepTargetFact(this.session, line)
    else if ('promise' in line) await keepPromise(this.session, line.promise)
    else if ('buffer' in line || 'scenario' in line || 'agreed' in line) {
      if ('scenario' in line) this.sawId(line.scenario.id)
      if ('agreed' in line) this.sawId(line.agreed.id)
      await keepPlan(this.session, line)
    } else if ('edit' in line) {
      const { stream, key, changes } = line.edit
      await transaction
        .insertInto('edit')
        .values({ book, stream, key, changes: editText(changes) })
        .execute()
    } else if (!('enough' in line || 'end' in line)) await keepPatronage(this.session, line)
  }

  private async takeImport(record: Extract<BookFileLine, { import: unknown }>['import']): Promise<void> {
    const { transaction, book } = this.session
    this.sawId(record.id)
    await transaction
      .insertInto('import')
      .values({ book, id: record.id, ...factsColumns(record) })
      .execute()
    for (const source of record.sources)
      await transaction
        .insertInto('import_source')
        .values({ book, import: record.id, ...source })
        .execute()
  }

  private async takeVersion({ stream, imports, sighting }: Extract<BookFileLine, { line: unknown }>['line']): Promise<void> {
    const { book } = this.session
    const id = this.session.nextVersion++
    this.versions.push([book, id, stream, sighting.key, factsText(sighting)])
    for (const claim of imports) this.claims.push([book, id, claim])
    const byHand = /^hand:(\d+)$/.exec(sighting.key)
    if (byHand) this.sawId(Number(byHand[1]))
    if (this.versions.length >= 5_000) await this.flush()
  }

  private async takeHour(hour: HourFact): Promise<void> {
    this.hours.push(hour)
    if (this.hours.length >= 5_000) await this.flush()
  }

  private sawId(id: number): void {
    this.maxId = Math.max(this.maxId, id)
  }

  private async flush(): Promise<void> {
    const { driver, transaction } = this.session
    await keepHours(this.session, this.hours.splice(0))
    await driver.insertMany(transaction, {
      table: 'version',
      columns: ['book', 'id', 'stream', 'key', 'facts'],
      rows: this.versions.splice(0),
    })
    await driver.insertMany(transaction, { table: 'claim', columns: ['book', 'version', 'import'], rows: this.claims.splice(0) })
    await driver.insertMany(transaction, { table: 'patron_sight', columns: SIGHT_COLUMNS, rows: this.sights.splice(0) })
  }

  async finish(): Promise<void> {
    await this.flush()
    const { transaction, book } = this.session
    await transaction
      .updateTable('book')
      .set({ next_id: this.maxId + 1 })
      .where('book', '=', book)
      .execute()
    this.session.changed = true
    await placeAnew(this.session)
  }
}

function endOf({ end }: Extract<BookFileLine, { end: unknown }>): number | undefined {
  const told: unknown = end
  return typeof told === 'object' && told !== null && 'lines' in told && typeof told.lines === 'number' ? told.lines : undefined
}

function parsed(text: string, number: number): BookFileLine {
  try {
    const line: unknown = JSON.parse(text)
    if (typeof line === 'object' && line !== null) return line as BookFileLine // each kind is told apart before it is used
  } catch {
    // Said below, in words that help.
  }
  throw new Error(`Failed to restore: line ${number} of the book file is no JSON object. Use another copy.`)
}
