/** What a browser tells of a dropped folder or file, reduced to what is used here. */
export interface Entry {
  isFile: boolean
  isDirectory: boolean
  name?: string
  file?(take: (file: File) => void, fail: (error: unknown) => void): void
  createReader?(): { readEntries(take: (entries: Entry[]) => void, fail: (error: unknown) => void): void }
}

/** Files that no one means to import: what systems leave in folders. */
const LITTER = /^(\.|Thumbs\.db$|desktop\.ini$)/i

/** The folders that files were dropped in: browsers tell it beside the file, not with it. */
const folders = new WeakMap<File, string>()

/** The folders in which a file was dropped or chosen, without a slash at the end; empty for a file by itself. */
export function folderOf(file: File): string {
  return folders.get(file) ?? (file.webkitRelativePath ?? '').split('/').slice(0, -1).join('/')
}

/** The files of a folder that was chosen, but for what systems leave there. */
export function withoutLitter(files: readonly File[]): File[] {
  return files.filter(({ name }) => !LITTER.test(name))
}

/** All files of a drop's entries, those in folders too. */
export async function filesInEntries(entries: readonly Entry[]): Promise<File[]> {
  const found = await Promise.all(entries.map((entry) => filesIn(entry, '')))
  return found.flat()
}

/** `folder` is where the entry stands, with a slash at its end unless that is nowhere. */
async function filesIn(entry: Entry, folder: string): Promise<File[]> {
  if (entry.isFile && entry.file) {
    const file = await new Promise<File>((take, fail) => entry.file?.(take, fail))
    if (LITTER.test(file.name)) return []
    folders.set(file, folder.slice(0, -1))
    return [file]
  }
  const reader = entry.createReader?.()
  if (!reader) return []
  const found: File[] = []
  for (;;) {
    // A folder is handed out in parts; an empty part is its end.
    const part = await new Promise<Entry[]>((take, fail) => reader.readEntries(take, fail))
    if (part.length === 0) return found
    const inside = `${folder}${entry.name ?? ''}/`
    found.push(...(await Promise.all(part.map((one) => filesIn(one, inside)))).flat())
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
