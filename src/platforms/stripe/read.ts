import { Columns } from '../columns.ts'
import type { Head, Platform, Reader } from '../read.ts'
import { readTable, type OpenTable } from '../table.ts'
import { missingBalanceColumn, openBalance } from './balance.ts'
import { missingPaymentColumn, openPayments } from './payments.ts'

interface Report {
  id: string
  name: string
  why: string
  open: OpenTable
  is(columns: Columns): boolean
}

const REPORTS: readonly Report[] = [
  {
    id: 'stripe-balance',
    name: 'Stripe, itemised balance',
    why: 'It has a balance transaction, a reporting category, gross and net in each row.',
    open: openBalance(true),
    is: (columns) => isCategorised(columns) && !isPayouts(columns),
  },
  {
    id: 'stripe-payouts',
    name: 'Stripe, itemised payouts',
    why: 'It has a payout and when it took effect in each row.',
    open: openBalance(false),
    is: (columns) => isCategorised(columns) && isPayouts(columns),
  },
  {
    id: 'stripe-balance-history',
    name: 'Stripe, balance history of the dashboard',
    why: 'It has a type, an amount, a fee, a net and a UTC time in each row.',
    open: openBalance(true),
    is: (columns) =>
      !isCategorised(columns) && columns.has('Created (UTC)', 'Available On (UTC)') && missingBalanceColumn(columns) === undefined,
  },
  {
    id: 'stripe-payments',
    name: 'Stripe, payments',
    why: 'It has a status, an amount and what was refunded in each row.',
    open: openPayments,
    is: (columns) =>
      missingPaymentColumn(columns) === undefined &&
      missingBalanceColumn(columns) !== undefined &&
      columns.has('Amount Refunded', 'PaymentIntent ID', 'Seller Message', 'Converted Amount', 'Refunded date (UTC)'),
  },
]

function isCategorised(columns: Columns): boolean {
  return columns.has('balance_transaction_id') && columns.has('reporting_category') && missingBalanceColumn(columns) === undefined
}

function isPayouts(columns: Columns): boolean {
  return columns.has('payout_id') && !columns.has('created', 'created_utc')
}

export const stripe: Platform = {
  id: 'stripe',
  name: 'Stripe',
  streamKind: 'sales',
  readers: REPORTS.map(({ id, name, why, open, is }): Reader => {
    return {
      layout: { id, platform: 'stripe', name },
      recognise: ({ header }: Head) => (is(new Columns(header)) ? why : undefined),
      read: (chunks, options) => readTable(chunks, options, { open }),
    }
  }),
}
