import type { FollowedAddress, SharedVenture, Sharing } from '#contract/publication.ts'
import type { Format } from '#web/ui/format.ts'
import { numberWord, plural } from '#web/ui/number-words.ts'

type Site = Sharing['site']

/** Where the public half stands just now, as one sentence. */
export function listeningSentence({ listening, at, problem }: Pick<Site, 'listening' | 'at' | 'problem'>): string {
  if (listening === 'on') return `The public site is served at ${at ?? 'its port'}. Point your public address there.`
  if (listening === 'off') return 'Nothing is published, so nothing is served.'
  if (listening === 'in-page') return 'The public site is shown in this page only: nobody else can reach it.'
  return problem ?? 'The public site could not be served.'
}

/** What the site can do by itself, beyond showing pages: each only where the server was started with what it needs. */
export function serviceSentences({ listening, stripe, mail }: Pick<Site, 'listening' | 'stripe' | 'mail'>): string[] {
  if (listening === 'in-page') return []
  return [
    stripe ? 'Card payment goes to your own Stripe account.' : 'No card payment: the server has no Stripe key.',
    mail ? 'Patrons get their link by mail too.' : 'Patrons see their link once, and no mail is sent: the server has no SMTP.',
  ]
}

/** What the top of the page says: how many pages strangers can open. */
export function sharedSentence(ventures: readonly Pick<SharedVenture, 'visibility'>[]): string {
  const open = ventures.filter(({ visibility }) => visibility !== 'private').length
  const listed = ventures.filter(({ visibility }) => visibility === 'public').length
  if (open === 0) return 'Nothing is public.'
  const pages = `${numberWord(open)} ${open === 1 ? 'page is' : 'pages are'} shared`
  const told = `${pages.charAt(0).toUpperCase()}${pages.slice(1)}`
  if (listed === open) return `${told}.`
  return listed === 0 ? `${told}, none of them listed.` : `${told}, ${numberWord(listed)} of them listed.`
}

/** "65 % on 31 October 2026, smoothed", or why there is no percentage. */
export function carriedWords({ archived, visibility, money, percent, asOf, unconverted }: SharedVenture, format: Format): string {
  if (percent !== null && asOf !== null) return `${format.percent(percent / 100)} on ${format.day(asOf)}, smoothed`
  if (archived) return 'archived, so it has no public page'
  if (visibility === 'private') return ''
  if (unconverted.length > 0) return `no percentage: money in ${unconverted.join(' and ')} has no rate`
  return money === 'hidden' ? 'money hidden' : 'no percentage yet'
}

/** How a followed address stands: what it offers, when it last answered, and what is wrong with it. */
export function followedWords({ ventures, fetched, problem }: FollowedAddress, day: (instant: string) => string): string {
  const offers = plural(ventures, 'venture')
  if (fetched === null) return problem ?? 'Not fetched yet.'
  const last = `${offers}, fetched on ${day(fetched)}`
  return problem === null ? `${last}.` : `${last}. ${problem}`
}

/** An IBAN in groups of four, as people read it. */
export function groupedIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ')
}
