import { readFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { extname, join, resolve, sep } from 'node:path'
import type { PageAssets } from '../parts.ts'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** One chunk of Vite's manifest: https://vite.dev/guide/backend-integration */
interface Chunk {
  file: string
  isEntry?: boolean
  css?: string[]
  imports?: string[]
}

/** The built patron's app in a folder, or undefined where it is not built. */
export function builtAssets(folder: string): PageAssets | undefined {
  const manifest = manifestOf(folder)
  const entry = manifest && Object.values(manifest).find(({ isEntry }) => isEntry)
  if (!entry) return undefined
  const root = resolve(folder)
  return {
    script: entry.file,
    styles: stylesOf(manifest, entry),
    async file(path) {
      const type = TYPES[extname(path)]
      const file = resolve(root, path)
      // Vite's own folder is no part of the site, and a file has one address.
      if (type === undefined || path.includes('\0') || path.split(/[\\/]/).some((part) => part === '' || part.startsWith('.')))
        return undefined
      if (!file.startsWith(root + sep)) return undefined
      const bytes = await readFile(file).catch(() => undefined)
      return bytes && { bytes: new Uint8Array(bytes), type }
    },
  }
}

function manifestOf(folder: string): Record<string, Chunk> | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk> // as Vite writes it
  } catch {
    return undefined
  }
}

/** Style sheets of the entry and of all that it loads at once. */
function stylesOf(manifest: Record<string, Chunk>, entry: Chunk): string[] {
  const seen = new Set<Chunk>()
  const visit = (chunk: Chunk | undefined): void => {
    if (!chunk || seen.has(chunk)) return
    seen.add(chunk)
    for (const name of chunk.imports ?? []) visit(manifest[name])
  }
  visit(entry)
  return [...new Set([...seen].flatMap(({ css }) => css ?? []))]
}
