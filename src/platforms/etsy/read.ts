import { Columns } from '../columns.ts'
import type { Platform, Reader } from '../read.ts'
import { readTable, type OpenTable } from '../table.ts'
import { missingOrderColumn, openItems, openOrders } from './orders.ts'
import { missingStatementColumn, openStatement } from './statement.ts'

const platform = 'etsy'

interface EtsyTable {
  id: string
  name: string
  why: string
  open: OpenTable
  is(columns: Columns): boolean
}

/** Of these only one counts an order's money: the statement where it tells the order, else orders or payments, which share keys. */
const TABLES: readonly EtsyTable[] = [
  {
    id: 'etsy-statement',
    name: 'Etsy, monthly statement',
    why: 'It has a type, a title, fees & taxes and a net in each row.',
    open: openStatement,
    is: (columns) => missingStatementColumn(columns) === undefined,
  },
  {
    id: 'etsy-orders',
    name: 'Etsy, sold orders',
    why: 'It has an order, its total, card processing fees and its net in each row.',
    open: openOrders,
    is: (columns) => missingOrderColumn(columns) === undefined && columns.has('Order Net'),
  },
  {
    id: 'etsy-payments',
    name: 'Etsy, payments',
    why: 'It has a payment, its order, its gross and its net in each row.',
    open: openOrders,
    is: (columns) => missingOrderColumn(columns) === undefined && columns.has('Payment ID') && !columns.has('Order Net'),
  },
  {
    id: 'etsy-items',
    name: 'Etsy, sold order items',
    why: 'It has an item, its listing and its order in each row.',
    open: openItems,
    is: (columns) => ['Item Name', 'Item Total', 'Transaction ID', 'Listing ID', 'Order ID'].every((name) => columns.has(name)),
  },
]

export const etsy: Platform = {
  id: platform,
  name: 'Etsy',
  streamKind: 'sales',
  readers: TABLES.map(({ id, name, why, open, is }): Reader => {
    return {
      layout: { id, platform, name },
      recognise: ({ header }) => (is(new Columns(header)) ? why : undefined),
      read: (chunks, options) => readTable(chunks, options, { open }),
    }
  }),
}
