import { exponentOf } from './currency.ts'
import type { Sighting } from './entry.ts'
import type { Amounts, Minor } from './money.ts'
import { isMoment } from './zone.ts'

/** Beyond this many minor units a line is taken for a misread number: hundreds of such lines still add up exactly. */
const LARGEST: Minor = 10_000_000_000_000
const PARTS = ['gross', 'fees', 'refunds', 'tax'] as const
const MOST_MONTHS = 120

/** What is wrong with one field of a line. */
export interface Trouble {
  field: string
  text: string
  reason: string
}

/** Why amounts cannot be kept, or undefined when they can. */
export function amountTrouble(amounts: Partial<Amounts>): Trouble | undefined {
  for (const part of PARTS) {
    const value = amounts[part] ?? 0
    if (!Number.isSafeInteger(value)) return { field: part, text: String(value), reason: 'is no whole number of minor units' }
    if (Math.abs(value) > LARGEST) return { field: part, text: String(value), reason: 'is too large to be an income' }
  }
  return undefined
}

/** Why a line cannot be kept, or undefined when it can: the last gate before the ledger, whatever reader the line comes from. */
export function lineTrouble(line: Omit<Sighting, 'key'>): Trouble | undefined {
  if (exponentOf(line.currency) === undefined) return { field: 'currency', text: line.currency, reason: 'is no currency that is known' }
  if (!isMoment(line.at)) return { field: 'date', text: line.at, reason: 'is no day that exists' }
  const { months } = line
  if (!Number.isInteger(months) || months < 1 || months > MOST_MONTHS) {
    return { field: 'months', text: String(months), reason: `is not between 1 and ${MOST_MONTHS} months` }
  }
  return amountTrouble(line)
}
