import type { ProjectChoice } from '#contract/hours.ts'
import type { Destination, FileReport, ImportRequest, Mapping } from '#contract/import.ts'

/** What the user says of one file, beyond what the file says itself. */
export interface Wishes {
  reader?: string
  mapping?: Mapping
  /** Whether its days come before its months. */
  dateOrder?: 'dmy' | 'mdy'
  destinations: readonly Destination[]
  /** Where projects of a file of time belong. */
  projects: readonly ProjectChoice[]
}

/** A file that was dropped, until it is saved or left out. The file itself stays here, so that nothing has to be dropped twice. */
export interface DroppedFile extends Wishes {
  id: number
  /** As it is shown: its own name, with its folder or a number where another file bears that name as well. */
  name: string
  /** One that came in an archive or a spreadsheet is named with it. */
  ownName: string
  /** The folders that it was dropped in, without a slash at the end; empty for one dropped by itself. */
  folder: string
  bytes: number
  /** What was dropped: files that came in one have it in common. */
  file: File
  /** Its name on the spool, once it is there. */
  hash: string | null
  /** What the last look found in it. */
  report: FileReport | null
  /** Why the server did not take it. */
  refused: string | null
}

/** As many files go in one drop. */
export const MOST_FILES = 200

/** Whether a file has something that can be saved now: lines, patrons or time, or rows to look at later. */
export function canSave({ report }: DroppedFile): boolean {
  if (report?.state !== 'read' || report.already) return false
  const { added, updated, unchanged, transfers, complaints, snapshot } = report
  return added + updated + unchanged + transfers + complaints.length + (snapshot?.rows ?? 0) > 0
}

/** Whether a file waits for its columns to be named, and they are called as those of another. */
export function waitsAlike({ report, mapping }: DroppedFile, other: DroppedFile): boolean {
  const columns = other.report?.columns
  if (report?.state !== 'mapping' || !report.columns || !columns || mapping) return false
  return JSON.stringify(report.columns.header) === JSON.stringify(columns.header)
}

/** A file as it is asked about. */
export function asked({ name, hash, reader, mapping, dateOrder, destinations, projects }: DroppedFile): ImportRequest['files'][number] {
  const places = destinations.map((one) => ({ ...one, account: one.account ?? '' }))
  const said = {
    ...(reader !== undefined && { reader }),
    ...(mapping && { mapping }),
    ...(dateOrder && { dateOrder }),
    ...(projects.length > 0 && { projects: [...projects] }),
  }
  return { file: hash ?? '', name: name.slice(-LONGEST_NAME), ...said, destinations: places }
}

const LONGEST_NAME = 255

/** Files with names that tell them apart: of those that are called alike, each with its folder, or with a number. */
export function distinct(files: readonly DroppedFile[]): DroppedFile[] {
  const taken = new Set<string>()
  const alike = Map.groupBy(files, ({ ownName }) => ownName)
  return files.map((file) => {
    const isAlone = (alike.get(file.ownName)?.length ?? 0) < 2
    const plain = isAlone || file.folder === '' ? file.ownName : `${file.folder}/${file.ownName}`
    let name = plain
    for (let number = 2; taken.has(name); number++) name = numbered(plain, number)
    taken.add(name)
    return name === file.name ? file : { ...file, name }
  })
}

/** "a.csv" as "a (2).csv", as systems do it. */
function numbered(name: string, number: number): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? `${name.slice(0, dot)} (${number})${name.slice(dot)}` : `${name} (${number})`
}
