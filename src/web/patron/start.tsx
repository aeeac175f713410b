import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import { publicPlace } from '#web/api/public-site.ts'
import type { LocationSource } from '#web/shell/location.ts'
import { createPatronNavigator } from './navigator.ts'
import { PatronApp } from './patron-app.tsx'
import { patronRoutes } from './routes.ts'

/** The whole of the patron's app, to be rendered into a page. */
export function startPatron(client: QueryClient, location: LocationSource): ReactNode {
  const navigator = createPatronNavigator({ client, location, routes: patronRoutes(publicPlace().files) })
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <PatronApp navigator={navigator} />
      </QueryClientProvider>
    </StrictMode>
  )
}
