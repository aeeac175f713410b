import type { Page } from 'playwright/test'
import { read } from './api.ts'
import { expect } from './app.ts'
import { firstStart, importing, shell } from './pages.ts'

/**
 * A book of two files that are made here, of 14 full months, so that every figure below is added up by hand. In dollars, as GitHub
 * Sponsors pays. "Ago" counts months back from the running one, which has brought nothing yet.
 *
 * - 20 sponsors give $10 every month: $200.
 * - Mo gives $5, and $15 in the last month; Les gives $30, and then $12; Gus gives $20 until the month before the last.
 * - Ret gave $8 from 14 to 8 months ago and again in the last month; Nia begins then with $25. Both pay on the 28th, all others on the 2nd.
 * - Bob buys for $800 a month on itch.io, on the 15th; less its $50 and the card's $10 that is $740.
 *
 * So a month is 263 + 740 = $1,003 up to 8 months ago, then 255 + 740 = $995, and the last is 260 + 740 = $1,000.
 */
const MONTHS = 14

interface Sponsor {
  handle: string
  day: '02' | '28'
  /** Dollars in the month that lies so many months back; 0 for none. */
  gives: (ago: number) => number
}

const SPONSORS: Sponsor[] = [
  ...Array.from({ length: 20 }, (_, i): Sponsor => ({ handle: `steady${i + 1}`, day: '02', gives: () => 10 })),
  { handle: 'mo', day: '02', gives: (ago) => (ago === 1 ? 15 : 5) },
  { handle: 'les', day: '02', gives: (ago) => (ago === 1 ? 12 : 30) },
  { handle: 'gus', day: '02', gives: (ago) => (ago === 1 ? 0 : 20) },
  { handle: 'ret', day: '28', gives: (ago) => (ago === 1 || ago >= 8 ? 8 : 0) },
  { handle: 'nia', day: '28', gives: (ago) => (ago === 1 ? 25 : 0) },
]
const GITHUB =
  'Sponsor Handle,Sponsor Profile Name,Sponsor Public Email,Sponsorship Started On,Is Public?,Is Yearly?,Transaction ID,Payment Source,Tier Name,Tier Monthly Amount,Processed Amount,Is Prorated?,Status,Transaction Date,Metadata,Country,Region,VAT'
const ITCH =
  'id,object_name,amount,source,created_at,email,full_name,donation,product_price,tax_added,tip,marketplace_fee,source_fee,source_id,refunded'

/** Begins a book at $1,000 a month and imports both files; answers with its running day, and with its last full month. */
export async function importTwoFiles(page: Page): Promise<{ today: string; last: string }> {
  await firstStart(page).open()
  await firstStart(page).answer('1000', 'USD')
  await shell(page).go('Import')
  const { today } = JSON.parse(await read(page, '/api/v1/books/main')) as { today: string }
  await page.locator('input[type=file]').first().setInputFiles(files(today))
  await importing(page).save.click()
  await expect(importing(page).heading).toHaveText(/saved\.$/)
  return { today, last: monthAgo(today, 1) }
}

/** A day as a date of no zone. */
export function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

function dayText(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** The month that lies so many before the day's. */
export function monthAgo(today: string, ago: number): string {
  const first = utc(`${today.slice(0, 7)}-01`)
  first.setUTCMonth(first.getUTCMonth() - ago)
  return dayText(first).slice(0, 7)
}

/** "October" */
export function monthWord(of: string): string {
  return utc(`${of}-01`).toLocaleDateString('en', { month: 'long', timeZone: 'UTC' })
}

function files(today: string): { name: string; mimeType: string; buffer: Buffer }[] {
  const agos = Array.from({ length: MONTHS }, (_, i) => MONTHS - i)
  const sponsored = agos.flatMap((ago) =>
    SPONSORS.filter(({ gives }) => gives(ago) > 0).map(({ handle, day, gives }) => {
      const sum = `$${gives(ago)}.00`
      return `${handle},${handle},,2024-01-01 00:00:00 +0000,true,false,ch_${handle}_${ago},github,${sum} a month,${sum},${sum},false,settled,${monthAgo(today, ago)}-${day} 09:00:00 +0000,"",AUT,undefined,`
    }),
  )
  const sold = agos.map(
    (ago) =>
      `${9000 + ago},Game,$800.00,stripe,${monthAgo(today, ago)}-15 10:00:00,bob@example.org,Bob,false,$800.00,,$0.00,$50.00,$10.00,ch_${ago},false`,
  )
  const csv = (name: string, lines: string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) })
  return [csv('github.csv', [GITHUB, ...sponsored]), csv('itch.csv', [ITCH, ...sold])]
}

/** Mondays of all weeks from one day's to another's. */
export function mondays(from: string, to: string): string[] {
  const monday = utc(from)
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7))
  const found: string[] = []
  for (; monday <= utc(to); monday.setUTCDate(monday.getUTCDate() + 7)) found.push(dayText(monday))
  return found
}
