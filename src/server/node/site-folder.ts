import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { SiteFile } from '#public/site-files.ts'
import { CliError } from './cli-book.ts'

/**
 * Says that a folder is ours, and which files of it. It is given out with the others, so it names them by their hashes only: the
 * address of an unlisted page must not be read from it.
 */
const MARKER = '.enough-site.json'

interface Marker {
  files: string[]
}

/** How many files were written, were as they are already, and were taken away. */
export interface Written {
  written: number
  unchanged: number
  removed: number
}

/** Throws a sentence for a folder that holds something else than an earlier site. */
export async function checkTarget(folder: string, shown: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (!found) return
  if (!found.isDirectory()) throw new CliError(`Failed to publish into ${shown}: it is a file. Name a folder.`)
  const inside = await readdir(folder)
  if (inside.length === 0 || (await markerOf(folder))) return
  throw new CliError(`Failed to publish into ${shown}: it holds other files. Name an empty folder, or one that was published into before.`)
}

/**
 * Writes the files of a site into a folder that `checkTarget` let through. Each file takes its name when it is whole, and stays as it
 * is where nothing has changed. Of what was written before, all that is no longer of the site goes; files that others put there stay.
 */
export async function writeSite(folder: string, files: AsyncIterable<SiteFile>): Promise<Written> {
  const before = new Set((await markerOf(folder))?.files)
  const site: SiteFile[] = []
  for await (const file of files) site.push(file)
  const now = new Set(site.map(({ path }) => hashOf(path)))
  await mkdir(folder, { recursive: true })
  // Both, so that whatever was begun is known as ours should this break off.
  await writeMarker(folder, new Set([...before, ...now]))
  const told: Written = { written: 0, unchanged: 0, removed: 0 }
  for (const { path, body } of site) {
    const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    if (await writeFileAt(within(folder, path), bytes)) told.written += 1
    else told.unchanged += 1
  }
  told.removed = await removeGone(folder, { before, now })
  await writeMarker(folder, now)
  return told
}

function hashOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 32)
}

function within(folder: string, path: string): string {
  const file = resolve(folder, path)
  if (!file.startsWith(folder + sep)) throw new CliError(`Failed to publish ${path}: it lies outside of the folder.`)
  return file
}

async function markerOf(folder: string): Promise<Marker | undefined> {
  const text = await readFile(join(folder, MARKER), 'utf8').catch(() => undefined)
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null && 'files' in value && Array.isArray(value.files)
      ? { files: value.files.map(String) }
      : undefined
  } catch {
    return undefined
  }
}

async function writeMarker(folder: string, files: ReadonlySet<string>): Promise<void> {
  const marker: Marker = { files: [...files].sort() }
  await writeFileAt(join(folder, MARKER), Buffer.from(`${JSON.stringify(marker)}\n`))
}

/** Answers whether it had to be written. */
async function writeFileAt(file: string, bytes: Buffer): Promise<boolean> {
  const known = await readFile(file).catch(() => undefined)
  if (known?.equals(bytes)) return false
  const part = `${file}.part`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(part, bytes)
  await rename(part, file)
  return true
}

async function removeGone(folder: string, { before, now }: { before: ReadonlySet<string>; now: ReadonlySet<string> }): Promise<number> {
  let removed = 0
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name)
    const hash = hashOf(
      file
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    if (now.has(hash) || !before.has(hash)) continue
    await rm(file)
    removed += 1
    await removeEmpty(folder, dirname(file))
  }
  return removed
}

/** Folders in which nothing is left go with their last file. */
async function removeEmpty(root: string, folder: string): Promise<void> {
  for (let at = folder; at !== root && at.startsWith(root + sep); at = dirname(at)) {
    if ((await readdir(at)).length > 0) return
    await rmdir(at)
  }
}
