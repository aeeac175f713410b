import { z } from 'zod'
import { Entry, EntryKind } from './entry.ts'
import { HourProject, ProjectChoice } from './hours.ts'
import { Currency, Day, Expected, Minor, Month } from './money.ts'

export const FileId = z.string().regex(/^[0-9a-f]{64}$/, 'a file is named by its SHA-256')
const Spooled = z.object({ file: FileId, name: z.string(), bytes: z.int() })

export const SpooledFile = Spooled.extend({
  /** For an archive or a spreadsheet: the files or sheets in it, each on the spool by itself; the whole is not kept. */
  inside: z.array(Spooled).optional(),
}).meta({ id: 'SpooledFile' })

export const Complaint = z
  .object({ row: z.int(), field: z.string(), text: z.string(), reason: z.string(), raw: z.string() })
  .meta({ id: 'Complaint' })

export const Mapping = z
  .object({
    date: z.string(),
    amount: z.string(),
    currency: z.string().optional(),
    currencyCode: Currency.optional(),
    name: z.string().optional(),
    fee: z.string().optional(),
    dateOrder: z.enum(['ymd', 'dmy', 'mdy']),
    decimals: z.enum(['.', ',']),
    /** The sign of a fee that was taken; without it, a fee beside a refund cannot be told from one that is given back. */
    feeSign: z.enum(['+', '-']).optional(),
  })
  .refine((m) => m.currency !== undefined || m.currencyCode !== undefined, 'a currency column or a currency code is needed')
  .meta({ id: 'Mapping' })

export const DateOrder = z.enum(['dmy', 'mdy'])

/** Which stream the money of one account in the file goes to; `account` is empty for a file that names none. */
export const Destination = z
  .object({
    account: z.string().default(''),
    stream: z.int().optional(),
    streamName: z.string().trim().min(1).max(80).optional(),
    venture: z.int().optional(),
    ventureName: z.string().trim().min(1).max(80).optional(),
  })
  .meta({ id: 'Destination' })

export const ImportRequest = z
  .object({
    /** Chosen by the caller: the same batch committed twice is committed once. */
    batch: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,64}$/)
      .optional(),
    files: z
      .array(
        z.object({
          file: FileId,
          name: z.string().max(255),
          /** A layout's id, to overrule what the content says. */
          reader: z.string().optional(),
          mapping: Mapping.optional(),
          /** For a file whose dates can be read day first or month first: which it is. Remembered for the account's next file. */
          dateOrder: DateOrder.optional(),
          destinations: z.array(Destination).default([]),
          /** For a file that tells of time: where its projects belong, as far as that is said. */
          projects: z.array(ProjectChoice).max(2000).default([]),
        }),
      )
      .min(1)
      .max(200),
  })
  .meta({ id: 'ImportRequest' })

/** Every row has one outcome: rows = added + updated + unchanged + transfers + nonRows + the number of complaints + the rows of a snapshot. */
const outcome = {
  rows: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  transfers: z.int(),
  nonRows: z.int(),
  complaints: z.array(Complaint),
}

const amounts = { gross: Minor, fees: Minor, refunds: Minor, tax: Minor, net: Minor }

/** One line as a file tells it. */
export const ToldLine = z
  .object({
    day: Day,
    kind: EntryKind,
    currency: Currency,
    ...amounts,
    months: z.int(),
    name: z.string().optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'ToldLine' })

/**
 * Lines that an earlier export of the same account tells within a file's days and that the file tells no more: how many, and the
 * first five thousand. They are kept and counted until the user deletes them.
 */
export const Vanished = z.object({ count: z.int(), entries: z.array(Entry) }).meta({ id: 'Vanished' })

/** How many such lines each live import leaves out; one whose days a newer export tells as well leaves it to that one. */
export const VanishedCounts = z.array(z.object({ import: z.int(), count: z.int() })).meta({ id: 'VanishedCounts' })

