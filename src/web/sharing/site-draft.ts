import type { Site } from './public-url.ts'

export interface SiteDraft {
  url: string
  name: string
}

/** The address as it is kept: without a slash at its end. */
export function tidyUrl(text: string): string {
  return text.trim().replace(/\/+$/, '')
}

/** What is wrong with the draft; an address that is fixed is not looked at. */
export function siteTrouble({ url }: SiteDraft, fixed: boolean): { url?: string } {
  if (fixed || /^https?:\/\/[^\s/?#]+$/i.test(tidyUrl(url))) return {}
  if (tidyUrl(url) === '') return { url: 'Write the address at which strangers will reach the site.' }
  return { url: 'Write it from https:// on and without a path, as in https://give.example.org.' }
}

/** Only what differs from what is set. */
export function siteChange(site: Pick<Site, 'url' | 'name'>, { url, name }: SiteDraft, fixed: boolean): { url?: string; name?: string } {
  return {
    ...(!fixed && tidyUrl(url) !== (site.url ?? '') && { url: tidyUrl(url) }),
    ...(name.trim() !== site.name && { name: name.trim() }),
  }
}
