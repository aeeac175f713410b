import { expect, test as onEmptyBook } from './app.ts'
import { changing, test } from './example-app.ts'
import { firstStart, month, shell } from './pages.ts'

const COUNT_ON = 'What you can count on next month'
const HELD = 'How past promises held'

test('the example says what can be counted on, and how past promises held', async ({ page }) => {
  await page.goto('example/')
  const figure = month(page).figure(COUNT_ON)
  await expect(figure).toContainText(/At least €[\d,]+ in \w+, in 9 of 10 cases\./)
  await expect(figure).toContainText(/Enough in \d of 10\./)
  // It is drawn beside the page, never on its own thread.
  expect(page.workers().some((worker) => worker.url().includes('forecast-worker'))).toBe(true)
  await expect((await month(page).table(COUNT_ON)).getByRole('row')).toHaveCount(13)
  await expect(month(page).figure(HELD)).toContainText(/Promised was 8 in 10; it was \d+ of 12\./)
  await expect((await month(page).table(HELD)).getByRole('row')).toHaveCount(13)
  await expect(page.locator('.lead')).toContainText(/Likely €[\d,]+( to €[\d,]+)? by the \d+\w+ \(8 in 10\)\./)
})

test('the answer is the same each time, and only the running month has it', async ({ page }) => {
  await page.goto('example/')
  const answer = month(page).figure(COUNT_ON).locator('.count-on-answer')
  const first = await answer.innerText()
  await month(page).goTo('Mar 2026')
  await expect(month(page).figure(COUNT_ON)).toHaveCount(0)
  await page.reload()
  await shell(page).go('Month')
  await expect(answer).toHaveText(first)
})

onEmptyBook('a book without a full month is told that it is too early', async ({ page }) => {
  await firstStart(page).begin('1000')
  await shell(page).go('Add income')
  await page.getByLabel('Amount').fill('420')
  await page.getByRole('combobox', { name: 'Stream' }).selectOption({ label: 'A new stream…' })
  await page.getByLabel('Name of the venture').fill('Editing')
  await page.getByLabel('Name of the stream').fill('Invoices')
  await page.getByRole('button', { name: 'Save' }).click()
  await shell(page).go('Month')
  const card = page.getByRole('region', { name: COUNT_ON })
  await expect(card).toContainText('Too early to say: no full month so far.')
  await expect(page.getByRole('heading', { name: HELD })).toBeVisible()
})

test('the year ahead is imagined otherwise beside the real one, in the address, with one press back', async ({ page }) => {
  await page.goto('example/outlook')
  const year = month(page).figure('What may the year ahead bring?')
  await expect(year).toContainText(/Count on €[\d,]+ even in/)
  await expect((await month(page).table('What may the year ahead bring?')).getByRole('row')).toHaveCount(13)
  const card = page.getByRole('region', { name: 'What if something were otherwise?' })
  await card.getByLabel('Venture').selectOption({ label: 'Obtool' })
  await card.getByRole('button', { name: 'Imagine it' }).click()
  await expect(card.getByRole('status')).toContainText(/Count on €[\d,]+ instead of €[\d,]+ in/)
  await card.getByLabel('Change', { exact: true }).selectOption('Add patrons')
  await card.getByRole('button', { name: 'Imagine it' }).click()
  const bar = page.getByRole('complementary', { name: 'Imagined' })
  await expect(bar).toContainText(/^Without Obtool and with 5 more patrons of €[\d.]+\./)
  await expect(page).toHaveURL(/[?&]if=venture_\d+\.patrons_5_1000000$/)
  // It is all in the address, and a step back takes the last change back.
  await page.reload()
  await expect(bar).toContainText('Without Obtool and with 5 more patrons')
  await page.goBack()
  await expect(bar).toContainText(/^Without Obtool\./)
  await bar.getByRole('button', { name: 'Back to how it is' }).click()
  await expect(bar).toHaveCount(0)
  // The example has no wage: a day job is taken, which makes every month from then on surer.
  await card.getByLabel('Change', { exact: true }).selectOption('Take a day job')
  await card.getByLabel('Brings a month').fill('900')
  await card.getByRole('button', { name: 'Imagine it' }).click()
  await expect(bar).toContainText(/^With a day job of €900 from [A-Z][a-z]+ \d{4}\./)
  await expect(card.getByRole('status')).toContainText(/Over the twelve months likely €[\d,]+ more/)
})

