import { Columns } from '../columns.ts'
import { memberReaders } from '../patreon-members/read.ts'
import type { Head, Platform, Reader } from '../read.ts'
import { readTable } from '../table.ts'
import { missingEarningsColumn, openEarnings } from './earnings.ts'

const platform = 'patreon'
const style = { dates: 'months', decimals: '.' } as const

interface EarningsLayout {
  id: string
  name: string
  is(columns: Columns): boolean
}

/** Told apart by the name of the month's column, and by whether purchases of one time stand beside memberships. */
const EARNINGS: readonly EarningsLayout[] = [
  {
    id: 'patreon-earnings-analytics',
    name: 'Patreon, earnings of creator analytics',
    is: (columns) => columns.has('Your total earnings'),
  },
  {
    id: 'patreon-earnings-by-month',
    name: 'Patreon, earnings by month',
    is: (columns) => columns.has('Total net earnings') && hasPurchases(columns),
  },
  {
    id: 'patreon-earnings-before-2026',
    name: 'Patreon, earnings by month before 2026',
    is: (columns) => columns.has('Total net earnings') && !hasPurchases(columns),
  },
]

function hasPurchases(columns: Columns): boolean {
  return columns.has('One time purchase gross earnings - Web and Android', 'One time purchase gross earnings - iOS app')
}

function earningsReader({ id, name, is }: EarningsLayout): Reader {
  return {
    layout: { id, platform, name },
    recognise({ header }: Head) {
      const columns = new Columns(header)
      if (missingEarningsColumn(columns) !== undefined || !is(columns)) return undefined
      return "It has a month, Patreon's fees and the month's net earnings in each row."
    },
    read: (chunks, options) => readTable(chunks, options, { open: openEarnings, style }),
  }
}

export const patreon: Platform = {
  id: platform,
  name: 'Patreon',
  streamKind: 'patronage',
  readers: [...EARNINGS.map(earningsReader), ...memberReaders],
}
