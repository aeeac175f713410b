import { expect } from 'playwright/test'
import { expectNoBarriers } from './axe.ts'
import { test } from './example-app.ts'
import { openCard } from './opened-card.ts'
import { cents, shell } from './pages.ts'

test.beforeEach(async ({ page }) => {
  await page.goto('example/')
  await expect(shell(page).ribbon).toBeVisible()
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Patrons' }).click()
  await expect(shell(page).heading).toHaveText('Patrons')
})

test('what stops is taken from the month, and brought back in one press', async ({ page }) => {
  const card = page.getByRole('figure', { name: 'If one stops' })
  const outcome = card.getByRole('status')
  await expect(outcome).toContainText('with everybody')
  const platform = card.getByRole('group', { name: 'Platforms that stop' }).getByRole('checkbox').first()
  await platform.focus()
  await page.keyboard.press('Space')
  await expect(outcome).toContainText('would be left of')
  await expect(card).toContainText(
    /Steady pay, in cash, for a year that holds in 9 of 10 cases: €[\d,]+ a month without them, €[\d,]+ with everybody\./,
  )
  const without = await outcome.textContent()
  // The stream of a platform that stops is lost already.
  await card.getByRole('group', { name: 'Patrons that stop' }).getByRole('checkbox').first().check()
  await card.getByRole('group', { name: 'Streams that stop' }).getByRole('checkbox').first().check()
  await expect(outcome).not.toHaveText(without ?? '')
  await card.getByRole('group', { name: 'Currencies that stop' }).getByRole('checkbox').first().check()
  // It stands in the address, which names nobody, and outlives a reload and another lens.
  await expect(page).toHaveURL(/without=[a-z0-9]+(\.[a-z0-9]+){3}$/)
  const four = await outcome.textContent()
  await page.reload()
  await expect(outcome).toHaveText(four ?? '')
  await expect(platform).toBeChecked()
  await page.getByRole('radio', { name: 'Cash' }).check()
  await expect(page).toHaveURL(/without=/)
  await expect(platform).toBeChecked()
  await card.getByRole('button', { name: 'Bring everybody back' }).click()
  await expect(outcome).toContainText('with everybody')
  await expect(platform).not.toBeChecked()
})

test('any patron can be found and taken away, with keys alone', async ({ page }) => {
  const card = page.getByRole('figure', { name: 'If one stops' })
  const patrons = card.getByRole('group', { name: 'Patrons that stop' })
  await expect(patrons.getByRole('checkbox')).toHaveCount(8)
  const all = patrons.getByRole('button', { name: /^Show all \d+ patrons$/ })
  const count = Number(/\d+/.exec(await all.innerText())?.[0])
  expect(count).toBeGreaterThan(8)
  await all.focus()
  await page.keyboard.press('Enter')
  await expect(patrons.getByRole('checkbox')).toHaveCount(count)
  // The keys go on where the button was.
  await expect(patrons).toBeFocused()
  await page.keyboard.press('Tab')
  const name = (await patrons.locator('bdi').nth(8).innerText()).slice(0, 6)
  await page.keyboard.type(name.toLowerCase())
  await expect(patrons.locator('bdi').first()).toContainText(name)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(card.getByRole('status')).toContainText('would be left of')
})

test('the lens stands in the address and beside the figures', async ({ page }) => {
  const card = page.getByRole('figure', { name: 'Gift sizes' })
  await expect(card).toContainText('smoothed')
  await page.getByRole('radio', { name: 'Cash' }).check()
  await expect(page).toHaveURL(/patrons\?lens=cash/)
  await expect(card).toContainText('cash, net')
})

test('every picture has a table, and says how it is computed', async ({ page }) => {
  for (const name of ['If one stops', 'Who carries it', 'Gift sizes', /^What changed since/, 'Who stays', 'Together they are steadier']) {
    const card = page.getByRole('figure', { name })
    await card.getByText('Table', { exact: true }).click()
    await expect(card.getByRole('table').first()).toBeVisible()
    await card.getByText('How is this computed?').click()
    await expect(card.getByText('Left out', { exact: true })).toBeVisible()
  }
})

test('who left, who stayed of each month and when money comes are told and open as well', async ({ page }) => {
  const card = (name: string) => page.getByRole('region', { name, exact: true })
  await expect(card('Who left')).toContainText(/\d+ of \d+ patrons left in \w+: \d+% \(\d+% to \d+%, 8 in 10\)\./)
  await expect(card('What do fees of small gifts cost?')).toContainText(/gifts/)
  await card('Who left').getByText('Where little is known, 5% a month is assumed to leave').click()
  await card('Who left').getByLabel('Assumed to leave in a month, in percent').fill('2')
  await card('Who left').getByRole('button', { name: 'Save' }).click()
  await expect(shell(page).told).toContainText('2% a month is assumed to leave.')
  await expect(card('Who left')).toContainText('Where little is known, 2% a month is assumed to leave')
  const calendar = card('When does money come?')
  await expect(calendar).toContainText('6 of 9 streams brought money in every one of 12 months.')
  await expect(calendar.getByRole('row')).toHaveCount(10)
  await expect(calendar.getByRole('row').nth(1).getByRole('cell')).toHaveCount(12)
  const cohorts = card('Who of each month’s new patrons is still there?')
  await expect(cohorts).toContainText(/Of \d+ patrons who began at least a year ago, \d+ gave a year after they began/)
  for (const one of [card('Who left'), calendar, cohorts]) {
    await one.getByText('How is this computed?').click()
    await expect(one.getByText('Left out', { exact: true })).toBeVisible()
  }
})

test('who carries a month opens down to who pays, and what is left to who stops; both files say the same', async ({ page }) => {
  const carries = await openCard(page, page.getByRole('figure', { name: 'Who carries it' }))
  const total = cents(await page.getByRole('button', { name: /^€/ }).first().innerText())
  for (const by of ['patron', 'stream']) {
    const own = carries.rows.filter((row) => row[0] === by)
    expect(Math.round(own.reduce((sum, row) => sum + cents(row[3] ?? ''), 0) / 100)).toBe(total)
  }
  const stops = page.getByRole('figure', { name: 'If one stops' })
  await stops.getByRole('group', { name: 'Patrons that stop' }).getByRole('checkbox').first().check()
  const { sheet, rows } = await openCard(page, stops.locator('.chart-foot'))
  expect(rows.filter((row) => row[4] === 'stops')).toHaveLength(1)
  // The months that are drawn without them open by themselves.
  const ahead = await openCard(page, stops.locator('.picture'))
  expect(ahead.rows.some(([what]) => what?.startsWith('without them: drawn from'))).toBe(true)
  // What is open follows what is chosen.
  await stops.getByRole('button', { name: 'Bring everybody back' }).click()
  await expect(sheet.locator('p').first()).toContainText('with everybody')
  await expectNoBarriers(page)
})
