import { Complaint, type Import } from '#contract/import.ts'
import { placesOf } from '#domain/hours.ts'
import { layoutName } from '#platforms/registry.ts'
import type { ImportRecord, Storage } from '#storage/storage.ts'
import { entryAnswer, streamNames } from './entry.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { notThere, ProblemError } from '#http/problem.ts'

type Names =
  | 'previewImport'
  | 'commitImport'
  | 'imports'
  | 'importComplaints'
  | 'vanishedCounts'
  | 'vanished'
  | 'undoImport'
  | 'undoBatch'
  | 'job'
  | 'cancelJob'

export function importHandlers({ storage, jobs }: Parts): Handlers<Names> {
  return {
    previewImport: async ({ book, body }) => jobs.start({ book: book.id, request: body, commit: false }),
    commitImport: async ({ book, body }) => jobs.start({ book: book.id, request: body, commit: true }),
    async imports({ book }) {
      const names = await streamNames(storage, book.id)
      const records = await storage.imports(book.id)
      const places = await hourPlaces(storage, book.id)
      return records.toReversed().map((record) => importAnswer(record, (id) => names.get(id)?.name ?? '', places(record.id)))
    },
    async importComplaints({ book, params }) {
      const record = (await storage.imports(book.id)).find(({ id }) => id === params.import)
      if (!record) throw notThere(`import ${params.import}`)
      return record.complaints.flatMap((told) => Complaint.safeParse(told).data ?? [])
    },
    async vanishedCounts({ book }) {
      return [...(await storage.vanishedCounts(book.id))].map(([id, count]) => ({ import: id, count }))
    },
    async vanished({ book, params }) {
      const live = await storage.imports(book.id)
      if (!live.some((record) => record.id === params.import)) throw notThere(`import ${params.import}`)
      const names = await streamNames(storage, book.id)
      const { count, entries } = await storage.vanished(book.id, params.import)
      return { count, entries: entries.map((entry) => entryAnswer(entry, names)) }
    },
    async undoImport({ book, params }) {
      const live = await storage.imports(book.id)
      if (!live.some((record) => record.id === params.import)) throw notThere(`import ${params.import}`)
      return jobs.undo(book.id, [params.import])
    },
    async undoBatch({ book, params }) {
      const live = await storage.importByBatch(book.id, params.batch)
      if (live.length === 0) throw notThere(`a drop called "${params.batch}"`)
      return jobs.undo(
        book.id,
        live.map((record) => record.id),
      )
    },
    job: async ({ params }) => jobs.job(params.job) ?? noJob(params.job),
    cancelJob: async ({ params }) => jobs.cancel(params.job) ?? noJob(params.job),
  }
}

function noJob(id: string): never {
  throw new ProblemError(404, `Failed to find the job "${id}": it is not known any more. Start it again.`)
}

/** Names of the ventures that an import's time goes to; an empty one for time without a venture. */
async function hourPlaces(storage: Storage, book: string): Promise<(id: number) => string[]> {
  const projects = await storage.hourImports(book)
  const ventures = await storage.ventures(book)
  const place = placesOf(await storage.hourProjects(book), ventures)
  const names = new Map(ventures.map(({ id, name }) => [id, name]))
  return (id) => {
    const places = (projects.get(id) ?? []).map((project) => names.get(place(project).venture ?? 0) ?? '')
    return [...new Set(places)].sort()
  }
}

function importAnswer(record: ImportRecord, streamName: (id: number) => string, hours: string[]): Import {
  const { id, batch, name, layout, savedAt, bytes, rows, added, updated, unchanged, transfers, nonRows, complaints, span, sources } = record
  const streams = [...new Set(sources.map(({ stream }) => stream))].map(streamName)
  const counts = { rows, added, updated, unchanged, transfers, nonRows, complaints: complaints.length }
  return { id, batch, name, layout, layoutName: layoutName(layout), savedAt, bytes, ...counts, span, streams, hours }
}
