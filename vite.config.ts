import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** The page is the only thing that is built; the server runs its TypeScript as it is. */
export default defineConfig({
  plugins: [react()],
  base: './',
  build: { target: 'es2023' },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
})
