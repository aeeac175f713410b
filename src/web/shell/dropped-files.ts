import type { Entry } from '#web/import/dropped-entries.ts'

/**
 * Files on their way to the Import page: dropped on another page, they wait here until Import takes them.
 * They cannot stand in the address.
 */
let waiting: readonly File[] = []

export function leaveFiles(files: readonly File[]): void {
  waiting = files
}

/** All files of a drop, those in folders too. Call it while the event is handled: what it holds is gone after. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  // The entry is the browser's own object; only its reading side is used.
  const entries = [...transfer.items].flatMap((item) => (item.webkitGetAsEntry?.() as Entry | null) ?? [])
  const plain = [...transfer.files]
  if (!entries.some(({ isDirectory }) => isDirectory)) return plain
  const { filesInEntries } = await import('#web/import/dropped-entries.ts')
  return filesInEntries(entries)
}

/** The files that wait, once: a second call finds none. */
export function takeFiles(): readonly File[] {
  const files = waiting
  waiting = []
  return files
}
