import { hold, shell } from './pages.ts'
import { expect, lastMonth, ownerApi, test } from './site.ts'

test('of two tabs on one page the later one is told, and keeps what was typed', async ({ page, request, site }) => {
  const venture = await ownerApi(request, site).bookWithVenture('Obtool', { month: lastMonth(), net: 45_000 })
  const other = await page.context().newPage()
  for (const tab of [page, other]) {
    await tab.goto(`ventures/${venture}/page`)
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Public page of Obtool')
  }
  await page.getByLabel('Title', { exact: true }).fill('Obtool, first')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The page of Obtool, first is saved.')).toBeVisible()
  await other.getByLabel('Title', { exact: true }).fill('Obtool, second')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByRole('alert')).toContainText('it was changed elsewhere since it was opened here')
  await expect(other.getByLabel('Title', { exact: true })).toHaveValue('Obtool, second')
  await other.close()
})

test('what is saved can be left at once, however long all else takes to be read again', async ({ page, request, site }) => {
  const venture = await ownerApi(request, site).bookWithVenture('Obtool', { month: lastMonth(), net: 45_000 })
  await page.goto(`ventures/${venture}/page`)
  await page.getByLabel('Title', { exact: true }).fill('Obtool, saved')
  await expect(page.getByText('Not saved yet.')).toBeVisible()
  const letGo = await hold(page, 'GET', '**/ventures/*/patrons')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Not saved yet.')).toHaveCount(0)
  await shell(page).go('Target')
  letGo()
  await expect(shell(page).heading).toContainText('enough')
})

test('an unlisted page gets a new address by a button, and the old one leads nowhere', async ({ page, request, site }) => {
  const owner = ownerApi(request, site)
  const venture = await owner.bookWithVenture('Obtool', { month: lastMonth(), net: 45_000 })
  await owner.ask('patch', '/site', { url: site.open.replace(/\/$/, '') })
  await page.goto(`ventures/${venture}/page`)
  await page.getByRole('radio', { name: /^Unlisted/ }).check()
  await page.getByRole('button', { name: 'Save and put it at its address' }).click()
  const link = page.getByRole('link', { name: 'Open the page' })
  const before = (await link.getAttribute('href')) ?? ''
  await expect(async () => expect((await request.get(before)).status()).toBe(200)).toPass()
  await page.getByLabel('Title', { exact: true }).fill('Typed and not saved')
  await page.getByRole('button', { name: 'Give it a new address' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Give it a new address' }).click()
  await expect(link).not.toHaveAttribute('href', before)
  expect((await request.get(before)).status()).toBe(404)
  expect((await request.get((await link.getAttribute('href')) ?? '')).status()).toBe(200)
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Typed and not saved')
  // The page is saved on with the address that it has now.
  await page.getByRole('button', { name: /^(Save|Publish)/ }).click()
  await expect(page.getByText('The page of Typed and not saved is changed')).toBeVisible()
})
