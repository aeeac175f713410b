import type { Day } from './month.ts'

export const STREAM_KINDS = ['patronage', 'sales', 'service', 'royalty', 'grant', 'wage', 'other'] as const
/** What a stream's money is paid for. */
export type StreamKind = (typeof STREAM_KINDS)[number]
/** Basic work is what the money is for; income work is what crowds it out. */
export type Work = 'basic' | 'income'

/** What a book is set to; changing currency or zone places and converts every line anew. */
export interface BookSettings {
  name: string
  homeCurrency: string
  /** An IANA name. */
  zone: string
  /** A BCP 47 tag. */
  locale: string
}

export interface Venture {
  id: number
  name: string
  work: Work
  archived: boolean
  /** Made by an import and never touched by the user: it goes when its last stream goes, unless needs, a page or pledges hang on it. */
  automatic: boolean
  /** How much the user likes it, 1 to 5, where they said so. */
  joy?: number
}

export interface Stream {
  id: number
  venture: number
  name: string
  /** Platform id of its exports; empty for money typed in. */
  platform: string
  kind: StreamKind
  archived: boolean
  /** Made by an import and never touched by the user: it goes when its last line goes. */
  automatic: boolean
  /** How many months its payments cover, where the user said so of all of them at once. */
  months?: number
  /** How much of its money takes hours of the user's, in percent, where they said so; else its kind tells (`hours-bound.ts`). */
  bound?: number
}

/** A rate of one stream's own, such as a platform's that converts by itself. */
export interface StreamRate extends OwnRate {
  stream: number
}

/** 1 unit of `currency` is `rate` (a decimal text) units of `against`, from a day on. */
export interface OwnRate {
  currency: string
  against: string
  from: Day
  rate: string
}
