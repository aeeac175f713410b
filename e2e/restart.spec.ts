import { expect, test } from './app.ts'
import { firstStart, importing, MARCH, month, shell } from './pages.ts'

test('after a restart everything is there', async ({ app, page }) => {
  await firstStart(page).begin('180')
  await shell(page).go('Import')
  await importing(page).choose(...MARCH)
  await importing(page).save.click()
  await expect(importing(page).heading).toHaveText('7 entries saved.')
  await app.restart()
  await page.goto('month/2026-03')
  await expect(month(page).hero).toHaveText('March was enough, from the 20th on.')
  expect(await month(page).totals()).toEqual({ total: 200_64, rows: 200_64 })
})
