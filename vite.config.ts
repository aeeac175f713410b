import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import about from './package.json' with { type: 'json' }

/**
 * The pages are the only thing that is built; the server runs its TypeScript as it is. In mode `mock` the owner's page brings the
 * whole app along, and the build runs from any folder of any web server. In mode `public` the patron's page is built, whose HTML
 * the public app writes.
 */
export default defineConfig(({ mode, command }) => {
  const inPage = mode === 'mock'
  const patron = mode === 'public'
  const api = `http://127.0.0.1:${process.env['ENOUGH_API_PORT'] ?? '4400'}`
  return {
    plugins: [react(), ...(inPage ? [msw({ mode: 'worker-only' }), ...(command === 'build' ? [contentSecurityPolicy()] : [])] : [])],
    // The product is served from the root, with addresses of any depth; files of the patron's page find each other beside themselves.
    base: inPage || patron ? './' : '/',
    define: { 'import.meta.env.VERSION': JSON.stringify(about.version) },
    resolve: inPage ? { alias: inPageAliases } : {},
    // The two modes differ in what they prepare of their packages, and may run side by side.
    cacheDir: `node_modules/.vite/${mode}`,
    optimizeDeps: {
      // SQLite finds its WebAssembly beside its own file, which moving it to a cache of dependencies would break.
      exclude: ['@sqlite.org/sqlite-wasm'],
      // Packages that turn up while the page runs would reload it, and what it holds in memory would be gone.
      entries: ['index.html', ...(inPage ? ['src/mock/api-worker.ts'] : [])],
    },
    worker: { format: 'es' as const },
    build: {
      target: 'es2023',
      manifest: true,
      // What writes PDFs is as large as it is, and comes when one is written.
      chunkSizeWarningLimit: 600,
      ...(patron && { outDir: 'dist-public', rolldownOptions: { input: 'src/web/patron/main.tsx' } }),
    },
    // The server takes no request from a foreign origin, and in development the page has another port than the API.
    server: { proxy: inPage ? {} : { '/api': { target: api, changeOrigin: true, headers: { origin: api } } } },
    // Property tests and started servers take seconds on a busy machine.
    test: { include: ['src/**/*.test.ts'], environment: 'node' as const, testTimeout: 30_000 },
  }
})

const inPageAliases = {
  // The list of public suffixes is more than half of what the mock would load, and only cookies need it.
  tldts: fileURLToPath(new URL('src/mock/no-suffixes.ts', import.meta.url)),
  // Markdown is also written off the page's own thread, where there is no document to ask what an entity stands for.
  'decode-named-character-reference': fileURLToPath(new URL('node_modules/decode-named-character-reference/index.js', import.meta.url)),
}

/** A plain web server sends no policy, so the page brings its own; only here may WebAssembly be compiled. */
function contentSecurityPolicy(): Plugin {
  const content = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return {
    name: 'content-security-policy',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' }],
  }
}
