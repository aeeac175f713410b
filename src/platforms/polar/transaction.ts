import { exponentOf } from '#domain/currency.ts'
import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import type { Column } from '../columns.ts'
import type { Fields } from '../fields.ts'
import { lineOf } from '../line.ts'
import type { Ordinals } from '../repeats.ts'

/** What a transaction of the balance is for the ledger. */
export type Role = 'payment' | 'refund' | 'chargeback' | 'fee' | 'transfer'

/** A movement of Polar's balance, as its list of income or the table of a payout tells it. */
export interface Transaction {
  at: Moment
  role: Role
  currency: string
  /** What came to the balance, without sales tax; below 0 what left it. */
  amount: Minor
  /** Taken off the amount; above 0 when money leaves. */
  fees: Minor
  note: string
}

/** Polar writes all amounts in hundredths, whatever the currency. */
export function currencyOf(fields: Fields, column: Column): string {
  const currency = fields.currency(column)
  const exponent = exponentOf(currency)
  if (exponent !== undefined && exponent !== 2) {
    fields.complain(column, `Polar writes hundredths, which ${currency} does not have, so nobody can say what its amounts mean.`)
  }
  return currency
}

/** No export tells an id that all of them have: the instant and the amount before fees stand in both. */
export function transactionLines(t: Transaction, ordinals: Ordinals): Sighting[] {
  const key = ordinals.next(`${t.at}:${t.currency}:${t.amount}`)
  const facts = { key, at: t.at, currency: t.currency, note: t.note }
  switch (t.role) {
    case 'payment':
      return [lineOf({ ...facts, kind: 'payment', gross: t.amount, fees: t.fees })]
    case 'refund':
    case 'chargeback':
      return [lineOf({ ...facts, kind: t.role, refunds: 0 - t.amount, fees: t.fees })]
    case 'fee':
      return [lineOf({ ...facts, kind: 'fee', fees: t.fees - t.amount })]
    case 'transfer': {
      const line = lineOf({ ...facts, kind: 'transfer', gross: t.amount })
      if (t.fees === 0) return [line]
      return [line, payoutFee(t, t.fees)]
    }
  }
}

/** What a payout cost. The exports tell it under other ids and at other seconds, so its day and amount name it. */
export function payoutFee({ at, currency }: Transaction, fees: Minor): Sighting {
  return lineOf({ key: `payout-fee:${at.slice(0, 10)}:${currency}:${fees}`, at, kind: 'fee', currency, fees, note: 'Fees of a payout' })
}
