import { expect, test } from './app.ts'
import { firstStart, shell } from './pages.ts'

test('a phone has three pages in its bar and the others behind "More", which closes by itself and by Escape', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await firstStart(page).begin('1500')
  const bar = page.getByRole('navigation', { name: 'Pages' })
  const more = bar.getByRole('button', { name: 'More' })
  await expect(bar.getByRole('link')).toHaveText(['Month', 'Streams', 'Patrons'])
  await more.click()
  await bar.getByRole('link', { name: 'Target' }).click()
  await expect(shell(page).heading).toContainText('enough')
  await expect(bar.getByRole('link', { name: 'Target' })).toBeHidden()
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('link', { name: 'Target' })).toHaveAttribute('aria-current', 'page')
  await page.keyboard.press('Escape')
  await expect(bar.getByRole('link', { name: 'Target' })).toBeHidden()
  await expect(more).toBeFocused()
  await page.setViewportSize({ width: 1240, height: 640 })
  await expect(more).toBeHidden()
  await expect(bar.getByRole('link', { name: 'Target' })).toBeVisible()
})
