import type { Carriers } from '#contract/crowd.ts'
import type { Minor } from '#domain/money.ts'
import { carrierSentence, CROWD, smallestSentence } from '#web/patrons/words.ts'
import type { Format } from '#web/ui/format.ts'

/** So many patrons, with their share of what all named patrons bring, 0 to 1. */
export interface CarrierRow {
  key: string
  name: string
  patrons: number
  share: number
}

export const KINDS = { person: 'People', organisation: 'Organisations', unknown: 'Not said' } as const

/** Whether of anybody it is said what they are. */
function isSaid({ gifts }: Pick<Carriers, 'gifts'>): boolean {
  return gifts.kinds.some(({ kind, patrons }) => kind !== 'unknown' && patrons > 0)
}

/** The small gifts beside the large ones, and where it is said of anybody, people beside organisations. */
export function carrierRows({ gifts }: Pick<Carriers, 'gifts'>): CarrierRow[] {
  const total: Minor = gifts.kinds.reduce((sum, { net }) => sum + net, 0)
  if (gifts.patrons === 0 || total <= 0) return []
  const { smallest } = gifts
  const sizes = [
    { key: 'smaller', name: 'Smaller 4 in 5 gifts', patrons: smallest.patrons, share: smallest.share },
    { key: 'larger', name: 'Larger 1 in 5', patrons: gifts.patrons - smallest.patrons, share: 1 - smallest.share },
  ]
  if (!isSaid({ gifts })) return sizes
  const there = gifts.kinds.filter(({ patrons }) => patrons > 0)
  return [...sizes, ...there.map(({ kind, patrons, net }) => ({ key: kind, name: KINDS[kind], patrons, share: net / total }))]
}

/** Who carries the month, or what it takes to say so. */
export function carriersSentence(carriers: Carriers, format: Format): string {
  const { patrons, named } = carriers.gifts
  const name = format.month(carriers.month)
  if (patrons === 0 && named > 0) return `No named patron gave more in ${name} than went back to them.`
  if (patrons === 0) return `No named patron gave in ${name}. A file that names who pays fills this card.`
  if (patrons < CROWD) return `${format.count(patrons)} of the ${format.count(CROWD)} patrons that it takes to speak of a crowd.`
  return isSaid(carriers) ? carrierSentence(carriers, format) : smallestSentence(carriers, format)
}
