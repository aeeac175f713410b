import { exponentOf } from '#domain/currency.ts'
import { decimalText, type Minor } from '#domain/money.ts'
import { slugOf } from '#domain/publication.ts'
import type { PublicVenture, PublicWay } from '#domain/public-venture.ts'
import { venturePath } from './venture-page.ts'

/** Lengths that the schema of funding.json v1.0.0 and its portal take. https://floss.fund/funding-manifest */
const MOST = { url: 250, guid: 32, tag: 32, tags: 10, channels: 10, plans: 10, address: 250, name: 250, text: 2_000 }
const LEAST = { guid: 3, name: 2, text: 5 }
const WELL_KNOWN = '/.well-known/funding-manifest-urls'

interface Page {
  url: string
  wellKnown?: string
}

interface Channel {
  guid: string
  type: 'bank' | 'payment-provider' | 'other'
  address: string
  description: string
}

interface Plan {
  guid: string
  status: 'active'
  name: string
  description: string
  amount: number
  currency: string
  frequency: 'one-time' | 'monthly'
  channels: string[]
}

/**
 * A venture as funding.json v1.0.0, for a site at an absolute address without a final slash; or undefined where its owner did not give what that asks for. It holds what is published and no
 * more: amounts only beside exact money, and no history, because what was spent is not known.
 */
export function fundingJson(venture: PublicVenture, site: string): string | undefined {
  const { funding, title, maker, summary, contact, currency, link } = venture
  if (funding === null || funding.repository.length > MOST.url) return undefined
  const page = `${site}/${venturePath(venture)}`
  const name = [contact?.legalName ?? '', maker, title].find((text) => text.length >= LEAST.name) ?? `Maker of ${title}`
  const description = [summary, `Back ${title}`].find((text) => text.length >= LEAST.text) ?? title
  const channels = channelsOf(venture.ways, page)
  const manifest = {
    $schema: 'https://floss.fund/schema/v1.0.0/funding.schema.json#',
    version: 'v1.0.0',
    entity: {
      type: funding.entity,
      role: funding.role,
      name: name.slice(0, MOST.name),
      email: funding.email,
      phone: '',
      description,
      webpageUrl: { url: page },
    },
    projects: [
      {
        guid: guidOf(venture.address),
        name: title.length < LEAST.name ? `${title} (venture)` : title,
        description,
        webpageUrl: link === '' || link.length > MOST.url ? { url: page } : vouched(link, page, new URL(link).origin),
        repositoryUrl: vouched(funding.repository, page, repositoryFiles(funding.repository)),
        licenses: funding.licences.map((licence) => `spdx:${licence}`),
        tags: tagsOf(venture),
      },
    ],
    funding: {
      channels,
      plans: plansOf(venture.suggested, { currency, channels: channels.map(({ guid }) => guid) }),
      history: [],
    },
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** An address elsewhere comes with the place of the list that vouches for this manifest there. */
function vouched(url: string, page: string, folder: string): Page {
  const wellKnown = folder + WELL_KNOWN
  return new URL(url).host === new URL(page).host || wellKnown.length > MOST.url ? { url } : { url, wellKnown }
}

/** Where a file of a repository's first branch is shown. */
function repositoryFiles(repository: string): string {
  const base = repository.replace(/(\.git)?\/*$/, '')
  const { hostname } = new URL(base)
  if (hostname === 'github.com') return `${base}/blob/HEAD`
  if (hostname.startsWith('gitlab.')) return `${base}/-/blob/HEAD`
  if (hostname === 'codeberg.org') return `${base}/src/branch/main`
  return base
}

/** Short, of lower-case letters, digits and hyphens, and of three letters at least. */
function guidOf(text: string): string {
  const slug = slugOf(text)
  return (slug.length < LEAST.guid ? `the-${slug}` : slug).slice(0, MOST.guid).replace(/-+$/, '')
}

function tagsOf({ tags, title }: PublicVenture): string[] {
  const plain = (tags.length > 0 ? tags : [title]).map((tag) => slugOf(tag).slice(0, MOST.tag).replace(/-+$/, ''))
  return [...new Set(plain)].slice(0, MOST.tags)
}

function channelsOf(ways: readonly PublicWay[], page: string): Channel[] {
  const found = ways.map((way): Channel => {
    switch (way.kind) {
      case 'stripe':
        return { guid: 'card', type: 'payment-provider', address: page, description: 'By card, on the page of the venture.' }
      case 'bank': {
        const bic = way.bic === undefined ? '' : `, BIC ${way.bic}`
        const address = `${way.holder}, IBAN ${way.iban}${bic}`
        return { guid: 'bank', type: 'bank', address, description: 'By bank transfer.' }
      }
      case 'page':
        return { guid: guidOf(way.platform), type: 'payment-provider', address: way.url, description: `On ${way.platform}.` }
    }
  })
  const short = found.filter(({ address }) => address.length <= MOST.address)
  if (short.length === 0) return [{ guid: 'page', type: 'other', address: page, description: 'On the page of the venture.' }]
  return short.slice(0, MOST.channels).map((channel, i) => {
    const taken = short.findIndex(({ guid }) => guid === channel.guid) < i
    return taken ? { ...channel, guid: `${channel.guid.slice(0, MOST.guid - 3)}-${i + 1}` } : channel
  })
}

function plansOf(suggested: readonly Minor[], { currency, channels }: Pick<Plan, 'currency' | 'channels'>): Plan[] {
  const plan = (part: Pick<Plan, 'guid' | 'name' | 'description' | 'amount' | 'frequency'>): Plan => {
    return { ...part, status: 'active', currency, channels }
  }
  const amounts = suggested.map((amount, i) => {
    const text = decimalText(amount, exponentOf(currency) ?? 2)
    const words = { name: `${text} ${currency} a month`, description: `${text} ${currency} each month.` }
    return plan({ guid: `monthly-${i + 1}`, ...words, amount: Number(text), frequency: 'monthly' })
  })
  return [
    ...amounts,
    // 0 stands for any amount.
    plan({ guid: 'monthly', name: 'Every month', description: 'Any amount, each month.', amount: 0, frequency: 'monthly' }),
    plan({ guid: 'once', name: 'Once', description: 'Any amount, once.', amount: 0, frequency: 'one-time' }),
  ].slice(0, MOST.plans)
}

/** The list at `/.well-known/funding-manifest-urls`: every manifest that this site vouches for, one a line. */
export function manifestUrls(listed: readonly PublicVenture[], site: string): string {
  const urls = listed.filter((venture) => fundingJson(venture, site) !== undefined)
  return urls.map((venture) => `${site}/${venturePath(venture)}/funding.json\n`).join('')
}
