import { expect, test } from './app.ts'
import { firstStart, importing, MARCH, month, sample, shell } from './pages.ts'

test('keys alone reach a month in the chart and open it', async ({ page }) => {
  await firstStart(page).begin('180')
  await importing(page).bring(...MARCH)
  await page.getByRole('link', { name: 'See this month' }).click()
  await month(page).goTo('Mar 2026')
  // A chart whose page is still being put together would lose the focus again.
  await page.waitForLoadState('networkidle')
  await month(page).figure('Income by month').getByRole('application').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.tooltip')).toContainText('November 2025')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Months' })).toContainText('November 2025')
  await expect(month(page).hero).toBeFocused()
})

test('the focus stays in the page when what had it has done its work', async ({ page }) => {
  await firstStart(page).begin('180')
  const files = importing(page)
  await files.bring(...MARCH)
  await expect(files.heading).toBeFocused()
  await files.undo('stripe-march.csv')
  await expect(files.live.getByRole('row', { name: /stripe-march\.csv/ })).toBeHidden()
  await expect(files.live).toBeFocused()

  await shell(page).go('Ledger')
  const byNet = page.getByRole('columnheader', { name: 'Net' }).getByRole('button')
  await byNet.press('Enter')
  await expect(page).toHaveURL(/sort=net/)
  await expect(byNet).toBeFocused()
})

test('what cannot be read takes the focus, and the press that found it is not lost', async ({ page }) => {
  await firstStart(page).begin('180')
  await shell(page).go('Add income')
  await page.getByLabel('Amount').fill('five')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Amount')).toBeFocused()
  await expect(page.getByLabel('Amount')).toHaveAccessibleDescription(/no amount of EUR/)
})

test('a file that waits for its columns does not hide what was saved', async ({ page }) => {
  await firstStart(page).begin('180')
  await shell(page).go('Import')
  const files = importing(page)
  await files.choose(...MARCH, sample('till-march.csv'))
  await files.save.click()
  await expect(files.heading).toHaveText('7 entries saved.')
  await expect(page.getByText('One file still needs a word from you, below.')).toBeVisible()
})

test('a phone begins with six months and offers more', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 })
  await firstStart(page).begin('180')
  await importing(page).bring(sample('github-march.csv'))
  await page.getByRole('link', { name: 'See this month' }).click()
  const spans = page.getByRole('group', { name: 'Months shown' })
  await expect(spans.getByRole('radio', { name: '6' })).toBeChecked()
  await expect(spans.getByRole('radio')).toHaveCount(4)
})
