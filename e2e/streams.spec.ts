import { ledgerNet } from './api.ts'
import { expect, test as onEmptyBook } from './app.ts'
import { changing } from './example-app.ts'
import { expectNoBarriers } from './axe.ts'
import { firstStart, importing, MARCH, sample, shell } from './pages.ts'

onEmptyBook('streams are merged and split, and both are taken back without a cent lost', async ({ page }) => {
  await firstStart(page).begin('180')
  await importing(page).bring(...MARCH)
  const net = await ledgerNet(page, '2026-03')
  await shell(page).go('Streams')
  const links = page.getByRole('main').getByRole('rowheader').getByRole('link')
  const [first, before] = [links.first(), await links.count()]
  const name = await first.innerText()
  await first.click()
  const card = page
    .locator('section, article, div')
    .filter({ has: page.getByRole('heading', { name: 'Merge and split' }) })
    .last()
  await card.getByLabel('Merge into this stream').selectOption({ index: 1 })
  await card.getByRole('button', { name: 'Merge' }).click()
  await expect(card.getByText('is merged into this stream.')).toBeVisible()
  await card.getByRole('textbox', { name: 'Split off lines with' }).fill('ada')
  await card.getByRole('textbox', { name: 'into a new stream called' }).fill('From Ada')
  await card.getByRole('button', { name: 'Split' }).click()
  await expect(card.getByText('Lines with “ada” count in From Ada.')).toBeVisible()
  await expectNoBarriers(page)
  expect(await ledgerNet(page, '2026-03')).toBe(net)
  await shell(page).go('Streams')
  await expect(links).toHaveCount(before)
  await page.getByRole('link', { name: 'From Ada' }).click()
  await page.getByRole('button', { name: /^Take back: Here count lines/ }).click()
  await page.getByRole('button', { name: /^Take back: .* is merged into this stream/ }).click()
  await expect(page.getByText('is merged into this stream.')).toHaveCount(0)
  expect(await ledgerNet(page, '2026-03')).toBe(net)
  await shell(page).go('Streams')
  await expect(links).toHaveCount(before)
  await expect(page.getByRole('link', { name, exact: true }).first()).toBeVisible()
})

onEmptyBook('what a stream is told of its payments and rates is shown on each entry', async ({ page }) => {
  await firstStart(page).begin('180')
  await importing(page).bring(...MARCH)
  await shell(page).go('Streams')
  await page.getByRole('main').getByRole('rowheader').getByRole('link').first().click()
  await page.getByRole('textbox', { name: 'Months that each payment covers' }).fill('12')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(shell(page).told).toContainText('is saved.')
  await page.getByRole('textbox', { name: 'Days and rates' }).fill('2026-01-01 0.5')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(
    page.getByRole('cell', { name: '1 USD = 0.5 EUR' }).or(page.getByRole('rowheader', { name: '1 USD = 0.5 EUR' })),
  ).toBeVisible()
})

onEmptyBook('lists of patrons count as an estimate once that is said, and not any more when it is taken back', async ({ page }) => {
  await firstStart(page).begin('180')
  await shell(page).go('Import')
  await importing(page).choose(sample('members-march.csv'), sample('members-april.csv'))
  await page.getByRole('button', { name: 'Save the list of patrons' }).click()
  await expect(importing(page).heading).toHaveText('Saved; no total changes.')
  await shell(page).go('Streams')
  await page.getByRole('main').getByRole('rowheader').getByRole('link', { name: 'Patreon' }).first().click()
  await page.getByRole('button', { name: 'Count them as an estimate' }).click()
  await expect(shell(page).told).toContainText('Counted as an estimate.')
  await expect(page.getByText('All of it is hatched: an estimate from patron lists.')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'estimate from patron lists' })).toBeVisible()
  await expectNoBarriers(page)
  expect(await ledgerNet(page, '2026-04')).toBe(1500)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Count them as an estimate' })).toBeVisible()
  expect(await ledgerNet(page, '2026-04')).toBe(0)
})

changing(
  'a venture is archived with the streams one leaves ticked, which are expected no more, and undone in one press',
  async ({ page }) => {
    await page.goto('example/settings')
    await page.getByRole('button', { name: 'Change Zine shop', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Change Zine shop' })
    await dialog.getByLabel(/^Archived:/).check()
    await expect(dialog.getByRole('group', { name: 'Archive with it' }).getByRole('checkbox')).toHaveCount(2)
    await dialog.getByLabel('Zine shop · Fairs').uncheck()
    await expectNoBarriers(page)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(shell(page).told).toContainText('Zine shop and 1 stream of it are archived.')
    const streams = page.getByRole('table', { name: 'Streams' })
    const archived = streams.getByRole('row').filter({ hasText: 'archived' })
    await expect(archived).toHaveCount(1)
    await expect(archived).toContainText('Zine shop, orders')
    await shell(page).told.getByRole('button', { name: 'Undo' }).click()
    await expect(archived).toHaveCount(0)
  },
)
