import type { Page } from 'playwright/test'
import { expect, test } from './imported-app.ts'
import { cents, month, shell } from './pages.ts'
import { mondays, monthAgo, monthWord, utc } from './two-files.ts'

/** The running day of the book. */
let today = ''
/** "2026-10": the last full month. */
let last = ''

test.beforeEach(({ book }) => {
  ;({ today, last } = book)
})

const card = (page: Page, name: string) => page.getByRole('region', { name })
/** The first amount of a text, in dollars. */
const dollars = (text: string) => cents(/\$[\d,]+/.exec(text)?.[0] ?? '')

test('the Month page counts on what came every month, and tells the year and the last month by hand', async ({ page }) => {
  await page.goto('./')
  const countOn = month(page).figure('What you can count on next month')
  // No month brought less than 995 or more than 1,003, and who gives less in the last one gives less from here on.
  await expect(countOn).toContainText(/At least \$[\d,]+ in \w+, in 9 of 10 cases\./)
  const least = dollars(await countOn.locator('.count-on-answer').innerText())
  expect(least).toBeGreaterThan(900)
  expect(least).toBeLessThanOrEqual(1_003)
  await expect(card(page, 'If one stops')).toContainText(`Nothing came in ${monthWord(today.slice(0, 7))} so far.`)
  await expect(card(page, 'Income work and basic work')).toContainText('No hours yet.')
  // The running month has nobody yet; the last full one stands for it.
  await expect(card(page, 'Who carries it')).toContainText(monthWord(last))

  // Nothing was promised before the files came.
  await expect(card(page, 'How past promises held')).toContainText('From six full months on each month gets a promise')
  const changed = `What changed since ${monthWord(monthAgo(today, 2))}?`
  const change = month(page).figure(changed)
  await expect(change).toContainText('From $995 to $1,000: new patrons; the other way patrons who left, patrons who gave less.')
  await expect(change).toContainText(`${monthWord(today.slice(0, 7))} is not over: these are the last two full months.`)
  const parts = await (await month(page).table(changed)).locator('tbody td:last-child').allInnerTexts()
  expect(parts.map(cents)).toEqual([995_00, 25_00, 8_00, 10_00, -18_00, -20_00, 1_000_00])

  await page.goto(`month/${last}`)
  await expect(month(page).hero).toHaveText(/was enough, from the 28th on\./)
  const against = await month(page).table('Against enough')
  await expect(against.getByRole('row', { name: /^Total/ })).toHaveText(/\$1,000\.00/)
  // The sponsors usually give 255, by the median of six months; the shop always brings the same.
  const streams = card(page, 'Streams').getByRole('listitem')
  await expect(streams).toHaveText([/itch\.io\$740.*as usual/s, /GitHub Sponsors\$260.*\+2%/s])
  // Enough was there in the five months up to 8 months ago and in the last: 6 of 12; the six between lacked $5 each.
  await expect(month(page).figure('On which day was it enough?')).toContainText(
    'Six of the last 12 months were enough, smoothed. No three months in a row brought less than $995 a month.',
  )
  const rows = (await month(page).table('On which day was it enough?')).getByRole('row')
  await expect(rows).toHaveCount(13)
  await expect(rows.nth(1)).toContainText('28')
  await expect(rows.nth(2)).toContainText('$5 to go')
  await expect(rows.filter({ hasText: '$5 to go' })).toHaveCount(6)
  // 1 ÷ (0.74² + 0.26²) = 1.63.
  const stops = card(page, 'If one stops')
  await expect(stops).toContainText('2 ventures as if 1.6 equal ones')
  await expect(stops).toContainText('Without the largest, itch.io (74%), you would keep 26% of enough.')
  await expect(stops.getByRole('listitem')).toHaveText([/without itch.io.*26%/, /without GitHub Sponsors.*74%/])
  // The smallest 19 of 24: 8 + 18 × 10 = 188 of 260.
  const carriers = card(page, 'Who carries it').getByRole('table')
  await expect(carriers.getByRole('row', { name: /^Smaller/ })).toHaveText(/19\s*72%/)
  await expect(carriers.getByRole('row', { name: /^Larger/ })).toHaveText(/5\s*28%/)
  await stops.getByRole('link').click()
  await expect(shell(page).heading).toHaveText('Patrons')
  await expect(page).toHaveURL(/patrons\?lens=cash$/)
})

