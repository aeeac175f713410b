import type { Minor } from '#domain/money.ts'
import type { Fields } from '../fields.ts'
import type { FieldColumns } from './fields.ts'

/** A row's money as Open Collective signs it: negative when it leaves the account. */
export interface RowAmounts {
  /** Without sales tax. */
  gross: Minor
  /** Positive when they are taken. */
  fees: Minor
  net: Minor
  /** What gross and fees say beyond the net: something that stands in no column. */
  gap: Minor
}

/**
 * A row's money from whichever columns the file has. Fee and tax columns are negative when money leaves.
 * With gross and net the gap between them shows; with the net alone, gross is what the fee columns give back.
 */
export function amountsOf(fields: Fields, columns: FieldColumns, currency: string): RowAmounts {
  const optional = (field: 'processorFee' | 'hostFee' | 'platformFee' | 'tax') => fields.moneyIfAny(columns[field], currency)
  const fees = 0 - optional('processorFee') - optional('hostFee') - optional('platformFee')
  const tax = optional('tax')
  if (!hasGross(columns)) {
    const net = fields.money(columns.net, currency)
    return { gross: net + fees, fees, net, gap: 0 }
  }
  const gross = grossOf(fields, columns, currency) + tax
  const net = columns.has('net') ? fields.money(columns.net, currency) : gross - fees
  return { gross, fees, net, gap: gross - fees - net }
}

export function hasGross(columns: FieldColumns): boolean {
  return columns.has('gross') || columns.has('credit')
}

/** The gross amount, in one column or in one for credits and one for debits. */
function grossOf(fields: Fields, columns: FieldColumns, currency: string): Minor {
  if (columns.has('gross')) return fields.money(columns.gross, currency)
  const column = fields.text(columns.credit) === '' ? columns.debit : columns.credit
  return fields.money(column, currency)
}
