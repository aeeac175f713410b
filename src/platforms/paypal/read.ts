import { Columns } from '../columns.ts'
import type { Platform, Reader } from '../read.ts'
import { readTable } from '../table.ts'
import { findColumns, hasStatus, languageOf, missingColumn } from './columns.ts'
import { openPayPal } from './rows.ts'

const platform = 'paypal'

interface PayPalLayout {
  id: string
  name: string
  isActivity: boolean
}

function reader({ id, name, isActivity }: PayPalLayout): Reader {
  return {
    layout: { id, platform, name },
    recognise({ header }) {
      const columns = new Columns(header)
      if (missingColumn(columns) !== undefined || hasStatus(columns) !== isActivity) return undefined
      // Others too have a date, a type and a gross: PayPal alone names the transaction that a row belongs to, or who sent it.
      const { reference, from } = findColumns(columns)
      if (reference.index < 0 && from.index < 0) return undefined
      const told = isActivity ? 'a type, a status and a transaction id' : 'a description and a transaction id'
      return `It has ${told} in each row, under PayPal's names in ${languageOf(columns)}.`
    },
    read: (chunks, options) => readTable(chunks, options, { open: openPayPal }),
  }
}

export const payPal: Platform = {
  id: platform,
  name: 'PayPal',
  streamKind: 'sales',
  readers: [
    reader({ id: 'paypal-activity', name: 'PayPal, activity', isActivity: true }),
    reader({ id: 'paypal-statement', name: 'PayPal, statement', isActivity: false }),
  ],
}
