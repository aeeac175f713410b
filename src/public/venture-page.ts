import type { PublicVenture, PublicWay } from '#domain/public-venture.ts'
import { html, lines, trusted, webAddress, type Markup } from './html.ts'
import { markdownHtml } from './markdown.ts'
import { pageHtml, type PageSetting } from './page-html.ts'
import { ventureCodes } from './site-codes.ts'
import { carriedText, dayText, needText } from './words.ts'

/** The address of a venture's page below the root of the site. */
export function venturePath({ address }: Pick<PublicVenture, 'address'>): string {
  return `v/${encodeURIComponent(address.toWellFormed())}`
}

/** A venture's page. */
export function venturePage(venture: PublicVenture, setting: PageSetting): string {
  const path = venturePath(venture)
  const { title, summary } = venture
  const carried = carriedText(venture, setting.today)
  return pageHtml(
    {
      path,
      title,
      description: summary === '' ? carried : summary,
      hidden: venture.visibility !== 'public',
      picture: { path: `${path}/picture.png`, alt: `${title}. ${carried}` },
      alternates: [
        { type: 'application/atom+xml', title: `${title}: updates`, path: `${path}/feed.atom` },
        { type: 'application/feed+json', title: `${title}: updates`, path: `${path}/feed.json` },
        { type: 'application/json', title: 'enough.json', path: `${path}/enough.json` },
        ...(venture.funding ? [{ type: 'application/json', title: 'funding.json', path: `${path}/funding.json` }] : []),
      ],
      body: bodyOf(venture, carried, setting),
    },
    setting,
  )
}

type Part = Markup | false

function bodyOf(venture: PublicVenture, carried: string, setting: PageSetting): Markup {
  const { title, maker, summary, text, tags, link } = venture
  const words = [...tags, maker].filter((word) => word !== '')
  const home = webAddress(link)
  return lines([
    words.length > 0 && html`<p>${parted(words, ' · ')}</p>`,
    html`<h1 class="page-heading">${title}</h1>`,
    summary !== '' && html`<p class="lead">${summary}</p>`,
    html`<p>${carried}</p>`,
    text !== '' && trusted(markdownHtml(text, 2)),
    home !== undefined && html`<p><a rel="noopener noreferrer" href="${home}">${home}</a></p>`,
    needsOf(venture),
    patronsOf(venture),
    waysOf(venture, setting),
    overflowOf(venture, setting),
    updatesOf(venture),
    contactOf(venture),
  ])
}

/** Words of several people side by side: the direction of one turns no other round. */
function parted(words: readonly string[], between: string): Markup[] {
  return words.map((word, i) => html`${i === 0 ? '' : between}<bdi>${word}</bdi>`)
}

function needsOf({ needs, currency }: PublicVenture): Part {
  const rows = needs.map(
    (need) =>
      html`<tr>
        <td>${need.text}</td>
        <td>${needText(need, currency)}</td>
      </tr>`,
  )
  return (
    needs.length > 0 &&
    lines([
      html`<h2>What enough pays for</h2>`,
      html`<table>
        <tbody>
          ${rows}
        </tbody>
      </table>`,
    ])
  )
}

function patronsOf({ patrons: { count, names } }: PublicVenture): Part {
  if (count === undefined && names.length === 0) return false
  return lines([
    html`<h2>Who carries it</h2>`,
    count !== undefined && html`<p>${count} patrons in the last twelve months.</p>`,
    names.length > 0 && html`<p>Named by their own consent: ${parted(names, ', ')}.</p>`,
  ])
}

function waysOf(venture: PublicVenture, { site, root, files }: PageSetting): Part {
  // In plain files nothing takes a card.
  const ways = venture.ways.filter(({ kind }) => !files || kind !== 'stripe')
  const path = venturePath(venture)
  const codes = files ? ventureCodes(venture, `${site.url}/${path}/`) : []
  return (
    (ways.length > 0 || codes.length > 0) &&
    lines([
      html`<h2>Back ${venture.title}</h2>`,
      html`<ul>
        ${ways.map((way) => html`<li>${wayOf(way)}</li>`)}
      </ul>`,
      codes.map(({ name, label }) => html`<p><img src="${root}${path}/${name}" width="160" height="160" alt="Code: ${label}" /></p>`),
    ])
  )
}

function wayOf(way: PublicWay): Markup {
  if (way.kind === 'stripe') return html`By card, on this page; it needs JavaScript.`
  if (way.kind === 'bank') {
    const bic = way.bic ? `, BIC ${way.bic}` : ''
    return html`By bank transfer to ${way.holder}: IBAN ${way.iban}${bic}, here since ${dayText(way.since)}.`
  }
  const url = webAddress(way.url)
  return url ? html`<a rel="noopener noreferrer" href="${url}">${way.platform}</a>` : html`${way.platform}`
}

function overflowOf({ overflow }: PublicVenture, { root, files }: PageSetting): Part {
  const items = overflow.map(({ title, address }) => {
    const url = webAddress(address) ?? `${root}${venturePath({ address })}${files ? '/' : ''}`
    return html`<li><a rel="noopener noreferrer" href="${url}">${title}</a></li>`
  })
  return (
    items.length > 0 &&
    lines([
      html`<h2>It has enough. Back one of these first</h2>`,
      html`<ul>
        ${items}
      </ul>`,
    ])
  )
}

function updatesOf({ updates }: PublicVenture): Part {
  const items = updates.flatMap(({ id, day, title, text }) => [
    html`<h3 id="update-${id}">${title}</h3>`,
    html`<p><time datetime="${day}">${dayText(day)}</time></p>`,
    trusted(markdownHtml(text, 4)),
  ])
  return items.length > 0 && lines([html`<h2>Updates</h2>`, items])
}

function contactOf({ contact }: PublicVenture): Part {
  if (!contact) return false
  const { legalName, country, email, privacy, refunds } = contact
  return lines([
    html`<h2>Who stands behind it</h2>`,
    html`<p>${legalName}, ${country}, <a href="mailto:${email}">${email}</a></p>`,
    privacy !== '' && [html`<h3>Privacy</h3>`, html`<p>${privacy}</p>`],
    refunds !== '' && [html`<h3>Refunds</h3>`, html`<p>${refunds}</p>`],
  ])
}
