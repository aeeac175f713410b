import type { FileReport, ImportReport } from '#contract/import.ts'
import type { DaySpan } from '#domain/double-spans.ts'
import { zone, type Zone } from '#domain/zone.ts'
import type { Elsewhere } from '#storage/line-kept.ts'
import type { BookWriter, ImportRecord, Storage } from '#storage/storage.ts'
import { countDoubles } from './import-double-count.ts'
import { doubleLayout, readOtherwise, sightOf, standElsewhere, type LayoutSight } from './import-doubles.ts'
import { claimLines } from './import-claim.ts'
import { entryAnswer, namesOf } from './entry.ts'
import { datesOfDrop, isDateOpen } from './import-dates.ts'
import { openDestinations, type Destination, type Destinations } from './import-destination.ts'
import { estimateWords, listedStreams } from './import-estimates.ts'
import { hourEntries, hoursGone, hoursTold, placeProjects } from './import-hours.ts'
import { asInstant } from './import-line.ts'
import { newRoom } from './import-lines.ts'
import { ANY_CSV, readFile, type FileContent, type ReadFile, type RequestedFile } from './import-read.ts'
import { chargeStreams, isCharge } from './import-route.ts'
import { changesBetween, earlierReport, NO_TALLY, readReport, unsavedReport, type Tally } from './import-report.ts'
import type { ImportTask, Progress } from './jobs.ts'
import type { Clock } from './parts.ts'
import { ProblemError } from '#http/problem.ts'
import type { Spool } from './spool.ts'

/** What the pipeline stands on: nothing of Node, so that a page and a worker thread run the same. */
export interface ImportParts {
  storage: Storage
  spool: Spool
  clock: Clock
  newId: () => string
}

/**
 * Previews or saves a batch of files. All files are looked through before anything is written; then one transaction reads their
 * lines again and writes them, and a preview takes that very transaction back, so what it says is what saving does. A file that
 * cannot be read stops no other. A batch that is saved already is not saved again. Where `onProgress` throws, it ends there and
 * nothing is written. Throws a problem for a book, file, reader or stream that is not there.
 */
export async function runImport(parts: ImportParts, task: ImportTask, onProgress: (progress: Progress) => void): Promise<ImportReport> {
  const { storage, spool } = parts
  const { book, request, commit } = task
  const found = await storage.book(book)
  if (!found) throw new ProblemError(404, `Failed to import: the book "${book}" is not kept here. Look at the list of books.`)
  if (commit && request.batch !== undefined) {
    const earlier = await savedBefore(storage, book, request.batch)
    if (earlier) return earlier
  }
  let told: Progress = { rows: 0, bytes: 0, bytesTotal: 0 }
  const contents = await readAll(parts, { task, where: zone(found.zone), home: found.homeCurrency }, (progress) =>
    onProgress((told = progress)),
  )
  const live = await storage.imports(book)
  const batch = request.batch ?? parts.newId()
  // While it is written nothing new is to tell, yet whoever hears it may end it.
  const goOn = () => onProgress(told)
  const work = (writer: BookWriter) => writeBatch(writer, { parts, task, contents, live, batch, goOn })
  const report = await storage.write(book, work, { rollback: !commit })
  if (commit) await spool.remove(request.files.filter((_, i) => contents[i]?.state === 'read').map((file) => file.file))
  return report
}

async function savedBefore(storage: Storage, id: string, batch: string): Promise<ImportReport | undefined> {
  const [records, book] = [await storage.importByBatch(id, batch), await storage.book(id)]
  if (records.length === 0 || !book) return undefined
  const [streams, ventures] = [await storage.streams(id), await storage.ventures(id)]
  return earlierReport(records, { batch, currency: book.homeCurrency, streams, ventures })
}

async function readAll(
  { storage, spool }: ImportParts,
  { task, where, home }: { task: ImportTask; where: Zone; home: string },
  onProgress: (progress: Progress) => void,
): Promise<FileContent[]> {
  const mappings = await storage.mappings(task.book)
  const sizes = await Promise.all(task.request.files.map(async ({ file }) => (await spool.size(file)) ?? 0))
  const bytesTotal = sizes.reduce((sum, size) => sum + size, 0)
  const contents: FileContent[] = []
  const done = { rows: 0, bytes: 0 }
  const room = newRoom()
  for (const [i, file] of task.request.files.entries()) {
    const content = await readFile({ spool, file, mappings, where, home, room, onProgress: telling(done) })
    contents.push(content)
    done.rows += content.state === 'read' ? content.rows : 0
    done.bytes += sizes[i] ?? 0
  }
  const known = datesOfDrop(contents, mappings)
  for (const [i, file] of task.request.files.entries()) {
    const content = contents[i]
    if (content && isDateOpen(content)) {
      contents[i] = await readFile({
        spool,
        file,
        mappings: known,
        where,
        home,
        room,
        onProgress: () => onProgress({ ...done, bytesTotal }),
      })
    }
  }
  onProgress({ ...done, bytesTotal })
  return contents

  function telling(before: { rows: number; bytes: number }) {
    return (step: { rows: number; bytes: number }) =>
      onProgress({ rows: before.rows + step.rows, bytes: before.bytes + step.bytes, bytesTotal })
  }
}

