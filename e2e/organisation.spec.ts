import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright/test'
import { expectNoBarriers } from './axe.ts'
import { expectOpen, expect, lastMonth, ownerApi, test, type Site } from './site.ts'

const bank = (iban: string) => ({ kind: 'bank', holder: 'Ada Berg', iban, consent: true, since: '2026-01-01' })
/** Three ventures of one maker: two with accounts, one that is paid on a page elsewhere. */
const VENTURES = [
  { name: 'Obtool', ways: [bank('DE89370400440532013000')], packages: ['pkg:npm/obtool'] },
  { name: 'Tiny kiln', ways: [bank('FR1420041010050500013M02606')], packages: ['pkg:npm/%40kiln/fire'] },
  {
    name: 'Night buses',
    ways: [{ kind: 'page', platform: 'Ko-fi', url: 'https://ko-fi.com/nightbuses', fee: { fixed: 0, basisPoints: 0 } }],
    packages: [],
  },
]

test('an organisation approves three ventures at once and gets its files', async ({ page, patron, request, site }) => {
  await publishThree(request, site)
  const sent: string[] = []
  patron.on('request', (asked) => sent.push(`${asked.url()} ${asked.postData() ?? ''}`))
  for (const { name } of VENTURES) await putOnList(patron, name)
  await patron.getByRole('link', { name: /^Your list/ }).click()
  await expect(patron.getByRole('heading', { level: 1 })).toHaveText('Your list')

  await patron.getByLabel('In all').fill('100.01')
  await expect(patron.getByLabel('Amount for Obtool')).toHaveValue('33.34')
  const uses = JSON.stringify({ name: 'ours', dependencies: { obtool: '^4.0.0', 'secret-inner-tool': '1.0.0' } })
  await patron
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'package.json', mimeType: 'application/json', buffer: Buffer.from(uses) })
  await expect(patron.getByText('package.json: 2 packages; one venture of this site makes some of them.')).toBeVisible()
  expect(sent.some((what) => what.includes('secret-inner-tool'))).toBe(false)
  await patron.getByRole('radio', { name: /^Equally/ }).check()

  await patron.getByLabel('Who approves').fill('Mira Holt')
  await patron.getByLabel('What it is for').fill('Tools we build on')
  await patron.getByLabel('Organisation').fill('Holt & Söhne GmbH')
  await patron.getByLabel('IBAN', { exact: true }).fill('NL91 ABNA 0417 1643 00')
  await patron.getByLabel('Purchase order').fill('PO-4711')
  await patron.getByLabel('Number of developers').fill('5')
  await expectNoBarriers(patron)
  await patron.getByRole('button', { name: /^Approve .* a month to 3 ventures$/ }).click()
  const approval = patron.getByRole('region', { name: 'Approvals' })
  await expect(approval).toContainText('€100.01 each month to 3 ventures')
  await expect(approval).toContainText('approved by Mira Holt')

  await patron.getByRole('button', { name: /^Announce them to/ }).click()
  await expect(approval).toContainText('announced')
  const csv = await textOf(await downloadBy(patron, () => patron.getByRole('button', { name: 'Save as CSV' }).click()))
  const xml = await textOf(await downloadBy(patron, () => patron.getByRole('button', { name: 'Save the bank file' }).click()))
  // 100.01 in three is 33.34, 33.34 and 33.33; the last one is paid elsewhere.
  expect(xml).toContain('<CtrlSum>66.68</CtrlSum>')
  expect(xml).toContain('<NbOfTxs>2</NbOfTxs>')
  expect(xml).toContain('<IBAN>FR1420041010050500013M02606</IBAN>')
  expect(xml).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09')
  expect(csv).toContain('33.33')
  const reference = /<EndToEndId>(RF\w+)<\/EndToEndId>/.exec(xml)?.[1] ?? ''
  expect(csv).toContain(reference)
  const sheet = await downloadBy(patron, () => patron.getByRole('button', { name: 'Sheet for Obtool, as PDF' }).click())
  expect((await readFile(await sheet.path())).subarray(0, 5).toString()).toBe('%PDF-')

  // The owner knows the pledge by its reference, and a payment that bears it is linked as it comes in.
  await expect(async () => {
    await page.goto('pledges')
    await expect(page.getByRole('main')).toContainText(reference, { timeout: 2_000 })
    await expect(page.getByRole('main')).toContainText('PO-4711', { timeout: 2_000 })
  }).toPass()
  await payByTransfer(request, site, reference)
  await page.reload()
  await expect(page.getByRole('main')).toContainText('paid')
})

