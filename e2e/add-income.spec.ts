import { expect, test } from './app.ts'
import { firstStart, month, shell } from './pages.ts'

test('an income typed in is counted at once, and taken back in one press', async ({ page }) => {
  await firstStart(page).begin('1000')
  await shell(page).go('Add income')
  await page.getByLabel('Amount').fill('420')
  await page.getByRole('combobox', { name: 'Stream' }).selectOption({ label: 'A new stream…' })
  await page.getByLabel('Name of the venture').fill('Editing')
  await page.getByLabel('Name of the stream').fill('Invoices')
  await page.getByRole('textbox', { name: 'Fee' }).fill('20')
  await page.getByRole('button', { name: 'Save' }).click()
  const { told } = shell(page)
  await expect(told).toContainText('€420.00')

  await shell(page).go('Month')
  expect(await month(page).totals()).toEqual({ total: 400_00, rows: 400_00 })
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect(month(page).hero).not.toContainText('€400')
})

test('what is missing is said beside its field', async ({ page }) => {
  await firstStart(page).begin('1000')
  await shell(page).go('Add income')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Amount')).toBeFocused()
  await expect(page.getByLabel('Amount')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Day').fill('2099-01-01')
  await expect(page.getByLabel('Day')).toHaveAccessibleDescription(/^Still to come/)
})
