import '#web/styles/tokens.css'
import '#web/styles/base.css'
import '#web/styles/ui.css'
import '#web/styles/shell.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/query-client.ts'
import { App } from './shell/app.tsx'
import { hashLocation, pathLocation } from './shell/location.ts'
import { createNavigator } from './shell/navigator.ts'
import { routes } from './shell/routes.ts'

const inPage = import.meta.env.MODE === 'mock'
if (inPage) {
  const { startMock } = await import('#mock/browser.ts')
  await startMock()
}

const root = document.getElementById('root')
if (!root) throw new Error('Failed to start: the page has no element with the id "root". See index.html.')
const client = createQueryClient()
const navigator = createNavigator({ client, routes, location: inPage ? hashLocation() : pathLocation() })
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App navigator={navigator} />
    </QueryClientProvider>
  </StrictMode>,
)
