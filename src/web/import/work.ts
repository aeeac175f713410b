import type { Job } from '#contract/import.ts'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'

/** What is under way with the files. */
export interface Work {
  act: 'sending' | 'reading' | 'saving'
  /** From 0 to 1, where it is known. */
  share: number | undefined
  rows: number
  /** Rows read in a second; undefined while it is too early to say. */
  perSecond?: number
}

/** So long a reading has to go on before it is said how fast it is. */
const TELLING_MS = 400

/** What a job's telling says; `ms` is how long the act goes on. */
export function working(act: Work['act'], { rows, bytes, bytesTotal }: Job, ms: number): Work {
  const work: Work = { act, rows, share: bytesTotal > 0 ? Math.min(1, bytes / bytesTotal) : undefined }
  return rows > 0 && ms >= TELLING_MS ? { ...work, perSecond: Math.round((rows * 1000) / ms) } : work
}

const ACTS: Record<Work['act'], string> = { sending: 'Taking', reading: 'Reading', saving: 'Saving' }

/** "Reading three files, 120,000 rows so far, 40,000 a second…" */
export function workWords({ act, rows, perSecond }: Work, files: number, format: Format): string {
  const what = files === 1 ? 'one file' : plural(files, 'file', { written: format.count(files) })
  const soFar = rows > 0 ? `, ${plural(rows, 'row', { written: format.count(rows) })} so far` : ''
  const speed = perSecond === undefined ? '' : `, ${format.count(perSecond)} a second`
  return `${ACTS[act]} ${what}${soFar}${speed}…`
}
