import { Columns } from '../columns.ts'
import type { Platform } from '../read.ts'
import { readTable } from '../table.ts'
import { missingPayoutColumn, openPayouts } from './payouts.ts'
import { missingSalesColumn, openSales } from './sales.ts'

const platform = 'gumroad'
const style = { dates: 'ISO 8601, UTC', decimals: '.' } as const

export const gumroad: Platform = {
  id: platform,
  name: 'Gumroad',
  streamKind: 'sales',
  readers: [
    {
      layout: { id: 'gumroad-sales', platform, name: 'Gumroad, sales' },
      recognise({ header }) {
        const isSales = missingSalesColumn(new Columns(header)) === undefined
        return isSales ? 'It has a purchase, its price, and whether it was refunded in each row.' : undefined
      },
      read: (chunks, options) => readTable(chunks, options, { open: openSales, style }),
    },
    {
      layout: { id: 'gumroad-payout', platform, name: 'Gumroad, payout' },
      recognise({ header }) {
        const isPayout = missingPayoutColumn(new Columns(header)) === undefined
        return isPayout ? "It has a type, a purchase, Gumroad's fees and a net total in each row." : undefined
      },
      read: (chunks, options) => readTable(chunks, options, { open: openPayouts, style }),
    },
  ],
}
