import { expect, test as onEmptyBook } from './app.ts'
import { changing } from './example-app.ts'
import { openCard } from './opened-card.ts'
import { cents, firstStart, importing, shell } from './pages.ts'

const STRIP = 'Is basic work eaten?'

/** The Monday of the week that lies some weeks before the running one, in UTC as the server and the page see it. */
function monday(weeksAgo: number): string {
  const day = new Date()
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7) - 7 * weeksAgo)
  return day.toISOString().slice(0, 10)
}

changing('the example tells its floor, its hours, and what stopping a venture would change', async ({ page }) => {
  await page.goto('example/time')
  await expect(shell(page).heading).toHaveText('Time')
  await expect(page.locator('.lead')).toContainText(/of the last four weeks|The last four weeks: \d+ of \d+ hours were basic work/)
  for (const [name, says] of [
    [STRIP, /Basic work (kept to|was under) its floor of 40/],
    ['Do paid hours go together with fewer basic ones?', /went together with [\d.]+ fewer basic ones \([\d.]+ to [\d.]+, 8 in 10\)/],
    ['What an hour really brings', /An hour of .+ brings €/],
    ['What patrons paid for', /Patrons paid for (all|\d+) of your \d+ basic hours/],
    ['How far can your hours carry?', /ully booked you reach €[\d,]+/],
    ['Keep or drop?', /comes in 9 of 10/],
  ] as const) {
    const figure = page.getByRole('figure', { name })
    await expect(figure).toContainText(says)
    await figure.getByText('Table', { exact: true }).click()
    await expect(figure.getByRole('table').last()).toBeVisible()
  }
  const rates = await openCard(page, page.getByRole('figure', { name: 'What an hour really brings' }))
  const ventures = Map.groupBy(rates.rows, ([name = '']) => name)
  for (const [name, own] of ventures) {
    const net = own.reduce((sum, row) => sum + cents(row[2] ?? ''), 0)
    const told = rates.formula.split('; ').find((part) => part.includes(`${name} €`))
    expect(cents(/€([\d,.]+) ÷/.exec(told ?? '')?.[1] ?? '')).toBe(net)
  }
  // It is reckoned beside the page, never on its own thread.
  expect(page.workers().some((worker) => worker.url().includes('time-worker'))).toBe(true)
  const keep = page.getByRole('figure', { name: 'Keep or drop?' })
  const marks = keep.getByRole('group', { name: /^Ventures by/ })
  await marks.getByRole('button', { name: /^Obtool/ }).focus()
  await page.keyboard.press('Enter')
  await expect(keep.getByRole('status')).toContainText(/Without Obtool a mean month of \w+ holds €[\d,]+ instead of €[\d,]+/)
  await keep.getByRole('radio', { name: '4' }).check()
  await expect(shell(page).told).toContainText('Obtool: joy 4 of 5.')
})

onEmptyBook('three numbers and Enter are a check-in; it can be undone, corrected and taken back', async ({ page }) => {
  await firstStart(page).begin('1000')
  await shell(page).go('Time')
  const card = page.getByRole('region', { name: 'How long did you work?' })
  await expect(card).toContainText('Nothing is known of this week yet.')
  await card.getByLabel('Basic work', { exact: true }).fill('12.5')
  await page.keyboard.press('Tab')
  await page.keyboard.type('18')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(card.getByRole('status')).toHaveText('32 h 30 min together')
  await page.keyboard.press('Enter')
  await expect(shell(page).told).toContainText('32 h 30 min saved.')
  await expect(card).toContainText('As you said it.')
  // The week before begins with nothing before it; a week without a word stays unknown.
  await card.getByRole('navigation', { name: 'Weeks' }).getByRole('link').first().click()
  await expect(card).toContainText('Nothing is known of this week yet.')
  await card.getByLabel('Paid work', { exact: true }).fill('many')
  await expect(card.getByRole('button', { name: 'Save the week' })).toBeDisabled()
  await card.getByLabel('Paid work', { exact: true }).fill('20')
  await card.getByLabel('Paid work', { exact: true }).press('Enter')
  await expect(shell(page).told).toContainText('20 h saved.')
  await card.getByRole('button', { name: 'Take the week back' }).click()
  await expect(card).toContainText('Nothing is known of this week yet.')
  await shell(page).told.getByRole('button', { name: 'Undo' }).click()
  await expect(card).toContainText('As you said it.')
  const strip = page.getByRole('figure', { name: STRIP })
  await strip.getByText('Table', { exact: true }).click()
  const rows = strip.getByRole('table').getByRole('row')
  await expect(rows.nth(1)).toContainText('12 h 30 min')
  await expect(rows.nth(2)).toContainText('20 h')
  await strip.getByLabel('Floor of basic work, in percent').fill('55')
  await page.keyboard.press('Enter')
  await expect(shell(page).told).toContainText('The floor of basic work is 55')
})

onEmptyBook('imported time stands for its week until the week is said, and never counts besides', async ({ page }) => {
  await firstStart(page).begin('1000')
  const day = monday(1).replaceAll('-', '/')
  await shell(page).go('Import')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'work.timeclock',
      mimeType: 'text/plain',
      buffer: Buffer.from(`i ${day} 09:00:00 editing\no ${day} 12:00:00\n`),
    })
  await importing(page).save.click()
  await expect(shell(page).heading).toHaveText(/saved\.$/)
  await page.goto(`time?week=${monday(1)}`)
  const card = page.getByRole('region', { name: 'How long did you work?' })
  await expect(card).toContainText('From your imported time.')
  await card.getByLabel('Basic work', { exact: true }).fill('10')
  await card.getByLabel('Basic work', { exact: true }).press('Enter')
  await expect(card).toContainText('The 3 h that were imported for it do not count besides.')
  const strip = page.getByRole('figure', { name: STRIP })
  await strip.getByText('Table', { exact: true }).click()
  await expect(strip.getByRole('table').getByRole('row').nth(2)).toContainText('imported 3 h not counted')
  await card.getByRole('button', { name: 'Use the imported 3 h' }).click()
  await expect(card).toContainText('From your imported time.')
})
