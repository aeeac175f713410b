import { ledgerNet } from './api.ts'
import { expect, test } from './app.ts'
import { dropFolder } from './drop-folder.ts'
import { firstStart, importing, month, sample, shell } from './pages.ts'

/** What arrived in March 2026 by the files of `samples/nine`, in cents, added up by hand. */
const ARRIVED = {
  'ko-fi.csv': 12_00 + 7_50,
  'paypal.csv': 12_00 - 76 + 30_00 - 1_40,
  'patreon.csv': 72_00,
  'stripe.csv': 48_00 - 1_67,
  'wise.csv': 250_00 + 46_33,
  'bandcamp.csv': 8_50 + 85,
  'liberapay.tsv': 52_00,
  'open-collective.csv': 40_00 - 1_18 - 4_00,
  'polar.csv': 25_00,
}
const told = Object.values(ARRIVED).reduce((sum, amount) => sum + amount, 0)
/** Ada's tip on Ko-fi was paid through PayPal, which took a fee of it; and Stripe paid out to Wise what it says. */
const TWICE = 12_00 + 46_33

test('a folder of nine platforms is saved, its doubles are decided, and each payment counts once', async ({ page }) => {
  await firstStart(page).begin('180')
  await shell(page).go('Import')
  await dropFolder(page, sample('nine'))
  const preview = importing(page)
  await expect(preview.heading).toContainText('14 entries found')
  for (const name of Object.keys(ARRIVED)) await expect(preview.added.getByRole('row', { name: new RegExp(name) })).toBeVisible()
  await preview.save.click()
  await expect(preview.heading).toHaveText(/saved\.$/)
  expect(await ledgerNet(page, '2026-03')).toBe(told)

  await page.goto('doubles')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/2 amounts may be counted twice\./)
  const same = page.getByRole('button', { name: 'The same money' })
  await same.first().click()
  await expect(same).toHaveCount(1)
  await same.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All money is counted once.')
  expect(await ledgerNet(page, '2026-03')).toBe(told - TWICE)

  await page.goto('./')
  await month(page).goTo('Mar 2026')
  expect(await month(page).totals()).toEqual({ total: told - TWICE, rows: told - TWICE })
})

test('a folder that is chosen is taken with all that is in it', async ({ page }) => {
  await firstStart(page).begin('180')
  await shell(page).go('Import')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await (await chooser).setFiles(sample('nine'))
  await expect(importing(page).heading).toContainText('14 entries found')
  await expect(importing(page).added.getByRole('row')).toHaveCount(1 + Object.keys(ARRIVED).length)
})
