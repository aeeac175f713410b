import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { expect, test } from './app.ts'
import { firstStart, importing, ledger, MARCH, shell } from './pages.ts'

test('a book file put back gives the same book, and the same file', async ({ page }, testInfo) => {
  await firstStart(page).begin('180')
  await importing(page).bring(...MARCH)
  await shell(page).go('Settings')
  const [first, again] = [testInfo.outputPath('first.jsonl'), testInfo.outputPath('again.jsonl')]
  await exportTo(page, first)

  await page.getByRole('button', { name: 'Delete the book' }).click()
  await page.getByLabel(/^Write “delete”/).fill('delete')
  await page.getByRole('button', { name: 'Delete it for good' }).click()
  await expect(firstStart(page).question).toBeVisible()

  await firstStart(page).answer('1')
  await shell(page).go('Settings')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Restore a book file' }).click()
  await (await chooser).setFiles(first)
  await page.getByRole('button', { name: 'Replace it' }).click()
  await expect(shell(page).told).toContainText('The book is restored: 7 entries.')
  await shell(page).go('Ledger')
  await expect(ledger(page).net).toHaveText('€200.64')
  await shell(page).go('Settings')
  await exportTo(page, again)
  expect(await readFile(again, 'utf8')).toBe(await readFile(first, 'utf8'))
})

async function exportTo(page: Page, path: string): Promise<void> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export the book file' }).click()
  await (await download).saveAs(path)
}
