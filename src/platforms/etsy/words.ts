import type { DecimalMark, Minor } from '#domain/money.ts'
import { readAmount } from '../any-csv/amounts.ts'
import type { Column } from '../columns.ts'
import type { Fields } from '../fields.ts'

/** How the amounts of one row are written. */
export interface Written {
  currency: string
  mark: DecimalMark
}

/** Etsy prints signs such as `US$` or `CA$`, whose letters say no more than the currency column. A sentence for what is none. */
export function amountIn(text: string, { currency, mark }: Written): Minor | string {
  return readAmount(text.replace(/[A-Z]{1,2}(?=\$)/, ''), currency, mark)
}

/** The amount in a cell; `--` is nothing. */
export function etsyAmount(fields: Fields, column: Column, written: Written): Minor {
  const text = fields.text(column)
  if (text === '' || text === '--') return 0
  const amount = amountIn(text, written)
  if (typeof amount === 'number') return amount
  fields.complain(column, amount)
  return 0
}

/** References of what an order brought and of what was given back of it: the statement and the tables of orders share them. */
export const orderRef = (order: string): string => `order:${order}`
export const refundRef = (order: string): string => `order-refund:${order}`
export const REFERENCES = ['order:', 'order-refund:']