export const FileReport = z
  .object({
    file: FileId,
    name: z.string(),
    /**
     * `mapping`: it waits for a word, on its columns (`columns`) as no reader knows it, or on the order of its dates (`dates`).
     * `unreadable`: it is no text or no table; `problem` says why.
     */
    state: z.enum(['read', 'mapping', 'unreadable']),
    problem: z.string().optional(),
    layout: z.object({ id: z.string(), platform: z.string(), name: z.string(), why: z.string() }).nullable(),
    /** Id of the import, once saved; the live import that holds this very file where there is one. */
    import: z.int().nullable(),
    already: z.boolean(),
    ...outcome,
    /** Known non-rows by reason. */
    passedOver: z.array(z.object({ reason: z.string(), count: z.int() })),
    /** Ledger lines that the file writes, by kind. */
    kinds: z.record(z.string(), z.int()),
    /** Lines kept but not counted because a fuller report of the stream tells them. */
    covered: z.int(),
    /** Doubles with a line of this file that wait for the user: see `doubles`. */
    doublesProposed: z.int(),
    /** Doubles with a line of this file that a reference proves: one of each two counts. */
    doublesProven: z.int(),
    span: z.object({ from: Day, to: Day }).nullable(),
    style: z.object({
      dates: z.string().optional(),
      decimals: z.string().optional(),
      encoding: z.string().optional(),
      delimiter: z.string().optional(),
    }),
    /**
     * For a layout whose dates may be day first or month first: the order, null where the user has to say it (`dateOrder`); how it
     * is known; why, as the end of the sentence "they are read so because …"; and a date that proves it or can be read in two orders.
     */
    dates: z
      .object({
        order: DateOrder.nullable(),
        by: z.enum(['proof', 'said', 'remembered', 'guess']),
        because: z.string(),
        example: z.string(),
      })
      .nullable(),
    warnings: z.array(z.string()),
    streams: z.array(
      z.object({
        account: z.string(),
        accountName: z.string(),
        stream: z.int().nullable(),
        streamName: z.string(),
        venture: z.int().nullable(),
        ventureName: z.string(),
        isNew: z.boolean(),
      }),
    ),
    /** For a list of patrons: its rows, and what those who are active are expected to give a month. Nothing of it is counted. */
    snapshot: z.object({ rows: z.int(), ...Expected.shape }).nullable(),
    /** Time that the file tells of, by project; null for a file of money. */
    hours: z.object({ entries: z.int(), minutes: z.int(), projects: z.array(HourProject) }).nullable(),
    /** What the file changes in the counted totals, by original currency. */
    changes: z.array(z.object({ currency: Currency, ...amounts })),
    /** What the file itself tells of each month, by currency: all its lines but transfers, whether they are new or not. */
    months: z.array(z.object({ month: Month, currency: Currency, lines: z.int(), ...amounts })),
    /** The first twenty lines of rows that were here before and are told otherwise now; `before` null where the row had no such line. */
    changed: z.array(z.object({ before: ToldLine.nullable(), after: ToldLine })),
    vanished: Vanished,
    /**
     * For `mapping`: the header, the first rows, and a guess to start from; for a file read by columns, those in place of the guess.
     * For `unreadable`: of a text that seems to tell of no payments.
     */
    columns: z.object({ header: z.array(z.string()), rows: z.array(z.array(z.string())), guess: Mapping.nullable() }).nullable(),
  })
  .meta({ id: 'FileReport' })

/** A line of a double, as a preview tells it: enough to be known again. */
const DoubleSight = z.object({
  streamName: z.string(),
  ventureName: z.string(),
  day: Day,
  net: Minor,
  currency: Currency,
  name: z.string().optional(),
})
/** Money that may be told twice, as Doubles will ask about it once it is saved. */
export const ProposedDouble = z
  .object({
    kind: z.enum(['pair', 'landing']),
    /** How sure, in whole percent. */
    score: z.int(),
    reasons: z.array(z.string()),
    /** The first three lines that would count, and how many there are; one of a pair. */
    counts: z.array(DoubleSight),
    countsLength: z.int(),
    covered: DoubleSight,
  })
  .meta({ id: 'ProposedDouble' })

/** What an import would do (preview: nothing is written) or did (commit). */
export const ImportReport = z
  .object({
    batch: z.string().nullable(),
    saved: z.boolean(),
    files: z.array(FileReport),
    /**
     * Doubles with a line of these files that wait for the user: how many, and the ten surest. `beyond`: none were looked for, as
     * the days around the files have more lines than are compared here; `doubles` looks through them once they are saved.
     */
    doubles: z.object({
      proposed: z.int(),
      first: z.array(ProposedDouble),
      beyond: z.object({ lines: z.int(), most: z.int() }).nullable(),
    }),
    currency: Currency,
    /** Cash net of each month that changes, in the home currency. */
    months: z.array(z.object({ month: Month, before: Minor, after: Minor })),
  })
  .meta({ id: 'ImportReport' })

export const Job = z
  .object({
    id: z.string(),
    /** `cancelled`: it was ended, and nothing of it was written. */
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    rows: z.int(),
    bytes: z.int(),
    bytesTotal: z.int(),
    report: ImportReport.optional(),
    problem: z.string().optional(),
  })
  .meta({ id: 'Job' })

export const Import = z
  .object({
    id: z.int(),
    batch: z.string(),
    name: z.string(),
    layout: z.string(),
    layoutName: z.string(),
    /** When it was saved, as an instant. */
    savedAt: z.string(),
    bytes: z.int(),
    rows: z.int(),
    added: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    transfers: z.int(),
    nonRows: z.int(),
    complaints: z.int(),
    span: z.object({ from: Day, to: Day }).nullable(),
    /** Names of the streams that its money went to; empty for a file of time, or of rows that could not be read. */
    streams: z.array(z.string()),
    /** Names of the ventures that its time went to; empty text for time without one. */
    hours: z.array(z.string()),
  })
  .meta({ id: 'Import' })

/** What an undo took away. */
export const Undone = z.object({ imports: z.array(z.int()), removed: z.int(), restored: z.int() }).meta({ id: 'Undone' })

export type Complaint = z.infer<typeof Complaint>
export type Mapping = z.infer<typeof Mapping>
export type Destination = z.input<typeof Destination>
export type ImportRequest = z.input<typeof ImportRequest>
export type ProposedDouble = z.infer<typeof ProposedDouble>
export type ToldLine = z.infer<typeof ToldLine>
export type FileReport = z.infer<typeof FileReport>
export type ImportReport = z.infer<typeof ImportReport>
export type Job = z.infer<typeof Job>
export type Import = z.infer<typeof Import>
export type SpooledFile = z.infer<typeof SpooledFile>
export type Undone = z.infer<typeof Undone>
