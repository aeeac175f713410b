import { allot } from './allotment.ts'
import { WHOLE, type BasisPoints } from './basis-points.ts'
import type { Minor } from './money.ts'

/** A part of every month's net, under the name that its owner gives it. */
export interface SplitPart {
  name: string
  share: BasisPoints
}

/** Fixed shares of what comes in, which make a whole together: an envelope for each purpose. */
export interface Splitter {
  parts: SplitPart[]
}

/** METRICS 12: an example for a solo service business, second hand; a beginning, not a truth. */
export const FIRST_SPLIT: Splitter = {
  parts: [
    { name: 'Profit', share: 1_000 },
    { name: 'Owner', share: 5_000 },
    { name: 'Tax', share: 1_500 },
    { name: 'Costs', share: 2_500 },
  ],
}

/** What the shares come to. */
export function sumOfShares(parts: readonly Pick<SplitPart, 'share'>[]): BasisPoints {
  return parts.reduce((sum, { share }) => sum + share, 0)
}

/** Whether the shares make a whole, so that what they split is split to the cent. */
export function isWholeSplit({ parts }: Splitter): boolean {
  return parts.length > 0 && sumOfShares(parts) === WHOLE
}

/** What each part gets of a net, in its order: to the cent, by largest remainder; nothing of a month that brought nothing. METRICS 12. */
export function splitNet(net: Minor, { parts }: Splitter): Minor[] {
  return allot(
    Math.max(0, net),
    parts.map(({ share }) => share),
  )
}
