import { expect, test as base } from 'playwright/test'
import { expectNoBarriers } from './axe.ts'
import { besideExample } from './example-app.ts'
import { publishExample, type ExampleSite } from './example-site.ts'

/** The narrowest that WCAG asks for: 1280 pixels seen at 400 %. */
const NARROW = { width: 320, height: 800 }

/** The example's ventures, published once for all tests of a worker: they only look. */
const test = base.extend<object, { site: ExampleSite & { open: string } }>({
  site: [
    async ({}, use) => besideExample(async (server) => use({ ...(await publishExample(server)), open: server.open })),
    { scope: 'worker' },
  ],
})

const PAGES: Record<string, (site: ExampleSite) => string> = {
  browse: () => '',
  'a page with exact money': () => 'v/obtool',
  'a page that has enough and passes on': () => 'v/field-notes',
  'a pledge': ({ token }) => `pledge#${token}`,
  'a remittance': ({ recipientToken }) => `remittance#${recipientToken}`,
  'an empty list': () => 'list',
  giving: () => 'giving',
  'a page that is not there': () => 'v/nothing-here',
  'a frame for elsewhere': () => 'embed/obtool',
}

for (const [name, pathOf] of Object.entries(PAGES)) {
  test(`${name} has no barriers, wide and narrow, and does not scroll sideways`, async ({ page, site }) => {
    await page.goto(`${site.open}${pathOf(site)}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await expectNoBarriers(page)
    await page.setViewportSize(NARROW)
    // The chart takes its new width a moment later.
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width)
    await expectNoBarriers(page, ['light'])
  })
}

test('a patron pledges by keyboard alone', async ({ page, site }) => {
  await page.goto(`${site.open}v/choir-scores`)
  const pledge = page.getByRole('button', { name: /^Pledge / })
  await pledge.focus()
  await page.keyboard.press('Enter')
  const said = page.getByText('Thank you. Your pledge is noted.')
  await expect(said).toBeFocused()
  // From where reading goes on, the next stop is the way to pay.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Go on to Ko-fi' })).toBeFocused()
})