test('an account that changed since the approval stops the bank file until it is confirmed', async ({ patron, request, site }) => {
  const { publish } = await publishThree(request, site)
  for (const { name } of VENTURES.slice(0, 2)) await putOnList(patron, name)
  await patron.getByRole('link', { name: /^Your list/ }).click()
  await patron.getByLabel('Who approves').fill('Mira Holt')
  await patron.getByLabel('What it is for').fill('Tools')
  await patron.getByLabel('Organisation').fill('Holt')
  await patron.getByLabel('IBAN', { exact: true }).fill('NL91ABNA0417164300')
  await patron.getByRole('button', { name: /^Approve/ }).click()
  await publish(0, { ways: [bank('AT611904300234573201')] })
  const approvals = patron.getByRole('region', { name: 'Approvals' })
  await expect(async () => {
    await patron.reload()
    await expect(approvals).toContainText('The page of Obtool names another IBAN', { timeout: 2_000 })
  }).toPass()
  const save = patron.getByRole('button', { name: 'Save the bank file' }).first()
  await save.click()
  await expect(patron.getByRole('alert').first()).toContainText('Failed to make the bank file')
  await patron.getByRole('button', { name: /^Approve/ }).click()
  await expect(approvals).toContainText('The IBAN of Obtool has changed since the last approval')
  await save.click()
  await expect(patron.getByRole('alert').first()).toContainText('Failed to make the bank file')
  await patron.getByLabel('I have confirmed it with Ada Berg').check()
  const xml = await textOf(await downloadBy(patron, () => save.click()))
  expect(xml).toContain('<IBAN>AT611904300234573201</IBAN>')
  expect(xml).not.toContain('DE89370400440532013000')
})

async function publishThree(request: Parameters<typeof ownerApi>[0], site: Site) {
  const api = ownerApi(request, site)
  const first = await api.bookWithVenture('Obtool', { month: lastMonth(), net: 45_000 })
  await api.ask('patch', '/site', { url: site.open.replace(/\/$/, '') })
  const ids = [first]
  for (const { name } of VENTURES.slice(1)) ids.push((await api.ask('post', '/books/main/ventures', { name, work: 'basic' })).id)
  const publish = (at: number, change: object) => api.publish('main', ids[at] ?? 0, change)
  for (const [i, { ways, packages }] of VENTURES.entries()) await publish(i, { ways, packages, money: 'exact' })
  await expectOpen(request, site)
  return { publish }
}

async function putOnList(patron: Page, name: string): Promise<void> {
  await patron.goto('./')
  await patron.getByRole('link', { name, exact: true }).click()
  await patron.getByRole('button', { name: 'Add to your list' }).click()
  await expect(patron.getByText('It is on your list')).toBeVisible()
}

/** A line typed in with the reference in its note, as a bank statement would tell it. */
async function payByTransfer(request: Parameters<typeof ownerApi>[0], site: Site, reference: string): Promise<void> {
  const { ask } = ownerApi(request, site)
  const [stream] = await ask('get', '/books/main/streams')
  const day = new Date().toISOString().slice(0, 10)
  await ask('post', '/books/main/entries', { stream: stream.id, day, amount: 3334, currency: 'EUR', note: `SEPA credit ${reference}` })
}

async function downloadBy(page: Page, act: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return download
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8')
}
