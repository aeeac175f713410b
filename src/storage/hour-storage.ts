import type { HourKind, HourSighting, ProjectChoice } from '#domain/hours.ts'

/** What one import says of one span of time. */
export interface HourTable {
  book: string
  key: string
  import: number
  at: string
  minutes: number
  project: string
  note: string | null
}

/** Where the time of a project belongs, as it was said with an import; with import 0 it was said by itself. */
export interface HourProjectTable {
  book: string
  project: string
  import: number
  venture: number | null
  kind: HourKind
}

/** What can be asked of a book's time: part of `Storage`. */
export interface HourReads {
  /** Spans of time as the surviving imports tell them, by their beginning. */
  hours(book: string): Promise<HourSighting[]>
  /** The projects that live imports tell time of, by import. */
  hourImports(book: string): Promise<Map<number, string[]>>
  /** Projects of which it was said where their time belongs. */
  hourProjects(book: string): Promise<ProjectChoice[]>
}

/** What can be said of time outside of imports: part of `BookWriter`. */
export interface HourWrites {
  /** What stands under a prefix between the first and the last span of time that an import tells, and is not told by it. */
  hoursGone(id: number, prefix: string): Promise<{ entries: number; minutes: number }>
  /** As `HourReads`, within this transaction. */
  hourProjects(): Promise<ProjectChoice[]>
  /** Says where a project's time belongs, whatever imports said of it. */
  setHourProject(choice: ProjectChoice): Promise<void>
}

/** What an import can say of time: part of `ImportWriter`. */
export interface HourClaims {
  /** Claims spans of time, each key once; answers in their order. */
  claimHours(hours: readonly HourSighting[]): Promise<('added' | 'updated' | 'unchanged')[]>
  /** Says with this import where the time of projects belongs; what holds already is not said again. */
  placeProjects(choices: readonly ProjectChoice[]): Promise<void>
}
