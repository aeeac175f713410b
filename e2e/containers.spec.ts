import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { zipOf } from '../src/platforms/containers/container-fixture.ts'
import { ledgerNet } from './api.ts'
import { expect, test } from './app.ts'
import { firstStart, importing, MARCH, shell } from './pages.ts'

test('the files of an archive, and a text that is pasted, are looked at and saved like any other', async ({ page }) => {
  const [github = '', collective = '', stripe = ''] = MARCH
  const archive = await zipOf(
    Object.fromEntries(await Promise.all([github, collective].map(async (path) => [`in/${basename(path)}`, await readFile(path, 'utf8')]))),
  )
  await firstStart(page).begin('180')
  await shell(page).go('Import')
  const files = importing(page)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles({ name: 'exports.zip', mimeType: 'application/zip', buffer: Buffer.from(archive) })
  await expect(files.added.getByRole('row', { name: /exports\.zip › github-march\.csv/ })).toBeVisible()
  await expect(files.added.getByRole('row', { name: /exports\.zip › open-collective-march\.csv/ })).toBeVisible()

  await page.getByRole('button', { name: 'Paste text' }).click()
  const dialog = page.getByRole('dialog', { name: 'Paste text' })
  await dialog.getByLabel('Text').fill(await readFile(stripe, 'utf8'))
  await dialog.getByRole('button', { name: 'Look at it' }).click()
  await expect(files.added.getByRole('row', { name: /Pasted text/ })).toContainText('€45.84')
  await expect(files.heading).toHaveText('7 entries found, 1 row to look at.')
  await files.save.click()
  await expect(files.heading).toHaveText('7 entries saved.')
  expect(await ledgerNet(page, '2026-03')).toBe(200_64)
})
