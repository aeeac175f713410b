import { Columns } from '../columns.ts'
import type { Platform, Reader } from '../read.ts'
import { readTable } from '../table.ts'
import { missingTransactionColumn, openTransactions } from './transactions.ts'

const platform = 'ko-fi'

function reader({ id, name, isFull }: { id: string; name: string; isFull: boolean }): Reader {
  return {
    layout: { id, platform, name },
    recognise({ header }) {
      const columns = new Columns(header)
      if (missingTransactionColumn(columns) !== undefined || columns.has('PaymentProvider', 'SalesTax') !== isFull) return undefined
      return `It has what was received and what was given in each row${isFull ? ', with sales tax and provider' : ''}.`
    },
    read: (chunks, options) => readTable(chunks, options, { open: openTransactions }),
  }
}

export const koFi: Platform = {
  id: platform,
  name: 'Ko-fi',
  streamKind: 'patronage',
  readers: [
    reader({ id: 'ko-fi-transactions', name: 'Ko-fi, payment history', isFull: true }),
    reader({ id: 'ko-fi-transactions-short', name: 'Ko-fi, payment history without sales tax', isFull: false }),
  ],
}
