import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** One chunk of Vite's manifest: https://vite.dev/guide/backend-integration */
interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
  dynamicImports?: string[]
}

/** JavaScript that a visit loads, in bytes after gzip at its best level. */
export interface PageSize {
  /** What stands before the owner's first page can show, without charts. */
  firstPage: number
  /** All that the Month page loads, its chart included. */
  month: number
  /** What stands before a patron can browse. */
  patron: number
}

/** What may be loaded, in bytes after gzip. */
export const BUDGET: PageSize = { firstPage: 110_000, month: 240_000, patron: 110_000 }

const MONTH_PAGE = /^src\/web\/month\//
const BROWSE_PAGE = /^src\/web\/patron\/browse\/(page|load)\.tsx?$/

/** Measures the built pages in `dist` and `dist-public`; throws when there are none. */
export async function pageSize(): Promise<PageSize> {
  const [owner, patron] = [await buildIn('dist'), await buildIn('dist-public')]
  const monthParts = owner.chunks(MONTH_PAGE)
  const pageParts = monthParts.filter((key) => /\/(page|load)\.tsx?$/.test(key))
  return {
    firstPage: await owner.size([owner.entry, ...pageParts]),
    month: await owner.size([owner.entry, ...monthParts]),
    patron: await patron.size([patron.entry, ...patron.chunks(BROWSE_PAGE)]),
  }
}

interface Build {
  entry: string
  /** Chunks whose source matches; throws where there are none. */
  chunks(source: RegExp): string[]
  /** Bytes after gzip of all scripts that the chunks need. */
  size(keys: readonly string[]): Promise<number>
}

async function buildIn(folder: string): Promise<Build> {
  const path = join(root, folder, '.vite', 'manifest.json')
  if (!existsSync(path)) throw new Error(`Failed to measure ${folder}: it is not built. Run npm run build.`)
  const manifest: Record<string, Chunk> = JSON.parse(await readFile(path, 'utf8'))
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry)
  const [entry] = entries
  if (entry === undefined || entries.length > 1) throw new Error(`Failed to measure ${folder}: its manifest has not one entry. Look at it.`)
  return {
    entry,
    chunks(source) {
      const found = Object.keys(manifest).filter((key) => source.test(key))
      if (found.length === 0) throw new Error(`Failed to measure ${folder}: its manifest has nothing like ${source}. Look at it.`)
      return found
    },
    size: (keys) => gzipped(closure(manifest, keys).map((file) => join(root, folder, file))),
  }
}

/** The scripts that the chunks need to run, themselves included. */
function closure(manifest: Record<string, Chunk>, keys: readonly string[]): string[] {
  const seen = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const key of keys) visit(key)
  return [...new Set([...seen].flatMap((key) => manifest[key]?.file ?? []))].filter((file) => file.endsWith('.js'))
}

async function gzipped(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(file), { level: 9 }).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}
