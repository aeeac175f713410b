import { expect, test as onEmptyBook } from './app.ts'
import { changing } from './example-app.ts'
import { openCard } from './opened-card.ts'
import { cents, firstStart, hold, importing, MARCH, month, shell } from './pages.ts'

onEmptyBook('a target that changes steps the line: earlier months keep theirs', async ({ page }) => {
  await firstStart(page).begin('180')
  await importing(page).bring(...MARCH)
  await shell(page).go('Target')
  await page.getByLabel('From', { exact: true }).selectOption({ label: 'May 2026' })
  await page.getByRole('textbox', { name: 'Enough' }).fill('250')
  await expect(page.getByRole('status').filter({ hasText: '€250 is enough' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Comfortable' }).fill('300')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(shell(page).told).toContainText('From May 2026 on, €250 is enough.')

  await shell(page).go('Month')
  const table = await month(page).table('Income by month')
  await expect(
    table
      .getByRole('row', { name: /^Apr 2026/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('€180.00')
  await expect(
    table
      .getByRole('row', { name: /^May 2026/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('€250.00')
})

onEmptyBook('a target is worked out from what one needs, and every month is held against it before tax', async ({ page }) => {
  await firstStart(page).begin('180')
  await shell(page).go('Target')
  await page.getByRole('radio', { name: 'Work it out from what you need' }).check()
  const lines = page.locator('.plan-line')
  await lines.nth(0).getByLabel('What it is').fill('Rent')
  await lines.nth(0).getByLabel('Amount').fill('900')
  await page.getByLabel('Add a benefit').selectOption({ label: 'Holiday' })
  await lines.nth(1).getByLabel('Days a year').fill('29')
  // 29 of 261 working days of 10,800 a year.
  await lines
    .nth(1)
    .getByRole('button', { name: /^Take €1,200 a year/ })
    .click()
  await page.getByLabel('Months off in a year').fill('0')
  const levels = page.getByRole('table', { name: 'What the three levels take in a month' })
  await expect(levels.getByRole('row', { name: /^Basics/ })).toContainText('€1,200.00')
  await expect(levels.getByRole('row', { name: /^Enough/ })).toContainText('€1,333.33')
  await page.getByRole('button', { name: 'Save as the target' }).click()
  await expect(shell(page).told).toContainText('€1,333 before income tax is enough.')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('€1,333')
  await expect(page.getByRole('button', { name: 'Change the lines' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Which needs are paid, and by whom?' })).toContainText('Too early to say')
  await shell(page).go('Month')
  await expect(month(page).hero).toContainText('€1,333')
})

changing('the example says who pays which need, what benefits and freedom cost, and what is for tax', async ({ page }) => {
  await page.goto('example/')
  await expect(month(page).figure('Income by month')).toContainText('outlined: put aside for tax')
  await expect(month(page).figure('Against enough')).toContainText(/Outlined: €[\d,]+ put aside for tax, not yours\./)
  await shell(page).go('Target')
  const ladder = page.getByRole('figure', { name: 'Which needs are paid, and by whom?' })
  await expect(ladder).toContainText(/Rent, with heating.*firm, paid by /)
  await ladder.getByText('Table').click()
  await expect(ladder.getByRole('table').getByRole('row')).toHaveCount(14)
  await expect(page.getByRole('figure', { name: 'Which benefits did the months pay for?' })).toContainText(/of 20 days funded/)
  await expect(page.getByRole('figure', { name: 'Which job does your month equal?' })).toContainText(/equals a job of €[\d,]+ gross/)

  const enough = (await page.getByRole('heading', { level: 1 }).innerText()).match(/€[\d,]+/)?.[0] ?? ''
  const steps = page.getByRole('region', { name: 'Steps' }).getByRole('table').getByRole('row')
  await expect(steps.nth(1)).toContainText(enough)
  expect(await steps.count()).toBeGreaterThan(2)
  const ventures = page.getByRole('region', { name: 'Targets of ventures' })
  await expect(ventures).toContainText(
    /Together \w+ ventures need €[\d,]+ a month; €[\d,]+ is enough for you, so €[\d,]+ of it belongs to none of them\./,
  )
  const tax = page.getByRole('region', { name: 'How much of it is for tax?' })
  const newest = tax.getByRole('table', { name: 'Tax by period' }).getByRole('row').nth(1)
  await newest.getByRole('button', { name: /^Say what is put aside/ }).click()
  await page.getByRole('textbox', { name: 'Put aside or paid, in all' }).fill('100')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(newest).toContainText('€100.00')
  const { sheet, rows } = await openCard(page, tax)
  const sum = rows.reduce((all, row) => all + cents(row[4] ?? ''), 0)
  expect(cents((await sheet.locator('p').first().innerText()).split(': ').at(-1) ?? '')).toBe(sum)
  expect(rows.some((row) => row[1] === 'put aside or paid already' && row[4] === '-100.00')).toBe(true)
})

changing('a venture has a target worked out as the book has, and what it was before comes back', async ({ page }) => {
  await page.goto('example/target')
  await page.getByRole('link', { name: 'Set what Workshops needs' }).click()
  await page.getByRole('radio', { name: 'After it: benefits, tax, time off' }).check()
  const lines = page.locator('.plan-line')
  await lines.nth(0).getByLabel('What it is').fill('A room')
  await lines.nth(0).getByLabel('Amount').fill('2200')
  await page.getByLabel('Add a benefit').selectOption({ label: 'Health cover' })
  await lines.nth(1).getByLabel('Amount').fill('450')
  await page.getByLabel('Months off in a year').fill('1.25')
  await page.getByLabel(/^Fees/).fill('5')
  // METRICS 12.
  await expect(page.getByRole('table', { name: 'What the three levels take in a month' })).toContainText('€4,151.77')
  await page.getByRole('button', { name: 'Save the needs' }).click()
  await expect(shell(page).told).toContainText('€3,944 before income tax is enough for it in a month.')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('€3,944')
  await expect(page.getByRole('button', { name: 'Change the lines' })).toBeVisible()
  await page.getByRole('link', { name: 'All targets' }).click()
  const ventures = page.getByRole('region', { name: 'Targets of ventures' })
  await expect(ventures.getByRole('row', { name: /^Workshops/ })).toContainText('€2,650.00')
  await expect(ventures.getByRole('row', { name: /^Workshops/ })).toContainText('€3,944.19')
})

onEmptyBook('a month is split by shares once that is asked for, to the cent, and no more once it is not', async ({ page }) => {
  await firstStart(page).begin('180')
  await importing(page).bring(...MARCH)
  await shell(page).go('Target')
  const card = page.getByRole('region', { name: 'Where does a month’s money go?' })
  await card.getByRole('button', { name: 'Split months by shares' }).click()
  await card.getByLabel('Month').selectOption('2026-03')
  const table = card.getByRole('table', { name: 'The month by shares' })
  await expect(table.getByRole('row')).toHaveCount(5)
  await expect(card).toContainText(/Of the €[\d,]+ of March 2026 €[\d,]+ are for Owner, the largest share\./)
  const amounts = await table.locator('td:last-child').allInnerTexts()
  const { rows } = await openCard(page, card)
  const sum = (words: string) =>
    rows.filter(([what]) => what?.startsWith(words)).reduce((all, [, , amount]) => all + Math.round(Number(amount) * 100), 0)
  expect(sum('goes to')).toBe(sum('came by'))
  expect(amounts.reduce((all, text) => all + cents(text), 0)).toBe(sum('came by'))
  await card.getByText('Change the shares').click()
  await card.getByLabel(/^Share of Owner/).fill('45')
  await expect(card.getByRole('status')).toHaveText('The shares make 95%: 5% are missing to 100.')
  await expect(card.getByRole('button', { name: 'Save the shares' })).toBeDisabled()
  const { told } = shell(page)
  const undo = told.getByRole('button', { name: 'Undo' })
  const letGo = await hold(page, 'PUT', '**/splitter')
  await card.getByRole('button', { name: 'Split no more' }).click()
  // What began the split is not to be undone once its end is under way.
  await expect(told).toContainText('Months are split by an example’s shares.')
  await expect(undo).toBeDisabled()
  letGo()
  await expect(card.getByRole('button', { name: 'Split months by shares' })).toBeVisible()
  await undo.click()
  await expect(card.getByLabel('Month')).toBeVisible()
})
