import { ApiError } from '#web/api/client.ts'
import { amountsOf, asksContact, feeOf, partsOf, type PageForm, type Typing, type WayForm } from './form.ts'

/** What is wrong, by the place in the draft, as `ways.0.iban`; sentences that say what would be right. */
export type Trouble = Record<string, string>

const HTTPS = /^https:\/\/[^\s/]+\.[^\s]+$/i
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const PACKAGE = /^pkg:[a-z0-9.+-]+\/[^\s@?#]+$/i

/** What this page can see for itself, before the server is asked. */
export function troubleOf(form: PageForm, typing: Typing): Trouble {
  return {
    ...textTrouble(form, typing),
    ...Object.assign({}, ...form.ways.map((way, at) => wayTrouble(way, `ways.${at}`, typing))),
    ...(asksContact(form) ? contactTrouble(form) : {}),
    ...listTrouble(form),
    ...(form.funding.on ? fundingTrouble(form) : {}),
  }
}

function textTrouble(form: PageForm, typing: Typing): Trouble {
  const packages = partsOf(form.packages, /\s+/)
  const wrong = packages.find((one) => !PACKAGE.test(one))
  const amounts = amountsOf(form.suggested, typing)
  return {
    ...(!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(form.slug) && { slug: 'Use lower-case letters, digits and single hyphens, as in my-venture.' }),
    ...(form.title.trim() === '' && { title: 'A page needs a title.' }),
    ...(form.link.trim() !== '' &&
      !HTTPS.test(form.link.trim()) && { link: 'Write the whole address, from https:// on, or leave it empty.' }),
    ...(partsOf(form.tags, /[,\n]/).length > 10 && { tags: 'Ten tags at most. Take some away.' }),
    ...(wrong !== undefined && {
      packages: `${wrong} is no package address. Write it like pkg:npm/${wrong.replace(/^.*\//, '')}, without a version.`,
    }),
    ...(amounts.some((amount) => amount === undefined || amount <= 0) && { suggested: 'Write amounts with spaces between, as in 2 5 15.' }),
    ...(amounts.length > 4 && { suggested: 'Four amounts at most. Take some away.' }),
  }
}

function wayTrouble(way: WayForm, at: string, typing: Typing): Trouble {
  if (way.kind === 'bank') {
    return {
      ...(way.holder.trim() === '' && { [`${at}.holder`]: 'Name the account holder, as the bank knows them.' }),
      ...(way.iban.trim() === '' && { [`${at}.iban`]: 'Write the IBAN of the account.' }),
    }
  }
  const fee = feeOf(way.fee, typing)
  return {
    ...(fee === undefined && { [`${at}.fee`]: 'Write the fee as an amount and a percentage, or leave both empty for none.' }),
    ...(fee !== undefined && fee.basisPoints > 5000 && { [`${at}.fee`]: 'A fee of more than half is not taken. Lower it.' }),
    ...(way.kind === 'page' && way.platform.trim() === '' && { [`${at}.platform`]: 'Name the platform.' }),
    ...(way.kind === 'page' &&
      !HTTPS.test(way.url.trim()) && { [`${at}.url`]: 'Write the whole address of your page there, from https:// on.' }),
  }
}

function contactTrouble({ contact }: PageForm): Trouble {
  return {
    ...(contact.legalName.trim() === '' && { 'contact.legalName': 'Say who receives the money, by the legal name.' }),
    ...(!EMAIL.test(contact.email.trim()) && { 'contact.email': 'Write an e-mail address at which patrons reach you.' }),
    ...(!/^[A-Z]{2}$/.test(contact.country) && { 'contact.country': 'Write the country as two letters, as in DE.' }),
    ...(contact.privacy.trim() === '' && { 'contact.privacy': 'Say what happens to a patron’s data.' }),
    ...(contact.refunds.trim() === '' && { 'contact.refunds': 'Say when money is given back.' }),
  }
}

function listTrouble({ updates, overflow }: PageForm): Trouble {
  const trouble: Trouble = {}
  for (const [at, { title, day }] of updates.entries()) {
    if (title.trim() === '') trouble[`updates.${at}.title`] = 'An update needs a title.'
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) trouble[`updates.${at}.day`] = 'Choose the day of the update.'
  }
  for (const [at, { title, address }] of overflow.peers.entries()) {
    if (title.trim() === '') trouble[`overflow.peers.${at}.title`] = 'Name the venture.'
    if (address.trim() === '') trouble[`overflow.peers.${at}.address`] = 'Write its address on this site, or its whole address elsewhere.'
  }
  return trouble
}

function fundingTrouble({ funding }: PageForm): Trouble {
  const licences = partsOf(funding.licences, /,/)
  return {
    ...(!EMAIL.test(funding.email.trim()) && { 'funding.email': 'funding.json asks for an e-mail address.' }),
    ...(!HTTPS.test(funding.repository.trim()) && {
      'funding.repository': 'funding.json asks for the address of the repository, from https:// on.',
    }),
    ...(licences.length === 0 && { 'funding.licences': 'funding.json asks for one licence at least, by its SPDX name, as in MIT.' }),
    ...(licences.length > 5 && { 'funding.licences': 'Five licences at most. Take some away.' }),
  }
}

/** What the server found wrong, by the same places; empty where it says none. */
export function refusedFields(error: unknown): Trouble {
  if (!(error instanceof ApiError)) return {}
  const told = error.problem.fields ?? []
  return Object.fromEntries(told.map(({ field, reason }) => [field.replace(/^(draft|body)\./, ''), sentence(reason)]))
}

/** What the server says against a draft: of its fields the first one's reason, else the whole. */
export function wordsOf(error: unknown): string {
  return Object.values(refusedFields(error))[0] ?? (error instanceof Error ? error.message : String(error))
}

/** The first trouble at a place or within it. */
export function troubleAt(trouble: Trouble, place: string): string | undefined {
  if (trouble[place] !== undefined) return trouble[place]
  return Object.entries(trouble).find(([at]) => at.startsWith(`${place}.`))?.[1]
}

function sentence(reason: string): string {
  const text = reason.charAt(0).toUpperCase() + reason.slice(1)
  return /[.!?]$/.test(text) ? text : `${text}.`
}
