import '#web/styles/tokens.css'
import '#web/styles/base.css'
import '#web/styles/ui.css'
import '#web/styles/shell.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/query-client.ts'
import { App } from './shell/app.tsx'
import { hashLocation, pathLocation } from './shell/location.ts'
import { createNavigator } from './shell/navigator.ts'
import { firstStart, routes } from './shell/routes.ts'

/** Behind the `#` of the one page: where the patron's app stands there, beside the owner's. */
const PUBLIC = '/public'

const inPage = import.meta.env.MODE === 'mock'
if (inPage) {
  const { startMock } = await import('#mock/browser.ts')
  await startMock()
}

const root = document.getElementById('root')
if (!root) throw new Error('Failed to start: the page has no element with the id "root". See index.html.')
const client = createQueryClient()
const place = createRoot(root)

function owner(): ReactNode {
  const navigator = createNavigator({ client, routes, firstStart, location: inPage ? hashLocation() : pathLocation() })
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <App navigator={navigator} />
      </QueryClientProvider>
    </StrictMode>
  )
}

async function patron(): Promise<ReactNode> {
  const { startPatron } = await import('./patron/start.tsx')
  return startPatron(client, hashLocation(PUBLIC))
}

/** In the page's own mode both apps stand on the same data, and the address tells which of them is shown. */
async function showByHash(): Promise<void> {
  const asked = isPublic()
  const app = asked ? await patron() : owner()
  if (asked === isPublic()) place.render(app)
}

const isPublic = () => new RegExp(`^#${PUBLIC}([/?#]|$)`).test(window.location.hash)

if (inPage) {
  let shown = isPublic()
  window.addEventListener('hashchange', () => {
    if (isPublic() === shown) return
    shown = !shown
    void showByHash()
  })
  await showByHash()
} else {
  place.render(owner())
}
