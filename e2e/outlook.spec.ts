import { expect, test } from './app.ts'
import { firstStart, month, shell } from './pages.ts'

const COUNT_ON = 'What you can count on next month'
const HELD = 'How past promises held'

test('the example says what can be counted on, and how past promises held', async ({ page }) => {
  await firstStart(page).open()
  await firstStart(page).showExample()
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
  await firstStart(page).open()
  await firstStart(page).showExample()
  const answer = month(page).figure(COUNT_ON).locator('.count-on-answer')
  const first = await answer.innerText()
  await month(page).goTo('Mar 2026')
  await expect(month(page).figure(COUNT_ON)).toHaveCount(0)
  await page.reload()
  await shell(page).go('Month')
  await expect(answer).toHaveText(first)
})

test('a book without a full month is told that it is too early', async ({ page }) => {
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
