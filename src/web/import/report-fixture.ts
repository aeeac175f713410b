import type { FileReport, ImportReport } from '#contract/import.ts'

/** A report of one file for tests: an empty one that was read, with what matters laid over it. */
export function fileReport(told: Partial<FileReport> = {}): FileReport {
  return {
    file: '0'.repeat(64),
    name: 'a.csv',
    state: 'read',
    layout: { id: 'any-csv', platform: 'any-csv', name: 'CSV', why: 'read by the columns that you chose' },
    import: null,
    already: false,
    rows: 0,
    added: 0,
    updated: 0,
    unchanged: 0,
    transfers: 0,
    nonRows: 0,
    complaints: [],
    passedOver: [],
    kinds: { payment: 1 },
    covered: 0,
    doublesProposed: 0,
    doublesProven: 0,
    span: null,
    style: {},
    dates: null,
    warnings: [],
    streams: [],
    hours: null,
    snapshot: null,
    changes: [],
    months: [],
    changed: [],
    vanished: { count: 0, entries: [] },
    columns: null,
    ...told,
  }
}

export function importReport(told: Partial<ImportReport> = {}): ImportReport {
  return { batch: null, saved: false, files: [], doubles: { proposed: 0, first: [], beyond: null }, currency: 'EUR', months: [], ...told }
}