test('the Patrons page tells who stops, what changed to the cent, who stays and how ventures steady each other', async ({ page }) => {
  await page.goto('patrons')
  const [now, before] = [monthWord(last), monthWord(monthAgo(today, 2))]
  // 1 ÷ (0.74² + Σ of the sponsors' squares, 0.003058) = 1.8.
  await expect(page.locator('.lead')).toContainText('24 of them as patrons and 1 for work or goods')
  await expect(page.locator('.lead')).toContainText('as if 1.8 equal ones paid')
  const stops = month(page).figure('If one stops')
  await expect(stops).toContainText(`Lose your biggest payer and ${now} falls under enough.`)
  await expect(stops).toContainText('Without itch.io ($740 to go) or GitHub Sponsors ($260 to go) it falls under enough.')
  await stops
    .getByRole('group', { name: 'Platforms that stop' })
    .getByRole('checkbox', { name: /itch.io/ })
    .check()
  await expect(stops.getByRole('status').first()).toContainText('$260 would be left of $1,000: $740 to go.')

  const changed = `What changed since ${before}?`
  await expect(month(page).figure(changed)).toContainText(
    'From $255 to $260 a month: one new, one came back, one gives more, one gives less and one left.',
  )
  const rows = await (await month(page).table(changed)).getByRole('row').all()
  const moves = (await Promise.all(rows.slice(1).map((row) => row.innerText()))).map((row) => row.split('\t'))
  expect(moves.map(([, patrons]) => Number(patrons))).toEqual([23, 1, 1, 1, 1, 1, 0, 24])
  const amounts = moves.map(([, , amount = '']) => cents(amount))
  expect(amounts).toEqual([255_00, 25_00, 8_00, 10_00, -18_00, -20_00, 0, 260_00])
  expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(amounts.at(-1))

  // Ret went after 8 months, one of 24; Gus after 13, one of 23: 23/24 × 22/23.
  await expect(month(page).figure('Who stays')).toContainText(
    'Of 25 patrons who began in the last two years: 92% stay longer than 13 months',
  )
  // Wilson's interval of 1 in 23 at z = 1.2816.
  await expect(card(page, 'Who left')).toContainText(`1 of 23 patrons left in ${now}: 4% (1% to 13%, 8 in 10).`)
  // 25 + 8 + 10 gained, 8 + 18 + 20 lost.
  await expect(card(page, 'Who left')).toContainText('$0.93 gained for each $1')
  // Over twelve months GitHub Sponsors swings by 4.00 ÷ 258.75, both together by 4.00 ÷ 998.75.
  await expect(month(page).figure('Together they are steadier')).toContainText('Alone your ventures swing by 0% to 2%. Together by 0%.')
})

test('the Patrons page tells who carries the month, how large gifts are, when money comes and who stayed of each month', async ({
  page,
}) => {
  await page.goto('patrons')
  const carries = month(page).figure('Who carries it')
  // The smallest 19 of 24: 8 + 18 × 10 = 188 of 260.
  await expect(carries).toContainText(
    '24 patrons carry it; of none it is said who is an organisation. The smaller 80% of gifts, 19 of 24, bring 72%',
  )
  const breadth = await month(page).table('Who carries it')
  await expect(breadth.getByRole('row', { name: /^Payers/ })).toHaveText(/25\s*74%\s*as if 1\.8 equal ones.*1 lost/)
  await expect(breadth.getByRole('row', { name: /^Platforms/ })).toHaveText(/2\s*74%\s*as if 1\.6 equal ones.*1 lost/)
  // Ret gives 8, Nia 25; Mo 15, Les 12 and twenty others 10.
  await expect(month(page).figure('Gift sizes')).toContainText('The largest group, 22 of 24 patrons, gives $10 to under $20 a month.')
  const sizes = (await month(page).table('Gift sizes')).getByRole('row')
  await expect(sizes).toHaveText([
    /^Gift/,
    /^\$5 to under \$10\s*1\s*\$8\.00/,
    /^\$10 to under \$20\s*22\s*\$227\.00/,
    /^\$20 to under \$50\s*1\s*\$25\.00/,
  ])
  // Of both files no gift has a fee.
  await expect(card(page, 'What do fees of small gifts cost?')).toContainText('Of no gift for one month')

  const calendar = card(page, 'When does money come?')
  await expect(calendar).toContainText('Both streams brought money in every one of 12 months.')
  const [github, itch] = [/GitHub Sponsors/, /itch/].map((name) => calendar.getByRole('row', { name }).getByRole('cell'))
  // Twelve to eight months ago, seven to two, and the last.
  await expect(github!).toHaveText([...Array<string>(5).fill('$263'), ...Array<string>(6).fill('$255'), '$260'])
  await expect(itch!).toHaveText(Array<string>(12).fill('$740'))

  // Of the 24 who began 14 months ago all but Ret gave twelve months later; Nia begins with the last month.
  const cohorts = card(page, 'Who of each month’s new patrons is still there?')
  await expect(cohorts).toContainText('Of 24 patrons who began at least a year ago, 23 gave a year after they began: 96%.')
  await expect(cohorts.getByRole('row').nth(1)).toHaveText(/24\s*100%\s*100%/)
  await expect(cohorts.getByRole('row').nth(2)).toHaveText(/1\s*1 of 1$/)
})

