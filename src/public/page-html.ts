import type { Day } from '#domain/month.ts'
import { html, lines, type Markup } from './html.ts'
import type { PageAssets } from './parts.ts'
import { PAGE_POLICY } from './reply.ts'
import type { SiteFacts } from './shelf.ts'

/** Where a page stands. */
export interface PageSetting {
  site: SiteFacts
  today: Day
  /** What it loads; undefined where the app is not built, and the page is what is read without JavaScript. */
  assets: Pick<PageAssets, 'script' | 'styles'> | undefined
  /** Way to the root of the site, with a final slash: `/` where a server answers, as `../../` in plain files. */
  root: string
  /** Whether the site is plain files: then its pages ask for files and not for the API, and each is a folder. */
  files: boolean
}

/** What a page is about. */
export interface PageShape {
  /** Its address below the root, without slashes around it. */
  path: string
  title: string
  description: string
  /** Whether search engines are asked to leave it out. */
  hidden: boolean
  /** Other forms of it, with their addresses below the root. */
  alternates?: readonly { type: string; title: string; path: string }[]
  picture?: { path: string; alt: string }
  /** What is read without JavaScript. */
  body: Markup
}

export const PICTURE = { width: 1200, height: 630 }

/** A whole page: its head is complete for those who read no further, its body for those without JavaScript; the app takes over. */
export function pageHtml(page: PageShape, setting: PageSetting): string {
  const { root, assets } = setting
  const head = lines([
    html`<meta charset="utf-8" />`,
    html`<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />`,
    html`<meta name="color-scheme" content="light dark" />`,
    html`<meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)" />`,
    html`<meta name="theme-color" content="#16181a" media="(prefers-color-scheme: dark)" />`,
    setting.files && plainHead(root),
    told(page, setting),
    html`<link rel="icon" href="${root}icon.svg" type="image/svg+xml" />`,
    assets?.styles.map((style) => html`<link rel="stylesheet" href="${root}${style}" />`),
    assets && html`<script type="module" src="${root}${assets.script}"></script>`,
  ])
  const top = html`<header class="top">
    <a class="logo" href="${root}"><b aria-hidden="true">≥</b> enough</a>
  </header>`
  const body = html`<div id="root">
    <div class="frame">
      ${top}
      <main>${page.body}</main>
    </div>
  </div>`
  return `<!doctype html>\n<html lang="en">\n<head>\n${head.html}\n</head>\n<body>\n${body.html}\n</body>\n</html>\n`
}

/** What a page in plain files has to say itself. */
function plainHead(root: string): Markup[] {
  return [
    html`<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}" />`,
    html`<meta name="enough-files" content="1" />`,
    html`<meta name="enough-root" content="${root}" />`,
  ]
}

/** Who reads only the head: search engines, and whatever shows a link to the page. */
function told(page: PageShape, { site, root, files }: PageSetting): Markup {
  const { path, title, description, hidden, alternates = [], picture } = page
  const name = siteName(site)
  const address = site.url === '' ? undefined : `${site.url}/${path}${files && path !== '' ? '/' : ''}`
  return lines([
    html`<title>${title === name ? name : `${title} · ${name}`}</title>`,
    html`<meta name="description" content="${description}" />`,
    hidden && html`<meta name="robots" content="noindex" />`,
    address !== undefined && [html`<link rel="canonical" href="${address}" />`, html`<meta property="og:url" content="${address}" />`],
    html`<meta property="og:type" content="website" />`,
    html`<meta property="og:site_name" content="${name}" />`,
    html`<meta property="og:title" content="${title}" />`,
    html`<meta property="og:description" content="${description}" />`,
    picture && site.url !== ''
      ? pictureTags(`${site.url}/${picture.path}`, picture.alt)
      : html`<meta name="twitter:card" content="summary" />`,
    alternates.map((other) => html`<link rel="alternate" type="${other.type}" title="${other.title}" href="${root}${other.path}" />`),
  ])
}

function pictureTags(url: string, alt: string): Markup[] {
  return [
    html`<meta property="og:image" content="${url}" />`,
    html`<meta property="og:image:type" content="image/png" />`,
    html`<meta property="og:image:width" content="${PICTURE.width}" />`,
    html`<meta property="og:image:height" content="${PICTURE.height}" />`,
    html`<meta property="og:image:alt" content="${alt}" />`,
    html`<meta name="twitter:card" content="summary_large_image" />`,
  ]
}

/** What the site is called. */
export function siteName({ name }: Pick<SiteFacts, 'name'>): string {
  return name === '' ? 'Enough' : name
}
