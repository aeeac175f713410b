import type { Page } from 'playwright/test'
import { cents } from './pages.ts'

/** Asks the API from within the page, so that the in-page app is reached as well. */
export async function read(page: Page, address: string): Promise<string> {
  return page.evaluate(async (from) => (await fetch(from)).text(), address)
}

/** Home net in cents of a month's counted lines, summed from the ledger CSV. */
export async function ledgerNet(page: Page, month: string): Promise<number> {
  const [header = [], ...lines] = rowsOf(await read(page, '/api/v1/books/main/ledger.csv'))
  const at = (name: string) => header.indexOf(name)
  const counted = lines.filter((line) => line[at('counted')] === 'yes' && line[at('day')]?.startsWith(month))
  return counted.reduce((sum, line) => sum + cents(line[at('home net')] ?? ''), 0)
}

export async function revision(page: Page): Promise<number> {
  return JSON.parse(await read(page, '/api/v1/books/main')).revision
}

/** Rows of a CSV whose cells may be quoted but hold no line ends. */
function rowsOf(csv: string): string[][] {
  const cell = /("([^"]|"")*"|[^,]*)(,|$)/g
  const lines = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
  return lines.map((line) => [...line.matchAll(cell)].map(([, text = '']) => text.replace(/^"|"$/g, '').replaceAll('""', '"')))
}
