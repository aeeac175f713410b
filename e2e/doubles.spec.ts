import type { Page } from 'playwright/test'
import { expect, test } from './app.ts'
import { expectNoBarriers } from './axe.ts'
import { firstStart, importing, ledger, shell } from './pages.ts'

const KO_FI =
  'DateTime (UTC),From,Message,Item,Received,Given,Currency,TransactionType,TransactionId,Reference,SalesTax,PaymentProvider,BuyerEmail'
const PAYPAL =
  '"Date","Time","Time Zone","Description","Currency","Gross","Fee","Net","Balance","Transaction ID","From Email Address","Name","Bank Name","Bank Account","Shipping and Handling Amount","Sales Tax","Invoice ID","Reference Txn ID"'
const DAYS = [13, 14, 15, 16, 20, 21]
const koFi = DAYS.map((day, i) => `2026-05-${day} 13:04:05,Payer ${i},,Ko-fi Support,${5 + i}.00,0,EUR,Donation,tx${i},,0,PayPal,`)
const payPal = DAYS.map(
  (day, i) =>
    `"05/${day}/2026","15:04:05","Europe/Berlin","Website Payment","EUR","${5 + i}.00","-0.47","${4 + i}.53","","PP00000000000000${i}","","Payer ${i}","","","","","",""`,
)

async function drop(page: Page, name: string, ...lines: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) })
}

function doubles(page: Page) {
  return {
    list: page.getByRole('list', { name: 'Doubles' }).getByRole('article'),
    effect: page.getByRole('main').getByRole('status'),
    tab: (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) }),
  }
}

test.beforeEach(async ({ page }) => {
  await firstStart(page).begin('180')
  await shell(page).go('Import')
})

test('doubles are decided by keys, by one rule, and taken back', async ({ page }) => {
  const { heading, save } = importing(page)
  await drop(page, 'kofi.csv', KO_FI, ...koFi)
  await save.click()
  await expect(heading).toHaveText('6 payments saved.')
  await drop(page, 'paypal.csv', PAYPAL, ...payPal)
  const twice = page.getByRole('region', { name: 'Seen twice?' })
  await expect(twice).toContainText('6 amounts may be told twice')
  await save.click()
  await expect(heading).toHaveText(/saved\.$/)
  await twice.getByRole('link', { name: 'Decide them' }).click()

  const { list, effect, tab } = doubles(page)
  await expect(shell(page).heading).toHaveText('6 amounts may be counted twice.')
  await expect(effect).toHaveText('These 6 would count once instead of twice: −€45.')
  await expectNoBarriers(page)
  await list.first().getByRole('button', { name: 'The same money' }).focus()
  await page.keyboard.press('s')
  await expect(shell(page).told).toContainText('counts once')
  await expect(list).toHaveCount(5)
  await expect(list.first().getByRole('button', { name: 'The same money' })).toBeFocused()
  await page.keyboard.press('n')
  await expect(list).toHaveCount(4)
  await shell(page).told.getByRole('button', { name: 'Undo' }).click()
  await expect(list).toHaveCount(5)

  await page.getByRole('button', { name: 'Yes, settle 5' }).click()
  await expect(shell(page).heading).toHaveText('All money is counted once.')
  await shell(page).told.getByRole('button', { name: 'Undo' }).click()
  await expect(list).toHaveCount(5)
  await tab('By you').check()
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(shell(page).heading).toHaveText('6 amounts may be counted twice.')
})

test('a line of the ledger that is not counted leads to the one that is', async ({ page }) => {
  await drop(page, 'kofi.csv', KO_FI, koFi[0] ?? '')
  await importing(page).save.click()
  await expect(importing(page).heading).toContainText('saved')
  await drop(page, 'paypal.csv', PAYPAL, payPal[0] ?? '')
  await importing(page).save.click()
  await page.getByRole('link', { name: 'Decide them' }).click()
  await page.getByRole('button', { name: 'The same money' }).click()
  await expect(shell(page).told).toContainText('counts once')
  await shell(page).go('Ledger')
  await expect(ledger(page).line('Website Payment')).toContainText('counted in Ko-fi')
  await ledger(page).line('Website Payment').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'counted in Ko-fi' }).click()
  await expect(dialog.getByLabel('Note')).toHaveValue(/Ko-fi Support/)
  await expectNoBarriers(page)
})

test('a newer export says what changed and what is missing; missing lines go only when asked, and come back', async ({ page }) => {
  const { heading, save } = importing(page)
  await drop(page, 'may.csv', KO_FI, ...koFi)
  await save.click()
  await expect(heading).toHaveText('6 payments saved.')
  const newer = koFi.filter((_, i) => i !== 2).map((row) => row.replace('Payer 3', 'Ada'))
  await drop(page, 'may-again.csv', KO_FI, ...newer)
  await expect(page.getByRole('region', { name: 'Rows that will change' })).toContainText('Ko-fi changed 1 row:')
  const missing = page.getByRole('region', { name: 'Missing in a newer export' })
  await expect(missing).toContainText('One line that an earlier export told is missing in may-again.csv.')
  await expectNoBarriers(page)
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(heading).toHaveText(/changed\.$/)
  await missing.getByRole('button', { name: 'Remove 15 May' }).click()
  await expect(shell(page).told).toContainText('1 line removed.')
  await shell(page).told.getByRole('button', { name: 'Undo' }).click()
  await expect(missing.getByRole('button', { name: 'Remove 15 May' })).toBeVisible()
  // Later on the list of imports leads to the same lines.
  await page.reload()
  const later = page.getByRole('button', { name: '1 row of earlier files is no longer in it: may-again.csv' })
  await later.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('One line that an earlier export told is missing in may-again.csv.')
  await expectNoBarriers(page)
  await dialog.getByRole('button', { name: 'Remove 15 May' }).click()
  await expect(dialog).toContainText('They are removed.')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(later).toBeHidden()
})
