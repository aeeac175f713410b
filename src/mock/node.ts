import { http } from 'msw/http'
import { setupServer } from 'msw/node'
import { ecbPacked } from '#domain/ecb-table.ts'
import { readRateTable } from '#domain/rate.ts'
import { createApp } from '#server/app.ts'
import { openMemoryStorage } from '#storage/node-sqlite.ts'
import { inPageParts } from './in-page-parts.ts'

/** The real app behind `fetch`, for tests that run in Node: `const mock = await nodeMock(); mock.listen(); …; mock.close()`. */
export async function nodeMock() {
  const rates = readRateTable(ecbPacked)
  const storage = await openMemoryStorage(rates)
  const log = (message: string, cause: unknown) => {
    throw new Error(message, { cause })
  }
  const app = createApp(inPageParts({ storage, rates, version: 'test', log }))
  return setupServer(http.all('*/api/*', ({ request }) => app.fetch(request)))
}
