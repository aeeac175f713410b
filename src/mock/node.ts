import { http } from 'msw/http'
import { setupServer } from 'msw/node'
import { nodeHandle } from '#storage/node-handle.ts'
import { openMemoryStorage } from '#storage/node-sqlite.ts'
import { inPageApp } from './in-page-app.ts'

/** The real app behind `fetch`, for tests that run in Node: `const mock = await nodeMock(); mock.listen(); …; mock.close()`. */
export async function nodeMock() {
  const log = (message: string, cause: unknown) => {
    throw new Error(message, { cause })
  }
  const openHandle = async () => nodeHandle(':memory:')
  const app = await inPageApp({ openStorage: openMemoryStorage, openHandle, version: 'test', log })
  return setupServer(http.all('*/api/*', ({ request }) => app(request)))
}
