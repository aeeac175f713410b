import type { Page } from 'playwright/test'
import { expectOpen, expect, lastMonth, ownerApi, test, type Site } from './site.ts'

test('an owner publishes, a patron pledges and pays, the owner sees it, the patron cancels', async ({ page, patron, request, site }) => {
  await ownerApi(request, site).bookWithVenture('Obtool', { month: lastMonth(), net: 45_000 })
  await publishByHand(page, site)
  await expectOpen(request, site)

  await patron.goto('./')
  await expect(patron.getByRole('heading', { level: 1 })).toHaveText('See what €5 changes.')
  await patron.getByLabel('I could give').fill('9')
  const card = patron.getByRole('article').filter({ hasText: 'Obtool' })
  await expect(card).toContainText('50% of enough')
  // €9 by card cost 25 cents and 1.5 %: 8.61 of 900 is a little under 1 %.
  await expect(card).toContainText('your €9 → 50.9%')
  expect(patron.url()).not.toContain('9.')
  await card.getByRole('link', { name: 'Obtool' }).click()
  await expect(patron.getByRole('heading', { level: 1 })).toHaveText('Obtool')

  await patron.getByText('Your name, if you like').click()
  await patron.getByLabel('Name', { exact: true }).fill('Lena Ode')
  await patron.getByLabel('My name may stand on the page').check()
  await patron.getByRole('button', { name: 'Pledge €9 a month' }).click()
  await patron.waitForURL(`${site.stripe.url}/pay/**`)
  await patron.getByRole('button', { name: 'Pay' }).click()
  await expect(patron.getByRole('heading', { level: 1 })).toHaveText(/^(Your pledge to Obtool|Thank you)/)

  await page.goto('pledges')
  const pledge = page.getByRole('article').or(page.getByRole('main')).filter({ hasText: '€9 a month' }).first()
  await expect(async () => {
    await page.reload()
    await expect(pledge).toContainText('Lena Ode', { timeout: 2_000 })
    await expect(pledge).toContainText('paid', { timeout: 2_000 })
  }).toPass()
  await page.goto('ledger')
  await expect(page.getByRole('grid')).toContainText('€8.62')

  await patron.goto('giving')
  await patron.getByRole('link', { name: 'Obtool' }).first().click()
  await expect(patron.getByRole('heading', { level: 1 })).toHaveText('Your pledge to Obtool')
  await expect(patron.getByRole('button', { name: 'Cancel the pledge' })).toBeHidden()
  await patron.getByRole('button', { name: 'Change or end it at Stripe' }).click()
  await patron.getByRole('button', { name: 'Cancel plan' }).click()
  await expect(async () => {
    await patron.reload()
    await expect(patron.getByRole('main')).toContainText('Cancelled.', { timeout: 2_000 })
  }).toPass()
  await page.goto('pledges')
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('main')).toContainText('cancelled on', { timeout: 2_000 })
  }).toPass()
})

/** Says what the venture needs, how it can be backed and who stands behind it, sets the public address and publishes. */
async function publishByHand(page: Page, site: Site): Promise<void> {
  await page.goto('sharing')
  await page.getByRole('link', { name: 'Make a page for Obtool' }).click()
  await page.getByRole('radio', { name: /^Public/ }).check()
  await page.getByRole('button', { name: 'Set the public address' }).click()
  await page.getByLabel('Public address').fill(site.open)
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('radio', { name: /^Exact/ }).check()
  await page.getByLabel('Summary').fill('Backups that a person can read.')
  await page.getByRole('button', { name: 'Say what it needs' }).click()
  const needs = page.getByRole('dialog')
  await needs.getByLabel('From').selectOption(lastMonth())
  await needs.getByLabel('What it is').fill('6 hours a week of maintenance')
  await needs.getByLabel('A month').fill('900')
  await needs.getByRole('button', { name: 'Save the needs' }).click()
  await page.getByRole('button', { name: 'Add card payment' }).click()
  await page.getByLabel('Legal name').fill('Ada Berg')
  await page.getByLabel('E-mail').fill('ada@example.org')
  await page.getByLabel('Country').fill('DE')
  await expect(page.getByText('"percent":50').first()).toBeAttached()
  await page.getByRole('button', { name: 'Save and publish' }).click()
  await expect(page.locator('.toaster')).toContainText('Obtool')
}

test('the head of a page is in its HTML, without any script', async ({ browser, request, site }) => {
  const api = ownerApi(request, site)
  const venture = await api.bookWithVenture('Obtool', { month: lastMonth(), net: 45_000 })
  await api.ask('put', `/books/main/ventures/${venture}/needs/${lastMonth()}`, {
    needs: [{ text: 'Upkeep', amount: 90_000, level: 'enough' }],
  })
  await api.ask('patch', '/site', { url: site.open.replace(/\/$/, '') })
  const tricky = 'Backups <script>alert(1)</script> & "more"'
  await api.publish('main', venture, { summary: tricky })
  await expectOpen(request, site)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.open}v/obtool`)
  await expect(page).toHaveTitle(/Obtool/)
  const content = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content')
  expect(await content('og:title')).toContain('Obtool')
  expect(await content('og:description')).toContain(tricky)
  expect(await page.locator('meta[name="description"]').getAttribute('content')).toContain(tricky)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Obtool')
  await expect(page.locator('body')).toContainText('50 % of enough')
  const picture = await request.get(String(await content('og:image')))
  expect(picture.headers()['content-type']).toBe('image/png')
  expect((await picture.body()).subarray(1, 4).toString()).toBe('PNG')
  await context.close()
})
