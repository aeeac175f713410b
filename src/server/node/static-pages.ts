import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import type { Pages } from '../app.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Serves the built page from a folder. Files below `assets/` carry a hash in their names and are kept for ever; everything else
 * is asked for again. An address without a dot is one of the page's own and gets the page.
 */
export function staticPages(folder: string): Pages {
  const root = resolve(folder)
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
    const path = decoded(new URL(request.url).pathname)
    const file = path === undefined || path.includes('\0') ? undefined : resolve(root, `.${path}`)
    if (path === undefined || file === undefined || !(file + sep).startsWith(root + sep)) return undefined
    const isPage = extname(path) === ''
    const found = isPage ? resolve(root, 'index.html') : file
    const body = await readFile(found).catch(() => undefined)
    if (!body) return isPage ? unbuilt() : undefined
    const forever = path.startsWith('/assets/')
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const headers = { 'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache', etag: tag }
    if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers })
    return new Response(new Uint8Array(body), {
      headers: { ...headers, 'content-type': TYPES[extname(found)] ?? 'application/octet-stream' },
    })
  }
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function unbuilt(): Response {
  const text = 'The page is not built yet. Run npm start, or npm run build.\n'
  return new Response(text, { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
}
