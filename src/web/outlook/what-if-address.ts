import { isMonth } from '#domain/month.ts'
import type { Minor } from '#domain/money.ts'
import type { Change } from '#domain/what-if.ts'
import { nameNumber } from '#web/ui/name-number.ts'

/**
 * What is imagined, as it stands in the address: `venture_3.patrons_5_1000000`. Amounts and names never stand there: an amount is
 * told by its share of one that the book knows, in millionths, and a patron by a number made of the name.
 */

/** What amounts and names in an address are told by. */
export interface AddressBase {
  /** What a gift is measured by. */
  gift: Minor
  /** What a wage is measured by: its present level; null for a job that is not there yet. */
  wageOf: (stream: number | null) => Minor
  patrons: readonly string[]
}

const WHOLE = 1_000_000

/** The changes that an address asks for; what cannot be read, or is of nothing in the book, is left out. */
export function readChanges(search: URLSearchParams, base: AddressBase): Change[] {
  return (search.get('if') ?? '').split('.').flatMap((text) => readChange(text, base) ?? [])
}

/** Changes as text of an address; undefined without any. */
export function writeChanges(changes: readonly Change[], base: AddressBase): string | undefined {
  return changes.length === 0 ? undefined : changes.map((change) => writeChange(change, base)).join('.')
}

function writeChange(change: Change, base: AddressBase): string {
  switch (change.kind) {
    case 'venture':
      return `venture_${change.venture}`
    case 'patron':
      return `patron_${nameNumber(change.patron)}`
    case 'patrons':
      return `patrons_${change.count}_${shareOf(change.each, base.gift)}`
    case 'job':
      return `job_${change.stream ?? 'new'}_${shareOf(change.monthly, base.wageOf(change.stream))}_${change.from}`
    case 'fee':
      return `fee_${change.platform}_${change.share}`
    case 'days':
      return `days_${change.days}`
  }
}

function readChange(text: string, base: AddressBase): Change | undefined {
  const [kind = '', ...parts] = text.split('_')
  const number = (at: number, most: number) => wholeNumber(parts.at(at), most)
  switch (kind) {
    case 'venture': {
      const venture = number(0, Number.MAX_SAFE_INTEGER)
      return venture === undefined ? undefined : { kind, venture }
    }
    case 'patron': {
      const patron = base.patrons.find((one) => nameNumber(one) === parts[0])
      return patron === undefined ? undefined : { kind, patron }
    }
    case 'patrons': {
      const [count, share] = [number(0, 1_000), number(1, WHOLE * 10_000)]
      return !count || share === undefined ? undefined : { kind, count, each: Math.max(1, partOf(share, base.gift)) }
    }
    case 'job':
      return readJob(parts, base)
    case 'fee': {
      const [platform, share] = [parts.slice(0, -1).join('_'), number(-1, 1_000)]
      return platform === '' || share === undefined ? undefined : { kind, platform, share }
    }
    case 'days': {
      const days = number(0, 366)
      return days ? { kind, days } : undefined
    }
    default:
      return undefined
  }
}

function readJob([which = '', share = '', from = '']: readonly string[], base: AddressBase): Change | undefined {
  const stream = which === 'new' ? null : wholeNumber(which, Number.MAX_SAFE_INTEGER)
  const part = wholeNumber(share, WHOLE * 10_000)
  if (stream === undefined || part === undefined || !isMonth(from)) return undefined
  return { kind: 'job', stream, monthly: partOf(part, base.wageOf(stream)), from }
}

function wholeNumber(text: string | undefined, most: number): number | undefined {
  const number = text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : undefined
  return number !== undefined && number <= most ? number : undefined
}

function shareOf(amount: Minor, base: Minor): number {
  return Math.round((amount * WHOLE) / Math.max(1, base))
}

function partOf(share: number, base: Minor): Minor {
  return Math.round((share * Math.max(1, base)) / WHOLE)
}
