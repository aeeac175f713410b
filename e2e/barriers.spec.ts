import { expect, type Page } from 'playwright/test'
import { expectNoBarriers } from './axe.ts'
import { test } from './example-app.ts'
import { importing, MARCH, shell } from './pages.ts'

/** Every page of the example book, by its address. */
const PAGES = [
  '',
  'month/2026-03',
  '?lens=smoothed&by=stream&span=all',
  'streams',
  'patrons',
  'time',
  'outlook',
  'outlook?if=venture_4.days_3',
  'ledger',
  'doubles',
  'import',
  'add',
  'target',
  'settings',
  'sharing',
  'pledges',
  'ventures/2/page',
  'ventures/2/needs',
]
/** Pages that are seen from right to left and in text of twice the size too. */
const TURNED = new Set(['', 'streams', 'patrons', 'time', 'outlook', 'target'])
const WIDE = { width: 1280, height: 800 }
/** The narrowest that WCAG asks for: 1280 pixels seen at 400 %. */
const NARROW = { width: 320, height: 800 }

/** How wide all of the page is: pictures that follow a new width come a moment after it. */
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

for (const path of PAGES) {
  test(`/${path} has no barriers, wide and narrow, and does not scroll sideways`, async ({ page }) => {
    await page.goto(`example/${path}`)
    await expect(shell(page).heading).toBeVisible()
    await expect(shell(page).heading).not.toHaveText('There is no page here')
    await page.waitForLoadState('networkidle')
    await expectNoBarriers(page)
    await page.setViewportSize(NARROW)
    await expect.poll(() => widthOf(page)).toBeLessThanOrEqual(NARROW.width)
    await expectNoBarriers(page, ['light'])
    if (!TURNED.has(path)) return
    await page.setViewportSize(WIDE)
    await page.evaluate(() => void (document.documentElement.dir = 'rtl'))
    // As a reader sets it in the browser, so that the page may lay itself out anew.
    await (await page.context().newCDPSession(page)).send('Page.setFontSizes', { fontSizes: { standard: 32 } })
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
    await expect.poll(() => widthOf(page)).toBeLessThanOrEqual(WIDE.width)
    await expectNoBarriers(page, ['light'])
  })
}

test('a stream has no barriers', async ({ page }) => {
  await page.goto('example/streams')
  await page
    .getByRole('main')
    .getByRole('link', { name: /GitHub Sponsors/ })
    .first()
    .click()
  await expect(page.getByRole('figure').first()).toBeVisible()
  await expectNoBarriers(page)
})

test('a preview has no barriers', async ({ page }) => {
  await page.goto('example/import')
  await importing(page).choose(...MARCH)
  await expect(importing(page).save).toBeVisible()
  await expectNoBarriers(page)
  await page.setViewportSize(NARROW)
  await expect.poll(() => widthOf(page)).toBeLessThanOrEqual(NARROW.width)
})
