import { ledgerNet } from './api.ts'
import { expect, test } from './app.ts'
import { firstStart, importing, ledger, MARCH, sample, shell } from './pages.ts'

test.beforeEach(async ({ page }) => {
  await firstStart(page).begin('180')
  await importing(page).bring(...MARCH)
  await shell(page).go('Ledger')
})

test('a search says what its lines come to', async ({ page }) => {
  await expect(ledger(page).net).toHaveText('€200.64')
  await page.getByRole('searchbox', { name: 'Search' }).fill('ada')
  await expect(ledger(page).line('Ada')).toHaveCount(2)
  await expect(ledger(page).net).toHaveText('€54.97')
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(ledger(page).net).toHaveText('€200.64')
})

test('an edit counts at once, outlives a new import of its file, and is taken back', async ({ page }) => {
  await ledger(page).change('Zine number 7', async (line) => {
    await line.getByRole('textbox', { name: 'Gross' }).fill('50')
    await line.getByRole('button', { name: 'Save' }).click()
  })
  await expect(ledger(page).net).toHaveText('€202.64')
  await shell(page).go('Import')
  await importing(page).undo('stripe-march.csv')
  expect(await ledgerNet(page, '2026-03')).toBe(154_80)
  await importing(page).bring(sample('stripe-march.csv'))
  await shell(page).go('Ledger')
  await expect(ledger(page).net).toHaveText('€202.64')
  await ledger(page).change('Zine number 7', (line) => line.getByRole('button', { name: 'Take my changes back' }).click())
  await expect(ledger(page).net).toHaveText('€200.64')
})

test('a deleted line is kept, not counted, and brought back in one press', async ({ page }) => {
  await ledger(page).change('Zine number 7', (line) => line.getByRole('button', { name: 'Delete' }).click())
  await expect(ledger(page).net).toHaveText('€154.31')
  await shell(page).told.getByRole('button', { name: 'Undo' }).click()
  await expect(ledger(page).net).toHaveText('€200.64')
})