test('weeks of 7 basic and 14 paid hours are told on the Time page, and beside the month on its own', async ({ page }) => {
  await page.goto(`month/${last}`)
  await card(page, 'Income work and basic work').getByRole('link', { name: 'Say your week in fifteen seconds' }).click()
  const form = card(page, 'How long did you work?')
  await form.getByLabel('Basic work', { exact: true }).fill('7')
  await form.getByLabel('Paid work', { exact: true }).fill('14')
  await form.getByLabel('Paid work', { exact: true }).press('Enter')
  await expect(shell(page).told).toContainText('21 h saved.')
  // The same for all weeks from the one in which the last full month began.
  await page.evaluate(
    async (weeks) => {
      const put = (path: string, body: object) =>
        fetch(`/api/v1/books/main/${path}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
      for (const week of weeks) await put(`check-ins/${week}`, { lines: [{ venture: null, basic: 420, paid: 840, care: 0 }] })
      await put('time-plan', { floor: 40, sustainable: 3_600 })
    },
    mondays(`${last}-01`, today),
  )
  await page.goto('time')
  await expect(page.locator('.lead')).toHaveText('The last four weeks: 28 of 84 hours were basic work, 33%. Your floor is 40%.')
  await expect(month(page).figure('Is basic work eaten?')).toContainText('under its floor of 40% in three of the last three weeks')
  // One a day of the month.
  const basic = (utc(`${today.slice(0, 7)}-01`).getTime() - utc(`${last}-01`).getTime()) / 86_400_000
  // $260 of the $1,000 for which 60 hours are worked: 15.6 hours.
  await expect(month(page).figure('What patrons paid for')).toContainText(
    `Patrons paid for 16 of your ${basic} basic hours in ${monthWord(last)}.`,
  )
  // Weeks of two months at most are known, and of no venture.
  await expect(card(page, 'Do paid hours go together with fewer basic ones?')).toContainText(/^.*So far \w+ weeks are known\./s)
  const early = 'three of the last six months with all their weeks known; so far one is.'
  await expect(card(page, 'What an hour really brings')).toContainText(early)
  await expect(card(page, 'How far can your hours carry?')).toContainText('takes three full months of which all weeks are known.')
  await expect(card(page, 'Keep or drop?')).toContainText('Keep or drop takes hours by venture over three full months.')
  await page.goto(`month/${last}`)
  const work = card(page, 'Income work and basic work')
  await expect(work).toContainText(`${2 * basic} h paid · ${basic} h basic`)
  await expect(work).toContainText(`$1,000 came with ${2 * basic} hours of paid work and its care`)
  await expect(work).toContainText(`${basic} of ${3 * basic} hours were basic work, 33%. Your floor is 40%.`)
})

test('steady pay, a year without the shop, and the ladder of needs follow from the files', async ({ page }) => {
  await page.goto('outlook')
  const pay = month(page).figure('What can you pay yourself every month?').locator('.answer').first()
  await expect(pay).toContainText(/You can pay yourself \$[\d,]+ every month for a year \(9 in 10\)\./)
  const paid = dollars(await pay.innerText())
  expect(paid).toBeGreaterThan(900)
  expect(paid).toBeLessThanOrEqual(1_003)
  // Each month brings about what every month did.
  const year = 'What may the year ahead bring?'
  await expect(month(page).figure(year)).toContainText(/Count on \$[\d,]+ even in \w+ \d+, the poorest of the twelve \(9 in 10\)\./)
  const lows = await (await month(page).table(year)).locator('tbody td:nth-of-type(1)').allInnerTexts()
  expect(lows).toHaveLength(12)
  for (const low of lows.map(cents)) expect(low > 900_00 && low <= 1_003_00).toBe(true)
  const kept = 'How long does your buffer last?'
  await card(page, kept).getByLabel('Kept').fill('2000')
  await card(page, kept).getByRole('button', { name: 'Save' }).click()
  // 2,000 ÷ 1,000.
  await expect(month(page).figure(kept)).toContainText('it is 2 months of enough by itself.')
  const otherwise = card(page, 'What if something were otherwise?')
  await otherwise.getByLabel('Venture').selectOption({ label: 'itch.io' })
  await otherwise.getByRole('button', { name: 'Imagine it' }).click()
  const outcome = otherwise.getByRole('status')
  await expect(outcome).toContainText(/Count on \$\d+ instead of \$[\d,]+ in/)
  // Without $740 a month what is left is what sponsors give, $227 to $263.
  const [then = 0, now = 0] = [...(await outcome.innerText()).matchAll(/\$[\d,]+/g)].map(([amount]) => cents(amount))
  expect(then).toBeGreaterThan(200)
  expect(then).toBeLessThanOrEqual(263)
  expect(Math.abs(now - then - 740)).toBeLessThan(40)

  await shell(page).go('Target')
  await page.getByRole('radio', { name: 'Work it out from what you need' }).check()
  const lines = page.locator('.plan-line')
  await lines.nth(0).getByLabel('What it is').fill('Rent')
  await lines.nth(0).getByLabel('Amount').fill('600')
  await page.getByLabel('Months off in a year').fill('0')
  await page.getByRole('button', { name: 'Save as the target' }).click()
  // 600 are left of 800 once a quarter is put aside, and three quarters of what can be counted on are more than that.
  await expect(shell(page).told).toContainText('$800 before income tax is enough.')
  const ladder = month(page).figure('Which needs are paid, and by whom?')
  await expect(ladder).toContainText('The one need is firm.')
  await expect(ladder).toContainText(/Rent.*firm, paid by itch\.io and GitHub Sponsors/)
})
