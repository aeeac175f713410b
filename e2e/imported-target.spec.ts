import { expect, test } from './imported-app.ts'
import { cents, month, shell } from './pages.ts'

test('steps, benefits, job, tax and targets of ventures follow from the files, by hand', async ({ page, book: { last } }) => {
  const card = (name: string) => page.getByRole('region', { name })
  await page.goto('target')
  // Before any of it is said each card says what it takes.
  await expect(card('Which benefits did the months pay for?')).toContainText('Work your target out from what you need')
  await expect(card('Which job does your month equal?')).toContainText('It takes what income tax leaves you')
  await expect(card('How much of it is for tax?')).toContainText('Say what share you put aside')

  await page.getByRole('radio', { name: 'Work it out from what you need' }).check()
  const lines = page.locator('.plan-line')
  await lines.nth(0).getByLabel('What it is').fill('Rent')
  await lines.nth(0).getByLabel('Amount').fill('600')
  await page.getByLabel('Add a benefit').selectOption({ label: 'Health cover' })
  await lines.nth(1).getByLabel('Amount').fill('100')
  await page.getByLabel('Months off in a year').fill('0')
  await page.getByRole('button', { name: 'Save as the target' }).click()
  // 600 and 100 are left of 933.33 once a quarter is put aside.
  await expect(shell(page).told).toContainText('$933 before income tax is enough.')
  const steps = card('Steps').getByRole('table')
  await expect(steps.getByRole('row')).toHaveCount(3)
  await expect(steps.getByRole('row').nth(1)).toContainText('$933.33')
  await expect(steps.getByRole('row').nth(2)).toContainText('$1,000.00')

  // A month is 995 at least: three quarters of that less 600 are 146, more than the cover costs.
  const benefits = month(page).figure('Which benefits did the months pay for?')
  await expect(benefits).toContainText('Health cover: paid in all 12 months.')
  const months = (await month(page).table('Which benefits did the months pay for?')).getByRole('row')
  await expect(months).toHaveCount(13)
  // Six of the last twelve months are 995, five 1,003 and one 1,000: 998.75 on average, 749.06 after tax, 649.06 after the cover. A wage
  // of which a quarter goes leaves as much from 865.41 on.
  await expect(month(page).figure('Which job does your month equal?')).toContainText('Your month equals a job of $865 gross.')

  const tax = card('How much of it is for tax?')
  await tax.getByText('Put a share aside').click()
  await tax.getByLabel('Holds from').selectOption(last)
  await tax.getByRole('button', { name: 'Set the share' }).click()
  await expect(tax).toContainText('$250 of what came in is for tax and not put aside yet')
  const aside = await tax.getByRole('table', { name: 'Tax by period' }).locator('td[data-label="For tax"]').allInnerTexts()
  expect(aside.reduce((sum, text) => sum + cents(text), 0)).toBe(25_000)

  await card('Targets of ventures').getByRole('link', { name: 'Set what itch.io needs' }).click()
  await page.getByLabel('What it is').fill('Servers')
  await page.getByLabel('A month').fill('300')
  await page.getByRole('button', { name: 'Save the needs' }).click()
  await page.getByRole('link', { name: 'All targets' }).click()
  await expect(card('Targets of ventures')).toContainText(
    'One venture needs $300 a month; $933 is enough for you, so $633 of it belongs to none of them.',
  )

  // What is for tax stands at the end of the month's bar, and in its table; pay says what of it is not one's own.
  await page.goto(`month/${last}`)
  await expect(month(page).figure('Against enough')).toContainText('Outlined: $250 put aside for tax, not yours.')
  await expect((await month(page).table('Against enough')).getByRole('row', { name: /^Of it put aside for tax/ })).toContainText('$250.00')
  await page.goto('outlook')
  const pay = month(page).figure('What can you pay yourself every month?')
  await expect(pay).toContainText(/It is before income tax, for which \$24\d of it is put aside\./)
  await expect(pay).toContainText('What is left over from better months is lowest most often in')
})
