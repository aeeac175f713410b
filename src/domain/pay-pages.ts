import type { Fee, PageWay } from './publication.ts'

/** A platform on which people already have a page where they are paid. */
export interface PayPage {
  /** Its key in a FUNDING.yml. */
  key: string
  name: string
  /** Address of a page, `{}` standing for its handle. */
  at: string
  /** What leads there too: hosts and the beginning of the path, before the handle. */
  also: string[]
  /** Number of parts that a handle has between slashes, at most. */
  parts: number
  /** What a monthly payment by card costs there as a rule: a first guess, which the owner corrects. */
  fee: Fee
  /** Where the fee is told, and as of when. */
  source: string
}

const CARD: Fee = { fixed: 30, basisPoints: 290 }
const plusCard = (basisPoints: number): Fee => ({ fixed: CARD.fixed, basisPoints: basisPoints + CARD.basisPoints })
const CARD_SOURCE = 'card fee of 2.9 % and 0.30 (stripe.com/pricing, 2026)'

/**
 * The platforms of a FUNDING.yml in the order of GitHub's template. Where a platform leaves the card's fee to its processor, 2.9 % and
 * 0.30 are taken for it. https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/displaying-a-sponsor-button-in-your-repository
 */
export const payPages: readonly PayPage[] = [
  {
    key: 'github',
    name: 'GitHub Sponsors',
    at: 'https://github.com/sponsors/{}',
    also: [],
    parts: 1,
    fee: { fixed: 0, basisPoints: 0 },
    source: 'no fee from personal accounts (docs.github.com/sponsors, 2026)',
  },
  {
    key: 'patreon',
    name: 'Patreon',
    at: 'https://www.patreon.com/{}',
    also: ['patreon.com/c/'],
    parts: 1,
    fee: plusCard(1_000),
    source: `10 % for pages published after 4 August 2025 (support.patreon.com, Creator fees overview), and a ${CARD_SOURCE}`,
  },
  {
    key: 'open_collective',
    name: 'Open Collective',
    at: 'https://opencollective.com/{}',
    also: [],
    parts: 1,
    fee: plusCard(1_000),
    source: `10 % of its largest host, Open Source Collective (oscollective.org, 2026), and a ${CARD_SOURCE}`,
  },
  {
    key: 'ko_fi',
    name: 'Ko-fi',
    at: 'https://ko-fi.com/{}',
    also: [],
    parts: 1,
    fee: plusCard(500),
    source: `5 % of memberships without Gold (ko-fi.com/pricing, 2026), and a ${CARD_SOURCE}`,
  },
  {
    key: 'tidelift',
    name: 'Tidelift',
    at: 'https://tidelift.com/funding/github/{}',
    also: [],
    parts: 2,
    fee: { fixed: 0, basisPoints: 0 },
    source: 'subscribers pay it, maintainers get a fixed sum (tidelift.com, 2026)',
  },
  {
    key: 'community_bridge',
    name: 'CommunityBridge',
    at: 'https://funding.communitybridge.org/projects/{}',
    also: [],
    parts: 1,
    fee: CARD,
    source: `has become LFX Crowdfunding; ${CARD_SOURCE}`,
  },
  {
    key: 'liberapay',
    name: 'Liberapay',
    at: 'https://liberapay.com/{}',
    also: [],
    parts: 1,
    fee: CARD,
    source: `no fee of its own (liberapay.com/about/payment-processors, 2026); ${CARD_SOURCE}`,
  },
  {
    key: 'issuehunt',
    name: 'IssueHunt',
    at: 'https://issuehunt.io/r/{}',
    also: ['oss.issuehunt.io/r/'],
    parts: 2,
    fee: { fixed: 0, basisPoints: 1_000 },
    source: '10 % service fee (issuehunt.io, 2018)',
  },
  {
    key: 'lfx_crowdfunding',
    name: 'LFX Crowdfunding',
    at: 'https://crowdfunding.lfx.linuxfoundation.org/projects/{}',
    also: ['crowdfunding.lfx.linuxfoundation.org/initiatives/'],
    parts: 1,
    fee: CARD,
    source: CARD_SOURCE,
  },
  {
    key: 'polar',
    name: 'Polar',
    at: 'https://polar.sh/{}',
    also: ['buy.polar.sh/'],
    parts: 1,
    fee: { fixed: 50, basisPoints: 500 },
    source: '5 % and 0.50 on its plan without a monthly price (polar.sh/resources/pricing, 2026-06)',
  },
  {
    key: 'buy_me_a_coffee',
    name: 'Buy Me a Coffee',
    at: 'https://buymeacoffee.com/{}',
    also: [],
    parts: 1,
    fee: plusCard(500),
    source: `5 % (buymeacoffee.com, 2026), and a ${CARD_SOURCE}`,
  },
  {
    key: 'thanks_dev',
    name: 'thanks.dev',
    at: 'https://thanks.dev/{}',
    also: [],
    parts: 3,
    fee: CARD,
    source: `givers add a tip of their own choice (theregister.com, 2023-04); ${CARD_SOURCE}`,
  },
]

const HANDLE = /^[\w@~][\w.@~-]*$/

/** The address of a page on a platform; undefined for what is no handle there. */
export function payPageUrl({ at, parts }: PayPage, handle: string): string | undefined {
  const pieces = handle.replace(/^@/, '').split('/')
  if (pieces.length > parts || !pieces.every((piece) => HANDLE.test(piece))) return undefined
  return at.replace('{}', pieces.join('/'))
}

/** The platform that an address belongs to, and the handle there; undefined for a page of another kind. */
export function payPageAt(url: string): { page: PayPage; handle: string } | undefined {
  const place = placeOf(url)
  for (const page of payPages) {
    // The longest first: one beginning may hold another.
    const begin = [...page.also, placeOf(page.at.replace('{}', ''))].find((start) => place.toLowerCase().startsWith(start))
    const handle = begin === undefined ? '' : place.slice(begin.length).replace(/\/$/, '')
    if (handle !== '' && payPageUrl(page, handle) !== undefined) return { page, handle }
  }
  return undefined
}

/** Host and path of an address, without `www.`, question and fragment. */
function placeOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^?#]*)/i.exec(url)?.[1] ?? ''
}

/** A page elsewhere as a way to pay: its platform's name and fee where it is known, else its host and no fee. */
export function pageWay(url: string): PageWay {
  const known = payPageAt(url)
  if (known) return { kind: 'page', platform: known.page.name, url, fee: { ...known.page.fee } }
  const [host = ''] = placeOf(url).split('/')
  return { kind: 'page', platform: host.slice(0, 40), url, fee: { fixed: 0, basisPoints: 0 } }
}
