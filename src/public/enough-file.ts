import { z } from 'zod'
import { EnoughFile } from '#contract/public.ts'
import { siteName } from './page-html.ts'
import type { SiteFacts } from './shelf.ts'

/**
 * `enough.json` over ventures as their very bytes, so that they are not made twice. The site's address must be known: a venture's page is
 * below it.
 */
export function enoughJson(ventures: readonly { json: string }[], site: SiteFacts): string {
  const head = { $schema: `${site.url}/enough.schema.json`, enough: '1.0', name: siteName(site), url: site.url, lens: 'smoothed' }
  return `${JSON.stringify(head).slice(0, -1)},"ventures":[${ventures.map(({ json }) => json).join(',')}]}`
}

/** What an `enough.json` looks like, as JSON Schema 2020-12. Fields that it does not know are no error: later versions may add some. */
export function enoughSchema({ url }: Pick<SiteFacts, 'url'>): string {
  return JSON.stringify({ $id: `${url}/enough.schema.json`, ...z.toJSONSchema(EnoughFile, { io: 'input' }) })
}
