import { useMemo } from 'react'
import type { Site } from '#contract/public.ts'
import { pq } from '#web/api/public-client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { createFormat, type Format } from '#web/ui/format.ts'

/** What the site says of itself; the navigator has read it before any page is shown. */
export function useSite(): Site {
  return usePrefetched(pq('site', {}))
}

/** Words for amounts, months and days in the patron's own language, with one currency as its plain one. */
export function usePatronFormat(currency: string): Format {
  return useMemo(() => createFormat(navigator.language, currency), [currency])
}
