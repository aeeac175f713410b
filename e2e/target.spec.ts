import { expect, test } from './app.ts'
import { firstStart, importing, MARCH, month, shell } from './pages.ts'

test('a target that changes steps the line: earlier months keep theirs', async ({ page }) => {
  await firstStart(page).begin('180')
  await shell(page).go('Import')
  await importing(page).choose(...MARCH)
  await importing(page).save.click()
  await shell(page).go('Target')
  await page.getByLabel('From').selectOption({ label: 'May 2026' })
  await page.getByRole('textbox', { name: 'Enough' }).fill('250')
  await expect(page.getByRole('status').filter({ hasText: '€250 is enough' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Comfortable' }).fill('300')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(shell(page).told).toContainText('From May 2026 on, €250 is enough.')

  await shell(page).go('Month')
  const table = await month(page).table('Income by month')
  await expect(
    table
      .getByRole('row', { name: /^Apr 2026/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('€180.00')
  await expect(
    table
      .getByRole('row', { name: /^May 2026/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('€250.00')
})
