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
  /** What stands before the first page can show, without charts. */
  firstPage: number
  /** All that the Month page loads, its chart included. */
  month: number
}

/** What may be loaded, in bytes after gzip. */
export const BUDGET: PageSize = { firstPage: 110_000, month: 240_000 }

const MONTH_PAGE = /^src\/web\/month\//

/** Measures the built page in `dist`; throws when there is none. */
export async function pageSize(): Promise<PageSize> {
  const path = join(root, 'dist', '.vite', 'manifest.json')
  if (!existsSync(path)) throw new Error('Failed to measure the page: it is not built. Run npm run build.')
  const manifest: Record<string, Chunk> = JSON.parse(await readFile(path, 'utf8'))
  const entry = Object.keys(manifest).filter((key) => manifest[key]?.isEntry)
  const monthParts = Object.keys(manifest).filter((key) => MONTH_PAGE.test(key))
  if (entry.length !== 1 || monthParts.length === 0)
    throw new Error('Failed to measure the page: its entry or its Month is not in the manifest.')
  const pageParts = monthParts.filter((key) => /\/(page|load)\.tsx?$/.test(key))
  return {
    firstPage: await gzipped(closure(manifest, [...entry, ...pageParts])),
    month: await gzipped(closure(manifest, [...entry, ...monthParts])),
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
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(root, 'dist', file)), { level: 9 }).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}
