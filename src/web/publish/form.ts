import type { PublicationDraft, Way } from '#contract/publication.ts'
import type { Contact, Fee, FundingDetails } from '#domain/publication.ts'
import { readMoney, typedMoney } from '#web/ui/read-money.ts'
import { readBasisPoints, typedPercent } from './percent.ts'

/** What a payment costs, as it is typed. */
export interface FeeForm {
  fixed: string
  percent: string
}

/** A way to pay, as it is typed; `key` tells it apart while others come and go. */
export type WayForm = { key: number } & (
  | { kind: 'stripe'; fee: FeeForm }
  | { kind: 'bank'; holder: string; iban: string; bic: string; consent: boolean; since: string }
  | { kind: 'page'; platform: string; url: string; fee: FeeForm }
)

export type FundingForm = Omit<FundingDetails, 'licences'> & { on: boolean; licences: string }

type Typed = 'tags' | 'packages' | 'suggested' | 'ways' | 'contact' | 'funding'

/** A page as it stands in the editor: what is a list there is the text that it is typed as. */
export interface PageForm extends Omit<PublicationDraft, Typed> {
  /** With commas between. */
  tags: string
  /** One a line. */
  packages: string
  /** Amounts with spaces between. */
  suggested: string
  ways: WayForm[]
  contact: Contact
  funding: FundingForm
}

/** The locale and the currency that amounts are typed in. */
export interface Typing {
  locale: string
  currency: string
}

const NO_CONTACT: Contact = { legalName: '', email: '', country: '', privacy: '', refunds: '' }
const NO_FUNDING: FundingForm = { on: false, entity: 'individual', role: 'owner', email: '', repository: '', licences: '' }

/** A page as the editor shows it. */
export function formOf(draft: PublicationDraft, typing: Typing): PageForm {
  const { tags, packages, suggested, ways, contact, funding, ...plain } = draft
  return {
    ...plain,
    tags: tags.join(', '),
    packages: packages.join('\n'),
    suggested: suggested.map((amount) => typedMoney(amount, typing.locale, typing.currency)).join('  '),
    ways: ways.map((way, key) => wayFormOf(way, { ...typing, key })),
    contact: contact ?? NO_CONTACT,
    funding: funding ? { ...funding, on: true, licences: funding.licences.join(', ') } : NO_FUNDING,
  }
}

function wayFormOf(way: Way, { key, ...typing }: Typing & { key: number }): WayForm {
  if (way.kind === 'bank') return { key, ...way, bic: way.bic ?? '' }
  return { key, ...way, fee: feeFormOf(way.fee, typing) }
}

export function feeFormOf({ fixed, basisPoints }: Fee, { locale, currency }: Typing): FeeForm {
  return { fixed: typedMoney(fixed, locale, currency), percent: typedPercent(basisPoints, locale) }
}

/** The fee that was typed; undefined where a part of it cannot be read. What is left empty is 0. */
export function feeOf({ fixed, percent }: FeeForm, { locale, currency }: Typing): Fee | undefined {
  const amount = fixed.trim() === '' ? 0 : readMoney(fixed, locale, currency)
  const basisPoints = percent.trim() === '' ? 0 : readBasisPoints(percent, locale)
  return amount === undefined || amount < 0 || basisPoints === undefined ? undefined : { fixed: amount, basisPoints }
}

/** The parts of a list that is typed in one field. */
export function partsOf(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Amounts typed with spaces between; undefined for each that cannot be read. */
export function amountsOf(text: string, { locale, currency }: Typing): (number | undefined)[] {
  return partsOf(text, /\s+/).map((part) => readMoney(part, locale, currency))
}

/** Whether anything was said of who stands behind the page, apart from texts that only a way to pay needs. */
export function saysWho({ legalName, email, country }: Contact): boolean {
  return [legalName, email, country].some((part) => part.trim() !== '')
}

/** Whether the page asks for a contact: as soon as it offers a way to pay, or once some of it is said. */
export function asksContact({ ways, contact }: Pick<PageForm, 'ways' | 'contact'>): boolean {
  return ways.length > 0 || saysWho(contact)
}

/** What the server is sent. What cannot be read is left out here; `troubleOf` has named it before. */
export function draftOf(form: PageForm, typing: Typing): PublicationDraft {
  const { visibility, slug, money, shows, updates, overflow, contact, funding } = form
  const { on, licences, ...details } = funding
  return {
    visibility,
    slug,
    money,
    shows,
    title: form.title.trim(),
    maker: form.maker.trim(),
    summary: form.summary.trim(),
    text: form.text.trim(),
    link: form.link.trim(),
    tags: [...new Set(partsOf(form.tags, /[,\n]/))],
    packages: [...new Set(partsOf(form.packages, /\s+/))],
    suggested: amountsOf(form.suggested, typing).filter((amount) => amount !== undefined),
    ways: form.ways.map((way) => wayOf(way, typing)),
    contact: asksContact(form) ? trimmed(contact) : null,
    updates: updates.map((update) => ({ ...update, title: update.title.trim(), text: update.text.trim() })),
    overflow: { on: overflow.on, peers: overflow.peers.map(trimmed) },
    funding: on
      ? { ...details, email: details.email.trim(), repository: details.repository.trim(), licences: partsOf(licences, /,/) }
      : null,
  }
}

function wayOf({ key: _key, ...way }: WayForm, typing: Typing): Way {
  if (way.kind !== 'bank') {
    const fee = feeOf(way.fee, typing) ?? { fixed: 0, basisPoints: 0 }
    return way.kind === 'stripe' ? { kind: 'stripe', fee } : { kind: 'page', platform: way.platform.trim(), url: way.url.trim(), fee }
  }
  const { bic, ...account } = way
  const compact = bic.replace(/\s+/g, '')
  return {
    ...account,
    holder: way.holder.trim(),
    iban: way.iban.replace(/\s+/g, '').toUpperCase(),
    ...(compact !== '' && { bic: compact }),
  }
}

function trimmed<T extends object>(of: T): T {
  // Every value is a text, so the shape stays what it was.
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, String(value).trim()])) as T
}
