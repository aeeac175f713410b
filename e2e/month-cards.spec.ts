import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright/test'
import { expect, test } from './app.ts'
import { expectNoBarriers } from './axe.ts'
import { cents, firstStart, month, shell } from './pages.ts'

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('the example says what is left if one stops, what hours the month took and who carries it, in the month and lens of the page', async ({
  page,
}) => {
  await firstStart(page).open()
  await firstStart(page).showExample()
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
  await firstStart(page).open()
  await firstStart(page).showExample()
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

/** A file that a card hands out. */
async function fileOf(page: Page, card: Locator, name: string): Promise<string> {
  const file = page.waitForEvent('download')
  await card.getByRole('button', { name }).click()
  return readFile(await (await file).path(), 'utf8')
}

test('a card opens down to its rows, and both of its files say what it says', async ({ page }) => {
  await firstStart(page).open()
  await firstStart(page).showExample()
  const change = page.getByRole('figure', { name: /^What changed since .+\?$/ })
  await change.getByText('How is this computed?').click()
  const sheet = change.locator('.figure-sheet')
  await expect(sheet.getByRole('table')).toBeVisible()
  const shown = (await sheet.getByRole('table').locator('tbody td:last-child').allInnerTexts()).map(cents)
  expect(shown.slice(0, -1).reduce((sum, net) => sum + net, 0)).toBe(shown.at(-1))
  const [header = '', ...rows] = (await fileOf(page, sheet, 'Rows as CSV')).trimEnd().split('\r\n')
  expect(header).toBe('What,Patrons,"Net, cash (EUR)"')
  // Names may hold commas, so cells are counted from the end.
  expect(rows.map((row) => cents(row.split(',').at(-1) ?? ''))).toEqual(shown)
  const text = await fileOf(page, sheet, 'This text as a file')
  const formula = await sheet.locator('section').first().locator('p').innerText()
  expect(formula).toMatch(/^€[\d,.]+ [+\u2212] €[\d,.]+ /)
  expect(text).toContain(formula)
  expect(text.split('\n')[0]).toBe(await sheet.locator('p').first().innerText())
  // The sentence at the top opens too, and whoever listens finds their way in both.
  await page.locator('.hero').getByText('How is this computed?').click()
  await expect(page.locator('.hero .figure-sheet').getByRole('row')).toHaveCount(13)
  await expectNoBarriers(page)
})
