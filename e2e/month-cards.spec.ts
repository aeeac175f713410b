import type { Page } from 'playwright/test'
import { expect, test } from './app.ts'
import { firstStart, month, shell } from './pages.ts'

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('the example says what is left if one stops, what hours the month took and who carries it, in the month and lens of the page', async ({
  page,
}) => {
  await firstStart(page).open()
  await firstStart(page).showExample()
  const [stops, work, carriers] = [card(page, 'If one stops'), card(page, 'Income work and basic work'), card(page, 'Who carries it')]
  await expect(stops).toContainText(/\d streams as if [\d.]+ equal ones/)
  await expect(stops).toContainText(/Without the largest, .+ \(\d+%\), you would keep \d+% of enough\./)
  await expect(stops).toContainText('cash, net')
  await expect(work).toContainText(/\d+ h paid · \d+ h basic/)
  await expect(carriers.getByRole('row', { name: /^Smaller 4 in 5 gifts/ })).toContainText('%')
  // The month that runs has not seen all who give: the one before it is told, by its name.
  const before = (await carriers.locator('.hint').first().innerText()).replace(/, cash, net$/, '')
  await page.getByRole('navigation', { name: 'Months' }).getByRole('link').first().click()
  await expect(page.getByRole('navigation', { name: 'Months' }).locator('strong')).toHaveText(before)
  await expect(work).toContainText(before)
  await expect(work).toContainText(/came with \d+ hours of paid work and its care: €[\d.]+ for each\. \d+ of \d+ hours were basic work/)
  await month(page).lens('Smoothed')
  await expect(stops).toContainText('smoothed, net')
  await expect(carriers).toContainText(`${before}, smoothed, net`)
  await carriers.getByText('How is this computed?').click()
  await expect(carriers).toContainText('Each row’s part of what all named patrons bring in the month.')
  await work.getByRole('link').click()
  await expect(shell(page).heading).toHaveText('Time')
})
