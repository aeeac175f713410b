import { expect, test } from './app.ts'
import { expectNoBarriers } from './axe.ts'
import { firstStart, month, shell } from './pages.ts'

test('the first page asks what is enough, and what is answered is the target', async ({ page }) => {
  const start = firstStart(page)
  await start.open()
  await expect(start.question).toBeVisible()
  await expect(page.getByLabel('Currency')).toHaveValue('EUR')
  await start.answer('2000')
  await expect(month(page).hero).toContainText('€2,000')
})

test('an amount that cannot be read is asked for again', async ({ page }) => {
  const start = firstStart(page)
  await start.open()
  await start.answer('plenty')
  await expect(start.amount).toHaveAccessibleDescription(/This is no amount of EUR/)
  await expect(start.question).toBeVisible()
})

test('the example is shown in one press and gone in one press', async ({ page }) => {
  const start = firstStart(page)
  await start.open()
  await start.showExample()
  const { ribbon } = shell(page)
  await expect(ribbon).toContainText('Example data')
  await expect(month(page).hero).toContainText('€')
  await expect(month(page).figure('Income by month')).toBeVisible()
  await ribbon.getByRole('button', { name: 'Remove it' }).click()
  await expect(start.question).toBeVisible()
})

test('the first page has no barriers', async ({ page }) => {
  const start = firstStart(page)
  await start.open()
  await expect(start.question).toBeVisible()
  await expectNoBarriers(page)
})
