import { expect, type Page } from 'playwright/test'
import { expectNoBarriers } from './axe.ts'
import { test } from './example-app.ts'
import { fileOf, openCard } from './opened-card.ts'
import { cents, month, shell } from './pages.ts'

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('the example says what is left if one stops, what hours the month took and who carries it, in the month and lens of the page', async ({
  page,
}) => {
  await page.goto('example/')
  const [stops, work, carriers] = [card(page, 'If one stops'), card(page, 'Income work and basic work'), card(page, 'Who carries it')]
  await expect(stops).toContainText(/\d ventures as if [\d.]+ equal ones/)
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
  await expect(carriers).toContainText(/Each part ÷ €[\d,.]+, what all named patrons bring\./)
  await work.getByRole('link').click()
  await expect(shell(page).heading).toHaveText('Time')
})

test('what changed since the month before leads from its sum to that of the month, in the lens of the page', async ({ page }) => {
  await page.goto('example/')
  const change = page.getByRole('figure', { name: /^What changed since .+\?$/ })
  await expect(change).toContainText(/.+ is not over: these are the last two full months\./)
  await expect(change).toContainText('cash, net')
  await page.getByRole('navigation', { name: 'Months' }).getByRole('link').first().click()
  await expect(change).not.toContainText('is not over')
  const sums: number[] = []
  for (const lens of ['Cash', 'Smoothed'] as const) {
    await month(page).lens(lens)
    await expect(change).toContainText(`${lens.toLowerCase()}, net`)
    const table = change.getByRole('table')
    if (!(await table.isVisible())) await change.getByText('Table', { exact: true }).click()
    const nets = (await table.locator('tbody td:last-child').allInnerTexts()).map(cents)
    const [start, end] = [nets[0] ?? NaN, nets.at(-1) ?? NaN]
    expect(nets.length).toBeGreaterThan(5)
    expect(nets.slice(0, -1).reduce((sum, net) => sum + net, 0)).toBe(end)
    expect(start).toBeGreaterThan(0)
    // The month's own sum, as its heading tells it.
    expect(cents(await page.locator('.basis button').innerText())).toBe(end)
    sums.push(end)
  }
  expect(sums[0]).not.toBe(sums[1])
})

test('a card opens down to its rows, and both of its files say what it says', async ({ page }) => {
  await page.goto('example/')
  const change = page.getByRole('figure', { name: /^What changed since .+\?$/ })
  const { sheet, formula, rows } = await openCard(page, change)
  const nets = rows.map((row) => cents(row.at(-1) ?? ''))
  expect(nets.slice(0, -1).reduce((sum, net) => sum + net, 0)).toBe(nets.at(-1))
  expect(formula).toMatch(/^€[\d,.]+ [+\u2212] €[\d,.]+ /)
  expect(await fileOf(page, sheet, 'Rows as CSV')).toMatch(/^What,Patrons,"Net, cash \(EUR\)"\r\n/)
  // The sentence at the top opens too, and whoever listens finds their way in both.
  await page.locator('.hero').getByText('How is this computed?').click()
  // Twelve months below the headings; what is due today may stand below them.
  await expect(page.locator('.hero .figure-sheet').getByRole('row').nth(12)).toBeVisible()
  await expectNoBarriers(page)
})
