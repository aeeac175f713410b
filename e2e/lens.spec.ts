import { readFile } from 'node:fs/promises'
import { expect, type Page } from 'playwright/test'
import { expectNoBarriers } from './axe.ts'
import { test } from './example-app.ts'
import { cents, month, shell } from './pages.ts'

test.beforeEach(async ({ page }) => {
  await page.goto('example/')
  await expect(shell(page).ribbon).toBeVisible()
})

const sheet = (page: Page) => page.getByRole('dialog', { name: 'How this figure comes about' })

/** What the rows of a figure sum to, as the file that the page hands out has them. */
async function sumOfRows(page: Page): Promise<number> {
  const file = page.waitForEvent('download')
  await sheet(page).getByRole('button', { name: 'Rows as CSV' }).click()
  const [header = '', ...rows] = (await readFile(await (await file).path(), 'utf8')).trimEnd().split('\r\n')
  const at = header.split(',').findIndex((name) => name.startsWith('net in the figure (')) - header.split(',').length
  // Names may hold commas, so cells are counted from the end.
  return rows.reduce((sum, row) => sum + cents(row.split(',').at(at) ?? ''), 0)
}

for (const lens of ['Cash', 'Smoothed', 'Dependable'] as const) {
  test(`the lens ${lens} stands in the address and beside the figures, and each opens down to its rows`, async ({ page }) => {
    await month(page).lens(lens)
    const word = lens.toLowerCase()
    await expect(page).toHaveURL(lens === 'Cash' ? /example\/?$/ : new RegExp(`lens=${word}`))
    await expect(month(page).figure('Income by month')).toContainText(`${word}, net`)
    await expect(month(page).figure('Against enough')).toContainText(`${lens}, net.`)
    const opener = page.locator('.basis').getByRole('button')
    const { total } = await month(page).totals()
    await opener.focus()
    await page.keyboard.press('Enter')
    await expect(sheet(page)).toContainText(`${word}, net`)
    for (const heading of ['Formula', 'From', 'Left out']) await expect(sheet(page).getByRole('heading', { name: heading })).toBeVisible()
    await expect.poll(async () => cents(await sheet(page).locator('.figure-amount').innerText())).toBe(total)
    await expectNoBarriers(page)
    expect(await sumOfRows(page)).toBe(total)
    await page.keyboard.press('Escape')
    await expect(sheet(page)).toBeHidden()
    await expect(opener).toBeFocused()
  })
}

test('what can be counted on is offered on Streams and a stream, and not where single lines stand', async ({ page }) => {
  await shell(page).go('Streams')
  await page.getByRole('radio', { name: 'Dependable' }).check()
  await expect(page.locator('.lead')).toContainText('to count on this month')
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'GitHub Sponsors' }) })
  const amount = row.getByRole('button').last()
  const part = cents((await amount.innerText()).split(', ')[0] ?? '')
  await row.getByRole('link').click()
  await expect(page).toHaveURL(/lens=dependable/)
  const first = page.getByRole('definition').first().getByRole('button')
  expect(cents((await first.innerText()).split(', ')[0] ?? '')).toBe(part)
  await first.click()
  await expect(sheet(page)).toContainText('Of that its part is')
  await page.keyboard.press('Escape')
  await shell(page).go('Patrons')
  await expect(page.getByRole('radio', { name: 'Dependable' })).toHaveCount(0)
  await expect(page.getByText('Who pays is known of money that came')).toBeVisible()
})

test('a lens that was chosen is kept from page to page, over a reload and in a link that is shared', async ({ page, context }) => {
  const chosen = (name: string) => expect(page.getByRole('radio', { name, exact: true })).toBeChecked()
  // Where none was chosen each page has its own.
  await shell(page).go('Patrons')
  await chosen('Smoothed')
  await expect(page).toHaveURL(/patrons$/)
  await shell(page).go('Month')
  await chosen('Cash')
  await month(page).lens('Dependable')
  for (const name of ['Streams', 'Outlook', 'Month']) {
    await shell(page).go(name)
    await chosen('Dependable')
  }
  // Pages without lenses hand it on, however their addresses change.
  await shell(page).go('Ledger')
  await page.getByLabel('Search').fill('Zine')
  await expect(page).toHaveURL(/search=Zine/)
  await shell(page).go('Settings')
  await shell(page).go('Streams')
  await chosen('Dependable')
  await page.reload()
  await chosen('Dependable')
  const shared = await context.newPage()
  await shared.goto(page.url())
  await expect(shared.getByRole('radio', { name: 'Dependable' })).toBeChecked()
  await shared.close()
  // Cash that was chosen is kept too, also where another lens is the usual one.
  await page.getByRole('radio', { name: 'Cash' }).check()
  await shell(page).go('Patrons')
  await chosen('Cash')
  await page.getByRole('radio', { name: 'Smoothed' }).check()
  await shell(page).go('Outlook')
  await chosen('Smoothed')
})

