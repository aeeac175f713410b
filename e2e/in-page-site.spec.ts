import { expect, test } from './app.ts'
import { firstStart, shell } from './pages.ts'

test('a venture is published, found and pledged to inside the page alone', async ({ page }) => {
  await firstStart(page).open()
  await firstStart(page).showExample()
  await shell(page).go('Sharing')
  await page.getByRole('link', { name: 'Make a page for Obtool' }).click()
  await page.getByRole('radio', { name: /^Public/ }).check()
  await page.getByLabel('Summary').fill('Backups that a person can read.')
  await page.getByRole('button', { name: 'Add a bank account' }).click()
  await page.getByLabel('Account holder').fill('Ada Berg')
  await page.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 00')
  await page.getByRole('checkbox', { name: /published/ }).check()
  await page.getByLabel('Legal name').fill('Ada Berg')
  await page.getByLabel('E-mail').fill('ada@example.org')
  await page.getByLabel('Country').fill('DE')
  await page.getByRole('button', { name: 'Save and publish' }).click()
  const address = await page.getByRole('link', { name: 'Open the page' }).getAttribute('href')
  expect(address).toContain('#/public/v/obtool')

  // Another tab would hold another app, so the patron comes by the address in this one.
  await page.evaluate((hash) => void (location.hash = hash), String(address).replace(/^.*#/, '#'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Obtool')
  await expect(page.getByText(/% of enough/).first()).toBeVisible()
  await expect(page.getByText(/€\d+ of €/)).toHaveCount(0)
  await page.getByRole('button', { name: /^Pledge / }).click()
  await expect(page.getByText('Thank you. Your pledge is noted.')).toBeVisible()
  await expect(page.getByText(/RF\d\d/).first()).toBeVisible()

  await page.evaluate(() => void (location.hash = '#/example/pledges'))
  await expect(page.getByRole('main')).toContainText('a month for Obtool')
})