interface BatchWork {
  parts: ImportParts
  task: ImportTask
  contents: readonly FileContent[]
  live: readonly ImportRecord[]
  batch: string
  goOn: () => void
}

async function writeBatch(writer: BookWriter, { parts, task, contents, live, batch, goOn }: BatchWork): Promise<ImportReport> {
  const { request, commit } = task
  const { homeCurrency } = await writer.book()
  const destinations = await openDestinations(writer)
  const before = new Set((await writer.ventures()).map(({ id }) => id))
  const isLasting = (venture: number) => commit || before.has(venture)
  const fileWriter = new FileWriter({ writer, parts, batch, destinations, layouts: live.map(sightOf), live, isLasting, goOn })
  const reports: ImportReport['files'] = request.files.map((file) =>
    unsavedReport(file, { state: 'unreadable', problem: '' }, homeCurrency),
  )
  const imports = new Map<number, number>()
  // Reports that others yield to come first, so that what they cover is told right for every file of the drop.
  const order = request.files.map((file, i) => ({ file, i, content: contents[i] }))
  const covers = (content: FileContent | undefined) => (content?.state === 'read' && content.facts.covers ? 0 : 1)
  for (const { file, i, content } of order.toSorted((a, b) => covers(a.content) - covers(b.content))) {
    if (!content) continue
    goOn()
    if (content.state !== 'read') reports[i] = unsavedReport(file, content, homeCurrency)
    else {
      const written = await fileWriter.write(file, content)
      reports[i] = readReport(file, content, { ...written, saved: commit })
      if (written.import !== null) imports.set(i, written.import)
    }
  }
  // A double is known when both its files are written.
  const doubles = await countDoubles(writer, { imports, days: daysOf(contents) })
  for (const [i, counts] of doubles.files) Object.assign(reports[i] ?? {}, counts)
  const months = await writer.changedMonths()
  goOn()
  return {
    batch: commit ? batch : null,
    saved: commit,
    files: reports,
    doubles: doubles.told,
    currency: homeCurrency,
    months: months.filter((m) => m.before !== m.after),
  }
}

/** From the first to the last day of all files that tell of money. */
function daysOf(contents: readonly FileContent[]): DaySpan | null {
  const spans = contents.flatMap((content) => (content.state === 'read' && content.facts.span ? [content.facts.span] : []))
  const [from] = spans.map((span) => span.from).toSorted()
  const to = spans
    .map((span) => span.to)
    .toSorted()
    .at(-1)
  return from !== undefined && to !== undefined ? { from, to } : null
}

interface FileWork {
  writer: BookWriter
  parts: ImportParts
  batch: string
  destinations: Destinations
  layouts: LayoutSight[]
  live: readonly ImportRecord[]
  /** Whether a venture is there when this is over. */
  isLasting: (venture: number) => boolean
  goOn: () => void
}

class FileWriter {
  private readonly work: FileWork

  constructor(work: FileWork) {
    this.work = work
  }

  async write(file: RequestedFile, content: ReadFile) {
    const { writer } = this.work
    const before = writer.changedNative()
    const estimated = await writer.estimatedStreams()
    const destinations: Destination[] = []
    for (const { account } of content.accounts.values()) destinations.push(await this.work.destinations.of({ content, file, account }))
    const streams = [...new Set(destinations.map(({ stream }) => stream.id))]
    const ofFile = await writer.importsOfFile(file.file)
    const same = ofFile.find((record) => isSame(record, content, streams))
    const { elsewhere, ...outcome } = same
      ? { import: same.id, already: true, tally: unchanged(content), covered: 0, elsewhere: [], changed: [] }
      : await this.claim(file, content, destinations)
    const warnings = [
      ...(content.rows > 0 && isEmpty(content) ? [nothingToCount(content)] : []),
      ...doubleLayout(content, streams, this.work.layouts),
      ...(await hoursGone(writer, content, outcome.import)),
      ...(same ? [] : readOtherwise(content, streams, ofFile)),
      ...(await this.elsewhereTold(content, elsewhere)),
      ...(await estimateWords(writer, { before: estimated, listed: listedStreams(content, destinations) })),
    ]
    this.work.layouts.push({ layout: content.reader.layout.id, span: content.facts.span, streams })
    const hours = await hoursTold(writer, content, this.work.isLasting)
    const vanished = await this.vanished(outcome.import)
    return { ...outcome, warnings, destinations, hours, vanished, changes: changesBetween(before, writer.changedNative()) }
  }

