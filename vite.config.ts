import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** The page is the only thing that is built; the server runs its TypeScript as it is. */
export default defineConfig(({ mode }) => ({
  plugins: [react()],
  // The mock build runs from any folder of any web server; the product is served from the root, with addresses of any depth.
  base: mode === 'mock' ? './' : '/',
  build: { target: 'es2023' },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env['ENOUGH_API_PORT'] ?? '4400'}` } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' as const },
}))