test('the year ahead is told in each lens, and pay and buffer say why they are told in one', async ({ page }) => {
  await shell(page).go('Outlook')
  const year = month(page).figure('What may the year ahead bring?')
  const pay = month(page).figure('What can you pay yourself every month?')
  const told: string[] = []
  const paid: string[] = []
  for (const lens of ['Cash', 'Smoothed', 'Dependable'] as const) {
    await month(page).lens(lens)
    const tag = `${lens.toLowerCase()}, net`
    await expect(year.locator('header')).toContainText(tag)
    await expect(page.locator('.lead')).toContainText(tag)
    await expect(year).toContainText(`${lens}, net, `)
    told.push(await year.locator('.answer').innerText())
    await expect(pay.locator('header')).toContainText('cash, net, in every lens: an account pays out what arrived')
    paid.push(await pay.locator('.answer').innerText())
  }
  expect(new Set(told).size).toBe(3)
  expect(new Set(paid).size).toBe(1)
  await expect(month(page).figure('How long does your buffer last?').locator('header')).toContainText(
    'dependable, net, before income tax, in every lens',
  )
  // What is imagined is told in the lens of the page, pay beside it in cash, and the lens stays when something is imagined.
  const card = page.getByRole('region', { name: 'What if something were otherwise?' })
  await card.getByLabel('Venture').selectOption({ label: 'Obtool' })
  await card.getByRole('button', { name: 'Imagine it' }).click()
  await expect(card.getByRole('status')).toContainText(/Steady pay, in cash, €[\d,]+ instead of/)
  await expect(card).toContainText('dependable, net; imagined')
  await expect(page).toHaveURL(/if=venture_\d+&lens=dependable$/)
  await expect((await month(page).table('What may the year ahead bring?')).getByRole('columnheader')).toHaveText([
    'Month',
    'Count on',
    'Imagined: count on',
  ])
  await expectNoBarriers(page)
})

test('how probable enough is without those that stop is told in the lens of the page, and pay in cash', async ({ page }) => {
  await shell(page).go('Patrons')
  const card = page.getByRole('figure', { name: 'If one stops' })
  await card.getByRole('group', { name: 'Platforms that stop' }).getByRole('checkbox').first().check()
  await expect(card).toContainText(/Enough next month in [^.]+ \(smoothed, net\)\. Steady pay, in cash, for a year/)
  await page.getByRole('radio', { name: 'Cash' }).check()
  await card.getByRole('group', { name: 'Platforms that stop' }).getByRole('checkbox').first().check()
  await expect(card).toContainText(/Enough next month in [^.]+ \(cash, net\)\. Steady pay, in cash, for a year/)
})

test('a figure leads to its lines in the ledger, and they sum to it', async ({ page }) => {
  const total = (await month(page).totals()).total
  await page.locator('.basis').getByRole('button').click()
  await sheet(page)
    .getByRole('link', { name: /in the ledger/ })
    .click()
  await expect(shell(page).heading).toHaveText('Ledger')
  await expect
    .poll(async () => cents(await page.getByRole('main').getByRole('status').getByRole('definition').last().innerText()))
    .toBe(total)
})

test('each amount of the months in figures opens, also that of several ventures', async ({ page }) => {
  const table = await month(page).table('Income by month')
  const amounts = table.getByRole('row').nth(2).getByRole('button')
  const other = amounts.nth((await amounts.count()) - 2)
  const amount = await other.innerText()
  await other.click()
  await expect(sheet(page).locator('.figure-amount')).toHaveText(amount)
  await expect(sheet(page)).toContainText(/Choir scores, royalties, Workshops, \w+ \d{4}, cash, net/)
  await page.keyboard.press('Escape')
  await expect(other).toBeFocused()
})

test('too few months before one are told in words', async ({ page }) => {
  await page.goto(`${page.url().replace(/\/$/, '')}/month/2024-08?lens=dependable`)
  await expect(month(page).hero).toHaveText('Too early to say what you could count on in August 2024.')
  await expect(page.locator('.lead')).toContainText('It takes six full months before a month')
})

test('twelve months say on which day they became enough, and are counted without shame', async ({ page }) => {
  const name = 'On which day was it enough?'
  await expect(month(page).figure(name)).toContainText(/of the last 12 months (was|were) enough, smoothed\./)
  await expect((await month(page).table(name)).getByRole('row')).toHaveCount(13)
  await expect((await month(page).table(name)).getByText(/enough from the \d+\w\w on/).first()).toBeVisible()
})
