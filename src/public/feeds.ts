import type { Day } from '#domain/month.ts'
import type { PublicVenture } from '#domain/public-venture.ts'
import { element } from './html.ts'
import { markdownHtml } from './markdown.ts'
import { siteName } from './page-html.ts'
import type { SiteFacts } from './shelf.ts'
import { venturePath } from './venture-page.ts'

/** What a feed tells, before it takes a form. Addresses are absolute; the site's own must be known. */
export interface Feed {
  /** The page that it follows. */
  home: string
  /** Address of the feed without its ending. */
  self: string
  title: string
  updated: Day
  items: readonly FeedItem[]
}

interface FeedItem {
  url: string
  title: string
  day: Day
  /** Safe HTML. */
  content: string
}

const ITEMS_MAX = 100

/** Updates of one venture, newest first. */
export function ventureFeed(venture: PublicVenture, site: SiteFacts): Feed {
  const home = `${site.url}/${venturePath(venture)}`
  return feedOf(venture.since, { home, self: `${home}/feed`, title: venture.title }, updatesOf(venture, home))
}

/** New ventures and updates of all that are listed, newest first. */
export function siteFeed(listed: readonly PublicVenture[], site: SiteFacts): Feed {
  const items = listed.flatMap((venture) => {
    const home = `${site.url}/${venturePath(venture)}`
    const { title, since, summary } = venture
    const begun = { url: home, title: `${title} is open to patrons`, day: since, content: markdownHtml(summary) }
    return [begun, ...updatesOf(venture, home).map((item) => ({ ...item, title: `${title}: ${item.title}` }))]
  })
  return feedOf('2026-01-01', { home: `${site.url}/`, self: `${site.url}/feed`, title: siteName(site) }, items)
}

function updatesOf({ updates }: PublicVenture, home: string): FeedItem[] {
  return updates.map(({ id, day, title, text }) => ({
    url: `${home}#update-${encodeURIComponent(id.toWellFormed())}`,
    title,
    day,
    content: markdownHtml(text),
  }))
}

/** A feed is as new as its newest item, or as what it follows; it does not depend on when it is asked for. */
function feedOf(since: Day, about: Pick<Feed, 'home' | 'self' | 'title'>, items: FeedItem[]): Feed {
  const sorted = items.toSorted((a, b) => compare(b.day, a.day) || compare(a.url, b.url)).slice(0, ITEMS_MAX)
  return { ...about, updated: sorted[0] && sorted[0].day > since ? sorted[0].day : since, items: sorted }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** https://www.rfc-editor.org/rfc/rfc4287 */
export function atomXml({ home, self, title, updated, items }: Feed): string {
  const page = (href: string) => element('link', { rel: 'alternate', type: 'text/html', href })
  const entries = items.map(({ url, title: name, day, content }) =>
    element('entry', {}, [
      element('id', {}, url),
      element('title', {}, name),
      page(url),
      element('updated', {}, instant(day)),
      element('content', { type: 'html' }, content),
    ]),
  )
  const feed = element('feed', { xmlns: 'http://www.w3.org/2005/Atom' }, [
    element('id', {}, home),
    element('title', {}, title),
    page(home),
    element('link', { rel: 'self', type: 'application/atom+xml', href: `${self}.atom` }),
    element('author', {}, [element('name', {}, title)]),
    element('updated', {}, instant(updated)),
    ...entries,
  ])
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.html}\n`
}

/** https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed({ home, self, title, items }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: `${self}.json`,
    items: items.map(({ url, title: name, day, content }) => ({
      id: url,
      url,
      title: name,
      content_html: content,
      date_published: instant(day),
    })),
  })
}

function instant(day: Day): string {
  return `${day}T00:00:00Z`
}
