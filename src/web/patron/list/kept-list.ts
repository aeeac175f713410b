import type { Minor } from '#domain/money.ts'
import type { Approval } from './approval.ts'
import { parsedList } from './parse-list.ts'

/** One venture on the list, as it was when it was put there. */
export interface Listed {
  address: string
  /** Address of its page: below this site's root, or absolute. It names the venture on the list. */
  url: string
  title: string
  currency: string | null
  /** Host of the site that tells of it; null for this one. */
  origin: string | null
}

/** Where a recipient is paid, as somebody typed it. */
export interface TypedAccount {
  holder: string
  iban: string
  bic: string
}

export interface ListLine extends Listed {
  /** Per payment, minor units of the list's currency; null where the split decides. */
  set: Minor | null
  /** For a venture of another site, whose account this site does not vouch for. */
  typed: TypedAccount | null
}

/** By what a sum is split: alike, by what each venture still needs, or by what of it is in use. */
export type Split = 'equal' | 'need' | 'use'

/** What files said of the packages in use: only what each venture weighs is kept, not the packages. */
export interface KeptUse {
  /** Names of the files. */
  files: string[]
  /** Packages that they named. */
  packages: number
  /** By the address of a venture of this site. */
  weights: Record<string, number>
}

/** Who pays and what the approval says, as it stands in the form; each is what was typed. */
export interface Paper {
  organisation: string
  iban: string
  bic: string
  vatNumber: string
  purchaseOrder: string
  by: string
  purpose: string
  /** Number of developers, as text; empty for none told. */
  developers: string
  /** What the bank takes for one transfer, in minor units of the list's currency. */
  bankFee: Minor
}

/** An organisation's list: all of it is kept in the browser, and nowhere else. */
export interface KeptList {
  version: 1
  currency: string
  /** Per payment, minor units. */
  sum: Minor
  rhythm: 'monthly' | 'yearly'
  split: Split
  use: KeptUse | null
  lines: ListLine[]
  paper: Paper
  /** Newest first. */
  approvals: Approval[]
}

const NO_PAPER: Paper = {
  organisation: '',
  iban: '',
  bic: '',
  vatNumber: '',
  purchaseOrder: '',
  by: '',
  purpose: '',
  developers: '',
  bankFee: 0,
}

export const EMPTY_LIST: KeptList = {
  version: 1,
  currency: 'EUR',
  sum: 10_000,
  rhythm: 'monthly',
  split: 'equal',
  use: null,
  lines: [],
  paper: NO_PAPER,
  approvals: [],
}

/** What the browser kept, or a file brought, as a list; undefined for what is none. The first form was a bare array of ventures. */
export function keptList(value: unknown): KeptList | undefined {
  return parsedList(Array.isArray(value) ? { version: 1, lines: value } : value, EMPTY_LIST)
}

/** The list with one more venture, which is there once. */
export function withVenture(list: KeptList, { address, url, title, currency, origin }: Listed): KeptList {
  if (list.lines.some((line) => line.url === url)) return list
  return { ...list, lines: [...list.lines, { address, url, title, currency, origin, set: null, typed: null }] }
}

export function withoutVenture(list: KeptList, url: string): KeptList {
  return { ...list, lines: list.lines.filter((line) => line.url !== url) }
}

export function withLine(list: KeptList, url: string, change: Partial<Pick<ListLine, 'set' | 'typed'>>): KeptList {
  return { ...list, lines: list.lines.map((line) => (line.url === url ? { ...line, ...change } : line)) }
}

/** The list with one approval changed, or added where it was not there. */
export function withApproval(list: KeptList, approval: Approval): KeptList {
  const known = list.approvals.some(({ id }) => id === approval.id)
  const approvals = known ? list.approvals.map((one) => (one.id === approval.id ? approval : one)) : [approval, ...list.approvals]
  return { ...list, approvals }
}
