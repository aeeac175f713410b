/**
 * Files on their way to the Import page: dropped on another page, they wait here until Import takes them.
 * They cannot stand in the address.
 */
let waiting: readonly File[] = []

export function leaveFiles(files: readonly File[]): void {
  waiting = files
}

/** The files that wait, once: a second call finds none. */
export function takeFiles(): readonly File[] {
  const files = waiting
  waiting = []
  return files
}
