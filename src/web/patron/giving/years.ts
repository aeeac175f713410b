import { feeOf } from '#domain/fee.ts'
import type { Minor } from '#domain/money.ts'
import type { KeptPledge } from './giving-store.ts'

/** What was given to one venture in one year, in one currency. */
export interface YearRow {
  address: string
  title: string
  currency: string
  given: Minor
  /** What fees took of it, as far as the way's fee is known. */
  fees: Minor
  payments: number
}

export interface GivingYear {
  year: string
  rows: YearRow[]
  /** Sums by currency. */
  totals: Omit<YearRow, 'address' | 'title'>[]
}

/** Payments that were linked to pledges, by year, newest first; each venture's by its amount. What is only pledged is in none of it. */
export function givingYears(pledges: readonly KeptPledge[]): GivingYear[] {
  const years = new Map<string, Map<string, YearRow>>()
  for (const pledge of pledges) {
    for (const { day, amount, currency } of pledge.payments) {
      const rows = years.get(day.slice(0, 4)) ?? new Map<string, YearRow>()
      const key = `${pledge.address} ${currency}`
      const row = rows.get(key) ?? { address: pledge.address, title: pledge.title, currency, given: 0, fees: 0, payments: 0 }
      row.given += amount
      row.fees += pledge.fee && currency === pledge.currency ? feeOf(amount, pledge.fee) : 0
      row.payments += 1
      years.set(day.slice(0, 4), rows.set(key, row))
    }
  }
  return [...years.keys()]
    .toSorted()
    .toReversed()
    .map((year) => yearOf(year, [...(years.get(year)?.values() ?? [])]))
}

function yearOf(year: string, rows: YearRow[]): GivingYear {
  const totals = new Map<string, GivingYear['totals'][number]>()
  for (const { currency, given, fees, payments } of rows) {
    const total = totals.get(currency) ?? { currency, given: 0, fees: 0, payments: 0 }
    totals.set(currency, { currency, given: total.given + given, fees: total.fees + fees, payments: total.payments + payments })
  }
  const ordered = rows.toSorted((a, b) => (a.currency === b.currency ? b.given - a.given : a.currency < b.currency ? -1 : 1))
  return { year, rows: ordered, totals: [...totals.values()].toSorted((a, b) => (a.currency < b.currency ? -1 : 1)) }
}