  /** What the file leaves out of what an earlier export told. */
  private async vanished(id: number | null): Promise<FileReport['vanished']> {
    const { writer } = this.work
    const { count, entries } = id === null ? { count: 0, entries: [] } : await writer.vanished(id)
    if (count === 0) return { count, entries: [] }
    const names = namesOf(await writer.streams(), await writer.ventures())
    return { count, entries: entries.map((entry) => entryAnswer(entry, names)) }
  }

  private async elsewhereTold(content: ReadFile, elsewhere: readonly Elsewhere[]): Promise<string[]> {
    if (elsewhere.length === 0) return []
    const names = new Map((await this.work.writer.streams()).map(({ id, name }) => [id, name]))
    return standElsewhere(content, elsewhere, (id) => names.get(id) ?? '')
  }

  private async claim(file: RequestedFile, content: ReadFile, destinations: readonly Destination[]) {
    if (isNothing(content)) return { import: null, already: false, tally: NO_TALLY, covered: 0, elsewhere: [], changed: [] }
    const { writer, parts, batch } = this.work
    const { facts } = content
    const asOf = asOfFile(content, parts.clock())
    const importing = await writer.beginImport(asOf)
    const charges = chargeStreams(this.work.live, await writer.streams())
    const claimed = await claimLines({ importing, batches: content.batches, destinations, charges, goOn: this.work.goOn })
    const { tally } = claimed
    await placeProjects({ writer, importing }, content, file)
    for (const { account, stream } of destinations) await importing.sight(stream.id, content.accounts.get(account.id)?.patrons ?? [])
    const finished = await importing.finish({
      batch,
      file: file.file,
      name: file.name,
      layout: content.reader.layout.id,
      savedAt: parts.clock(),
      bytes: (await parts.spool.size(file.file)) ?? 0,
      asOf,
      span: facts.span,
      covers: facts.covers?.refs ?? null,
      rows: content.rows,
      ...tally,
      nonRows: [...content.nonRows.values()].reduce((sum, count) => sum + count, 0),
      complaints: content.complaints,
      mapping: content.mapping,
      sources: [
        ...destinations.map(({ source, stream }) => ({ platform: content.platform.id, account: source, stream: stream.id })),
        ...claimed.elsewhere,
      ],
    })
    const changed = claimed.changed.told(zone((await writer.book()).zone))
    return { import: importing.id, already: false, tally, changed, ...finished }
  }
}

/** When a file was written: as it says, else at its newest row. A month that still runs was told today, not on its last day. */
function asOfFile({ facts, newest, kinds }: ReadFile, now: string): string {
  if (facts.asOf !== undefined) return asInstant(facts.asOf)
  return (kinds['summary'] ?? 0) > 0 && newest > now ? now : newest
}

/** Whether a file holds nothing to be saved. */
function isEmpty({ accounts, hours }: ReadFile): boolean {
  return accounts.size === 0 && hours.size === 0
}

function nothingToCount({ complaints }: ReadFile): string {
  return complaints.length > 0
    ? 'No row of it can be counted: those that could not be read are kept to be looked at.'
    : 'There is no line in it that could be saved.'
}

/** Whether there is nothing to be kept of a file: rows that could not be read are, so that they are not lost with the page. */
function isNothing(content: ReadFile): boolean {
  return isEmpty(content) && content.complaints.length === 0
}

/** Whether an import is of this content, read alike, into these streams: then there is nothing to do. */
function isSame(record: ImportRecord, content: ReadFile, streams: readonly number[]): boolean {
  const fed = new Set(record.sources.filter((source) => !isCharge(source)).map(({ stream }) => stream))
  const [was, is] = [record.mapping?.columns, content.mapping?.columns]
  // Imports of before the order of dates was kept tell none.
  const isUntold = was === undefined && content.platform.id !== ANY_CSV
  const alike = record.layout === content.reader.layout.id && (was === is || isUntold)
  return alike && fed.size === streams.length && streams.every((stream) => fed.has(stream))
}

function unchanged(content: ReadFile): Tally {
  const total = (part: 'rows' | 'transfers') => [...content.accounts.values()].reduce((sum, account) => sum + account[part], 0)
  const transfers = total('transfers')
  return { ...NO_TALLY, unchanged: total('rows') - transfers + hourEntries(content), transfers }
}