changing('what was imagined is kept under a name, renamed, removed and brought back', async ({ page }) => {
  await page.goto('example/outlook')
  const card = page.getByRole('region', { name: 'What if something were otherwise?' })
  await card.getByLabel('Venture').selectOption({ label: 'Editing' })
  await card.getByRole('button', { name: 'Imagine it' }).click()
  await card.getByRole('button', { name: 'Keep it under a name' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Less editing')
  await page.getByRole('dialog').getByRole('button', { name: 'Keep', exact: true }).click()
  await card.getByRole('button', { name: 'Rename Less editing' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('No editing')
  await page.getByRole('dialog').getByRole('button', { name: 'Keep', exact: true }).click()
  await card.getByRole('button', { name: 'Remove No editing' }).click()
  await expect(card.getByText('No editing')).toHaveCount(0)
  await shell(page).told.getByRole('button', { name: 'Undo' }).click()
  await card.getByRole('button', { name: 'Back to how it is' }).click()
  await card.getByRole('button', { name: 'No editing', exact: true }).click()
  await expect(card.getByRole('status')).toContainText('instead of')
})

changing('a surer pay is not higher, and days off take from the buffer', async ({ page }) => {
  await page.goto('example/outlook')
  const pay = month(page).figure('What can you pay yourself every month?')
  const amount = async () => Number((await pay.locator('.answer').innerText()).replace(/^.*€([\d,]+).*$/, '$1').replace(',', ''))
  await expect(pay).toContainText(/You can pay yourself €[\d,]+ every month for a year \(9 in 10\)\./)
  const usual = await amount()
  await pay.getByRole('slider', { name: /How sure/ }).fill('60')
  await expect(pay).toContainText('(6 in 10)')
  expect(await amount()).toBeGreaterThanOrEqual(usual)
  await expect(page).toHaveURL(/sure=60/)
  await pay.getByRole('slider', { name: /How sure/ }).fill('90')
  await expect(pay).toContainText('(9 in 10)')
  const buffer = month(page).figure('How long does your buffer last?')
  await expect(buffer).toContainText(/makes [\d.]+ months of enough/)
  await expect(buffer).toContainText('You have earned 13 paid days off.')
  // Planned days lower the buffer and the pay; both come back.
  await buffer.getByRole('button', { name: 'I take them' }).click()
  await expect(buffer).toContainText('You have earned 10 paid days off.')
  await expect(shell(page).told).toContainText(
    /3 days off planned: €\d+ less in the buffer\. Steady pay €[\d,]+ instead of €[\d,]+ a month\./,
  )
  await expect.poll(amount).toBeLessThan(usual)
  await shell(page).told.getByRole('button', { name: 'Undo' }).click()
  await expect(buffer).toContainText('You have earned 13 paid days off.')
  await expect.poll(amount).toBe(usual)
  await buffer.getByLabel('Days off').fill('10')
  await buffer.getByRole('button', { name: 'See what taking them does' }).click()
  await expect(pay).toContainText('as imagined')
  expect(await amount()).toBeLessThan(usual)
})

changing('what is kept is said, said anew and taken back', async ({ page }) => {
  await page.goto('example/outlook')
  const buffer = month(page).figure('How long does your buffer last?')
  await buffer.getByRole('textbox', { name: 'Kept' }).fill('9000')
  await buffer.getByLabel('Must stay').fill('6000')
  await buffer.getByRole('button', { name: 'Save' }).click()
  // METRICS 11 at 2,600 a month.
  await expect(buffer).toContainText('You have earned 25 paid days off.')
  await shell(page).told.getByRole('button', { name: 'Undo' }).click()
  await expect(buffer).toContainText('You have earned 13 paid days off.')
  await buffer.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('region', { name: 'How long does your buffer last?' })).toContainText('Say what you keep for poorer months')
})
