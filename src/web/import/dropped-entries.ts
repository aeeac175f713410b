/** What a browser tells of a dropped folder or file, reduced to what is used here. */
interface Entry {
  isFile: boolean
  isDirectory: boolean
  file?(take: (file: File) => void, fail: (error: unknown) => void): void
  createReader?(): { readEntries(take: (entries: Entry[]) => void, fail: (error: unknown) => void): void }
}

/** Files that no one means to import: what systems leave in folders. */
const LITTER = /^(\.|Thumbs\.db$|desktop\.ini$)/i

/** All files of a drop, those in folders too. Call it while the event is handled: what it holds is gone after. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  // The entry is the browser's own object; only its reading side is used.
  const entries = [...transfer.items].flatMap((item) => (item.webkitGetAsEntry?.() as Entry | null) ?? [])
  const plain = [...transfer.files]
  if (!entries.some((entry) => entry.isDirectory)) return plain
  const found = await Promise.all(entries.map(filesIn))
  return found.flat()
}

async function filesIn(entry: Entry): Promise<File[]> {
  if (entry.isFile && entry.file) {
    const file = await new Promise<File>((take, fail) => entry.file?.(take, fail))
    return LITTER.test(file.name) ? [] : [file]
  }
  const reader = entry.createReader?.()
  if (!reader) return []
  const found: File[] = []
  for (;;) {
    // A folder is handed out in parts; an empty part is its end.
    const part = await new Promise<Entry[]>((take, fail) => reader.readEntries(take, fail))
    if (part.length === 0) return found
    found.push(...(await Promise.all(part.map(filesIn))).flat())
  }
}

/** Text that was pasted, as a file. */
export function fileOfText(text: string): File {
  return new File([text], 'Pasted text', { type: 'text/plain' })
}

/** A table that was pasted onto the page, as a file; undefined for a text of one line, which is none. */
export function pastedTable(text: string): File | undefined {
  return text.trim().includes('\n') ? fileOfText(text) : undefined
}
