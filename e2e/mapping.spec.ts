import { ledgerNet } from './api.ts'
import { expect, test } from './app.ts'
import { firstStart, importing, sample, shell } from './pages.ts'

test('a CSV that no reader knows is read by its columns, once named, and the next one by itself', async ({ page }) => {
  const files = importing(page)
  await firstStart(page).begin('180')
  await shell(page).go('Import')
  await files.choose(sample('till-march.csv'))
  await expect(files.heading).toHaveText('One file needs a word from you.')
  const guess = page.getByRole('table', { name: 'The first rows as they will be read' })
  await expect(guess.getByRole('row', { name: /17 March 2026/ })).toContainText('€1,020.00')
  await page.getByRole('combobox', { name: 'Fee' }).selectOption({ label: 'Kept back' })
  await page.getByRole('button', { name: 'Read it this way' }).click()
  await expect(files.heading).toHaveText('2 payments found.')
  await files.save.click()
  await expect(files.heading).toHaveText(/saved\.$/)
  expect(await ledgerNet(page, '2026-03')).toBe(1012_00)

  await files.choose(sample('till-april.csv'))
  await expect(files.heading).toHaveText('1 payment found, 1 row to look at.')
  await expect(files.toLookAt).toContainText('no day')
  await files.save.click()
  await expect(files.heading).toHaveText(/saved\.$/)
  expect(await ledgerNet(page, '2026-04')).toBe(7_25)
})
