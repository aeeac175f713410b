import type { TotalRow } from '#contract/income.ts'
import { BOOK, type Answering } from './cli-book.ts'
import { moneyText, tableText } from './cli-table.ts'

export interface TotalsWish {
  from: string | undefined
  to: string | undefined
  by: string | undefined
  lens: string | undefined
  native: boolean
  json: boolean
}

const AMOUNTS = ['gross', 'fees', 'refunds', 'tax', 'net'] as const
const GROUPS = ['month', 'venture', 'stream', 'kind'] as const

/** Prints totals as JSON or as a table. */
export async function printTotals(app: Answering, { from, to, by, lens, native, json }: TotalsWish): Promise<void> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ from, to, by, lens })) if (value !== undefined) query.set(name, value)
  if (native) query.set('native', 'true')
  const rows = await app.askJson<TotalRow[]>('GET', `${BOOK}/totals?${query}`)
  if (json) app.terminal.out(JSON.stringify(rows, null, 2))
  else if (rows.length === 0) app.terminal.out('There is no income in these months.')
  else app.terminal.out(totalsText(rows))
}

function totalsText(rows: readonly TotalRow[]): string {
  const groups = GROUPS.filter((group) => rows.some((row) => row[group] !== undefined))
  const header = [...groups, ...AMOUNTS, 'entries', '']
  const cells = rows.map((row) => [
    ...groups.map((group) => row[group] ?? ''),
    ...AMOUNTS.map((part) => moneyText(row[part], row.currency)),
    String(row.entries),
    row.unconverted ? 'no rate: in no total' : '',
  ])
  return tableText(header, cells, new Set([...AMOUNTS, 'entries']))
}
