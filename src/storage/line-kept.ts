import type { Edit, Sighting } from '#domain/entry.ts'

/** An edit of one line; null takes it back. */
export interface LineEdit {
  stream: number
  key: string
  edit: Edit | null
}

/** Part of `BookWriter`: what the user says of single lines. */
export interface LineWrites {
  /** Adds a line typed in by hand; the writer makes its key. */
  addByHand(stream: number, line: Omit<Sighting, 'key'>): Promise<string>
  /** Lays an edit over a line, or takes it back with null; throws for a line that is not there. */
  edit(stream: number, key: string, edit: Edit | null): Promise<void>
  /** The same for many lines, which are settled together; each line once. */
  editAll(lines: readonly LineEdit[]): Promise<void>
}

/** Another stream in which lines of an import count as well. */
export interface Elsewhere {
  stream: number
  /** Lines whose key and gross stand there too. */
  lines: number
  /** Other lines whose reference and gross stand there too. */
  alike: number
  /** Lines with a reference that the stream tells of the import's days. */
  told: number
}
