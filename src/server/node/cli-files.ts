import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { CliError } from './cli-book.ts'

/** A file by its path, and as the call named it or the folder that it lies in. */
export interface NamedFile {
  path: string
  shown: string
}

/** What systems leave in folders; hidden files and folders too. */
const LITTER = /^(\.|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i
/** As many files go in one drop. */
const MOST_FILES = 200

/** Throws a sentence for a path that is no file. */
export async function checkFile(path: string, shown: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new CliError(`Failed to read ${shown}: there is no such file. Check its name.`)
  if (found.isDirectory()) throw new CliError(`Failed to read ${shown}: it is a folder. Name a file in it.`)
}

/** The files that a call names: of a folder all that are in it, by name. Throws a sentence for what is not there, and for too many. */
export async function filesNamed(cwd: string, operands: readonly string[]): Promise<NamedFile[]> {
  const files: NamedFile[] = []
  for (const shown of operands) {
    const path = resolve(cwd, shown)
    const found = await stat(path).catch(() => undefined)
    if (!found) throw new CliError(`Failed to read ${shown}: there is no such file or folder. Check its name.`)
    if (!found.isDirectory()) files.push({ path, shown })
    else {
      const inside = await filesIn(path, shown)
      if (inside.length === 0) throw new CliError(`Failed to read ${shown}: there is no file in this folder. Name another one.`)
      files.push(...inside)
    }
  }
  if (files.length > MOST_FILES)
    throw new CliError(
      `Failed to read so many files: these are ${files.length}, and ${MOST_FILES} go at once. Name some of the folders in it.`,
    )
  return files
}

async function filesIn(folder: string, shown: string): Promise<NamedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found: NamedFile[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (LITTER.test(entry.name)) continue
    const one = { path: join(folder, entry.name), shown: join(shown, entry.name) }
    if (entry.isDirectory()) found.push(...(await filesIn(one.path, one.shown)))
    else if (entry.isFile()) found.push(one)
  }
  return found
}

/** What files are called in the book: their own names; of those that are called alike, each with its folders. */
export function namesOfFiles(files: readonly NamedFile[]): string[] {
  const alike = Map.groupBy(files, ({ path }) => basename(path))
  return files.map(({ path, shown }) => (alike.get(basename(path))?.length === 1 ? basename(path) : shown).slice(-255))
}
