import { ledgerNet, read, revision } from './api.ts'
import { expect, test } from './app.ts'
import { firstStart, hold, importing, MARCH, month, sample, shell } from './pages.ts'

test.beforeEach(async ({ page }) => {
  await firstStart(page).begin('180')
  await shell(page).go('Import')
  await importing(page).choose(...MARCH)
})

test('three platforms are looked at, then saved, and page, rows and ledger CSV agree', async ({ page }) => {
  const files = importing(page)
  await expect(files.heading).toHaveText('7 entries found, 1 row to look at.')
  await expect(files.toLookAt).toContainText('"five" is no amount')
  await expect(files.added.getByRole('row', { name: /stripe-march\.csv/ })).toContainText('€45.84')
  expect(JSON.parse(await read(page, '/api/v1/books/main'))).toMatchObject({ entries: 0 })

  await files.save.click()
  await expect(files.heading).toHaveText('7 entries saved.')
  await page.getByRole('link', { name: 'See this month' }).click()
  await month(page).goTo('Mar 2026')
  await expect(month(page).hero).toHaveText('March was enough, from the 20th on.')
  expect(await month(page).totals()).toEqual({ total: 200_64, rows: 200_64 })
  expect(await ledgerNet(page, '2026-03')).toBe(200_64)
})

test('a yearly payment counts once under Cash and is spread under Smoothed', async ({ page }) => {
  await importing(page).save.click()
  await page.getByRole('link', { name: 'See this month' }).click()
  await month(page).goTo('Mar 2026')
  await month(page).lens('Smoothed')
  // 103.29 of GitHub's yearly payment leave this month, and its first twelfth of 8.61 stays.
  await expect.poll(async () => (await month(page).totals()).total).toBe(200_64 - 103_29 + 8_61)
})

test('the same files again change nothing', async ({ page }) => {
  const files = importing(page)
  await files.save.click()
  await expect(files.heading).toHaveText('7 entries saved.')
  const before = await revision(page)
  await files.choose(...MARCH)
  await expect(files.heading).toContainText('Nothing new: all of it is here already')
  await expect(files.save).toHaveCount(0)
  expect(await revision(page)).toBe(before)
})

test('one file of a drop is undone, then all that is left', async ({ page }) => {
  const files = importing(page)
  await files.save.click()
  await files.undo('github-march.csv')
  await expect(shell(page).told).toContainText('Undone')
  await expect(files.live.getByRole('row', { name: /github-march/ })).toHaveCount(0)
  expect(await ledgerNet(page, '2026-03')).toBe(75_98)
  await files.undo('open-collective-march.csv')
  await files.undo('stripe-march.csv')
  await expect(files.live).toContainText('Nothing is imported yet.')
  expect(JSON.parse(await read(page, '/api/v1/books/main/streams'))).toEqual([])
})

test('what is saved is told at once, however long all that is shown takes to be read again', async ({ page }) => {
  const letGo = await hold(page, 'GET', '**/api/v1/books/main/imports')
  await importing(page).save.click()
  await expect(importing(page).heading).toHaveText('7 entries saved.')
  await expect(shell(page).told).toContainText('7 entries saved.')
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  letGo()
  await expect(importing(page).live).toContainText('stripe-march.csv')
})

test('what was saved is taken back in one press', async ({ page }) => {
  const files = importing(page)
  await files.save.click()
  await shell(page).told.getByRole('button', { name: 'Undo' }).click()
  await expect(files.live).toContainText('Nothing is imported yet.')
  expect(JSON.parse(await read(page, '/api/v1/books/main'))).toMatchObject({ entries: 0 })
})

test('dates that nothing tells are asked about, and rows that could not be read are kept to be looked at', async ({ page }) => {
  const files = importing(page)
  await page.getByRole('button', { name: 'Discard' }).click()
  await files.choose(sample('short-paypal.csv'), sample('no-row-read.csv'))
  await expect(files.heading).toHaveText('One file needs a word from you, 1 row to look at.')
  const question = page.getByRole('region', { name: 'Dates in short-paypal.csv read 03/04/2026: 3 April 2026, or 4 March 2026?' })
  await question.getByRole('button', { name: '4 March 2026' }).click()
  await expect(files.heading).toHaveText('2 entries found, 1 row to look at.')
  await expect(page.getByText('Dates are read month first (03/04/2026 is 4 March 2026), because you said so.')).toBeVisible()
  await files.save.click()
  await expect(files.heading).toHaveText('2 entries saved.')
  expect(await ledgerNet(page, '2026-03')).toBe(4_70 - 2_00)
  await shell(page).go('Ledger')
  await shell(page).go('Import')
  await files.live.getByRole('button', { name: 'Look at 1 row of no-row-read.csv' }).click()
  await expect(page.getByRole('dialog')).toContainText('"soon" is no date')
})
