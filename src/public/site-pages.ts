import { html, lines } from './html.ts'
import { pageHtml, siteName, type PageSetting } from './page-html.ts'
import type { Shown } from './sight.ts'
import { venturePath } from './venture-page.ts'
import { badgeText } from './words.ts'

/** How many ventures the first page names without JavaScript. */
const NAMED = 200

/** The first page: the listed ventures, by address. */
export function homePage(listed: readonly Shown[], setting: PageSetting): string {
  const { root, files, site, today } = setting
  const title = siteName(site)
  const items = listed.slice(0, NAMED).map(({ venture }) => {
    const link = html`<a href="${root}${venturePath(venture)}${files ? '/' : ''}">${venture.title}</a>`
    return html`<li>
      <p>${link}: ${badgeText(venture, today)}</p>
      <p>${venture.summary}</p>
    </li>`
  })
  const body = lines([
    html`<h1 class="page-heading">${title}</h1>`,
    items.length > 0 &&
      html`<ul>
        ${items}
      </ul>`,
    listed.length > NAMED && html`<p>All ${listed.length} are in <a href="${root}enough.json">enough.json</a>.</p>`,
  ])
  const description = 'Ventures that live from many small incomes, and what your money changes for each.'
  const alternates = [
    { type: 'application/atom+xml', title: `${title}: updates`, path: 'feed.atom' },
    { type: 'application/feed+json', title: `${title}: updates`, path: 'feed.json' },
    { type: 'application/json', title: 'enough.json', path: 'enough.json' },
  ]
  return pageHtml({ path: '', title, description, hidden: false, alternates, body }, setting)
}

/** Pages that are drawn in the browser alone: what they show is its reader's own. */
export const OWN_PAGES = {
  list: 'Your list',
  giving: 'Your giving',
  pledge: 'Your pledge',
  remittance: 'Remittance',
} as const
export type OwnPage = keyof typeof OWN_PAGES

export function ownPage(name: OwnPage, setting: PageSetting): string {
  const title = OWN_PAGES[name]
  const description = 'This page is made in your browser.'
  const body = lines([
    html`<h1 class="page-heading">${title}</h1>`,
    html`<p>This page needs JavaScript: what it shows is made in your browser.</p>`,
  ])
  return pageHtml({ path: name, title, description, hidden: true, body }, setting)
}

/** What stands at an address where nothing does. */
export function missingPage(setting: PageSetting): string {
  const description = 'There is nothing at this address.'
  const body = lines([
    html`<h1 class="page-heading">Not found</h1>`,
    html`<p>${description} <a href="${setting.root}">See all ventures</a>.</p>`,
  ])
  return pageHtml({ path: '', title: 'Not found', description, hidden: true, body }, setting)
}
