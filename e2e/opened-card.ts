import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright/test'
import { expect } from './app.ts'

/** A card that is opened: its formula, and its rows as its file has them, without the line of headings. */
export interface OpenedCard {
  sheet: Locator
  formula: string
  rows: string[][]
}

/** A file that an opened card hands out. */
export async function fileOf(page: Page, card: Locator, name: string): Promise<string> {
  const file = page.waitForEvent('download')
  await card.getByRole('button', { name }).click()
  return readFile(await (await file).path(), 'utf8')
}

/** Opens a card, and holds both of its files against what it shows: every number of every row, and every word. */
export async function openCard(page: Page, card: Locator): Promise<OpenedCard> {
  await card.getByText('How is this computed?').click()
  const sheet = card.locator('.figure-sheet')
  const table = sheet.getByRole('table')
  await expect(table).toBeVisible()
  const more = sheet.getByRole('button', { name: /^Show all/ })
  if (await more.isVisible()) await more.click()
  const [, ...rows] = (await fileOf(page, sheet, 'Rows as CSV')).trimEnd().split('\r\n').map(cellsOf)
  const shown = await table
    .locator('tbody tr')
    .evaluateAll((lines) =>
      lines.map((line) => [...line.children].map((cell) => (cell.classList.contains('number') ? cell.textContent : null))),
    )
  expect(shown.length).toBeGreaterThan(1)
  const numbers = (line: readonly (string | null)[], at: number) =>
    line.map((cell, i) => (shown[at]?.[i] === null ? null : figureOf(cell ?? '')))
  expect(rows.map(numbers)).toEqual(shown.map(numbers))
  const text = await fileOf(page, sheet, 'This text as a file')
  expect(text.split('\n')[0]).toBe(await sheet.locator('p').first().innerText())
  for (const words of await sheet.locator('section p, section dd, section li').allInnerTexts()) expect(text).toContain(words)
  return { sheet, formula: await sheet.locator('section').first().locator('p').innerText(), rows }
}

/** A number in whichever way it is written, "€1,234.50" or "1234.5"; null where nothing is. */
function figureOf(text: string): number | null {
  const digits = text.replace(/[^\d.]/g, '')
  return digits === '' ? null : Number(/[\u2212-]/.test(text) ? `-${digits}` : digits)
}

/** The cells of one line of a CSV. */
function cellsOf(line: string): string[] {
  return [...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}
