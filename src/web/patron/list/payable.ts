import { gapOf, type Standing } from '#domain/change.ts'
import { electronic } from '#bank/iban.ts'
import { allotAround } from '#domain/allotment.ts'
import type { Minor } from '#domain/money.ts'
import { isCurrent } from '#domain/public-venture.ts'
import type { Day } from '#domain/month.ts'
import type { Fee } from '#domain/publication.ts'
import type { KeptList, ListLine } from './kept-list.ts'

/** What a card payment usually costs, where a venture names no price of its own: 0.30 and 2.9 %. */
const USUAL_CARD: Fee = { fixed: 30, basisPoints: 290 }

/** A line of the list with all that a payment needs. */
export interface PayableLine {
  url: string
  address: string
  title: string
  origin: string | null
  what: string
  amount: Minor
  holder: string
  iban: string
  bic: string
  elsewhere: { name: string; url: string } | null
  fee: Fee
}

/** What the list needs to know of a venture, of this site or of another one that it follows. */
export interface KnownVenture {
  title: string
  summary: string
  currency: string | null
  carried: { percent: number; asOf: Day; net?: Minor | undefined; enough?: Minor | undefined } | null
  ways: readonly (
    | { kind: 'bank'; holder?: string | undefined; iban?: string | undefined; bic?: string | undefined; since?: Day | undefined }
    | { kind: 'stripe'; fee: Fee }
    | { kind: 'page'; fee: Fee; platform?: string; url?: string }
  )[]
}

/** A venture of the list as it is published now; undefined where that is not known: it is gone, or was never told here. */
export type Published = (line: Pick<ListLine, 'url' | 'origin' | 'address'>) => KnownVenture | undefined

/** The list's lines with their amounts; null where the amounts that were set do not leave a split. */
export function payableLines(list: KeptList, weights: readonly number[], published: Published): PayableLine[] | null {
  const amounts = allotAround(
    list.sum,
    list.lines.map(({ set }, i) => ({ set, weight: weights[i] ?? 0 })),
  )
  return amounts && list.lines.map((line, i) => ({ ...payeeOf(line, published(line), list.currency), amount: amounts[i] ?? 0 }))
}

/** The bank account that a venture's page names; undefined for none. */
export function accountOf(venture: KnownVenture | undefined): { holder: string; iban: string; bic: string; since: Day | null } | undefined {
  const bank = venture?.ways.find((way) => way.kind === 'bank')
  if (!bank?.holder || !bank.iban) return undefined
  return { holder: bank.holder, iban: electronic(bank.iban), bic: bank.bic ?? '', since: bank.since ?? null }
}

/** Who is paid and where: the account that the page names; for a venture of another site that names none, the one that was typed. */
export function payeeOf(line: ListLine, venture: KnownVenture | undefined, currency: string): Omit<PayableLine, 'amount'> {
  const { url, address, title, origin, typed } = line
  const account = accountOf(venture) ?? (origin === null ? null : typed)
  return {
    url,
    address,
    title: venture?.title ?? title,
    origin,
    what: venture?.summary ?? '',
    holder: account?.holder ?? '',
    iban: electronic(account?.iban ?? ''),
    bic: electronic(account?.bic ?? ''),
    elsewhere: account && account.iban !== '' ? null : elsewhereOf(line, venture),
    fee: cardFee(venture, currency),
  }
}

function elsewhereOf({ url, origin }: ListLine, venture: KnownVenture | undefined): PayableLine['elsewhere'] {
  if (origin !== null) return { name: `its page at ${origin}`, url }
  const page = venture?.ways.find((way) => way.kind === 'page')
  if (page?.platform && page.url) return { name: page.platform, url: page.url }
  return venture?.ways.some(({ kind }) => kind === 'stripe') ? { name: 'card, on its page', url } : null
}

/** By the card that the venture takes, else by the page it names, else what such a payment usually costs. */
function cardFee(venture: KnownVenture | undefined, currency: string): Fee {
  if (!venture || venture.currency !== currency) return USUAL_CARD
  const ways = venture.ways.flatMap((way) => (way.kind === 'bank' ? [] : [way]))
  return (ways.find(({ kind }) => kind === 'stripe') ?? ways[0])?.fee ?? USUAL_CARD
}

/**
 * What a venture says that it still needs in a month: `amount` in its own currency where it publishes amounts, `none` where it has enough,
 * `untold` where it publishes none or what it says is too old.
 */
export type Need = { kind: 'amount'; amount: Minor; currency: string; standing: Standing } | { kind: 'none' } | { kind: 'untold' }

export function publishedNeed(venture: KnownVenture | undefined, today: Day): Need {
  const carried = venture?.carried
  if (!venture || !carried || !isCurrent(carried, today)) return { kind: 'untold' }
  if (carried.percent >= 100) return { kind: 'none' }
  if (carried.net === undefined || carried.enough === undefined) return { kind: 'untold' }
  if (venture.currency === null) return { kind: 'untold' }
  const standing = { net: carried.net, enough: carried.enough }
  return { kind: 'amount', amount: gapOf(standing), currency: venture.currency, standing }
}

/**
 * Weights by published need. Who publishes no amounts weighs as much as the mean of those who do, so that saying nothing neither pays nor
 * costs; where nobody does, all weigh the same. `convert` answers an amount in the list's currency, or null where there is no rate for it.
 */
export function needWeightsOf(needs: readonly Need[], convert: (amount: Minor, currency: string) => Minor | null): number[] {
  const told = needs.map((need) => (need.kind === 'amount' ? convert(need.amount, need.currency) : need.kind === 'none' ? 0 : null))
  const amounts = told.filter((amount, i) => amount !== null && needs[i]?.kind === 'amount') as Minor[]
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  const mean = amounts.length === 0 ? 1 : Math.floor(sum / amounts.length)
  return told.map((amount) => amount ?? mean)
}

/** Weights by the list's split, in the order of its lines. */
export function weightsOf(list: KeptList, needWeights: readonly number[]): number[] {
  if (list.split === 'need') return [...needWeights]
  if (list.split === 'use') return list.lines.map(({ origin, address }) => (origin === null ? (list.use?.weights[address] ?? 0) : 0))
  return list.lines.map(() => 1)
}
