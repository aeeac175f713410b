import { fileURLToPath } from 'node:url'
import { expect, type Locator, type Page } from 'playwright/test'

/** Each page as a person sees it: what stands there and what can be done, found by role and name. */

/** Files of three platforms over March 2026: 7 lines that count, a payout, and a row that cannot be read. */
export const MARCH = ['github-march.csv', 'open-collective-march.csv', 'stripe-march.csv'].map(sample)

export function sample(name: string): string {
  return fileURLToPath(new URL(`samples/${name}`, import.meta.url))
}

export function firstStart(page: Page) {
  return {
    question: page.getByRole('heading', { level: 1, name: 'What is enough for you in a month?' }),
    amount: page.getByLabel('Enough in a month'),
    open: () => page.goto('./'),
    /** @param amount as typed, in the currency that the page guessed or the one given */
    async answer(amount: string, currency?: string) {
      if (currency !== undefined) await page.getByLabel('Currency').selectOption(currency)
      await this.amount.fill(amount)
      await page.getByRole('button', { name: 'Begin' }).click()
    },
    /** Opens the first page and begins a book with it. */
    async begin(amount: string) {
      await this.open()
      await this.answer(amount)
      await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
    },
    showExample: () => page.getByRole('button', { name: 'Show me an example' }).click(),
  }
}

export function shell(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1 }),
    /** What was just done, and the way back. */
    told: page.locator('.toaster'),
    ribbon: page.getByRole('complementary', { name: 'Example' }),
    /** Goes to a page of the bar, and waits until it is the one shown. */
    async go(name: string) {
      const link = page.getByRole('banner').getByRole('link', { name, exact: true, includeHidden: true })
      const more = page.getByRole('banner').getByRole('button', { name: 'More' })
      if (!(await link.isVisible()) && (await more.isVisible())) await more.click()
      await link.click()
      await expect(link).toHaveAttribute('aria-current', 'page')
    },
  }
}

/** Holds back what is asked of an address by one method; what comes back lets it go. */
export async function hold(page: Page, method: 'GET' | 'PUT', address: string): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(address, async (route) => {
    if (route.request().method() === method) await held
    await route.continue()
  })
  return letGo
}

export function month(page: Page) {
  const figure = (name: string) => page.getByRole('figure', { name })
  return {
    hero: page.getByRole('heading', { level: 1 }),
    figure,
    /** The table that stands for a chart, opened. */
    async table(name: string): Promise<Locator> {
      const twin = figure(name).getByRole('group').filter({ hasText: 'Table' })
      const table = twin.getByRole('table')
      if (!(await table.isVisible())) await twin.getByText('Table', { exact: true }).click()
      return table
    },
    /** Goes to a month by its link in the chart's table: `Mar 2026`. */
    async goTo(name: string) {
      await (await this.table('Income by month')).getByRole('link', { name, exact: true }).click()
      // "Mar 2026" in the table is "March 2026" over the page; until then what is pressed is the month before's.
      const shown = new RegExp(`^${name.slice(0, 3)}\\w* ${name.slice(-4)}`)
      await expect(page.getByRole('navigation', { name: 'Months' }).locator('strong')).toHaveText(shown)
    },
    lens: (name: 'Cash' | 'Smoothed' | 'Dependable') => page.getByRole('group', { name: 'Lens' }).getByRole('radio', { name }).check(),
    /** Net of the month as its table tells it, in cents, and the sum of its rows. */
    async totals(): Promise<{ total: number; rows: number }> {
      const rows = await (await this.table('Against enough')).getByRole('row').all()
      const cells = await Promise.all(rows.slice(1).map(async (row) => (await row.innerText()).split('\t')))
      // Below the total stands what is not there yet.
      const end = cells.findIndex(([name]) => name === 'Total')
      const amounts = cells.map((row) => cents(row.at(-1) ?? ''))
      return { total: amounts[end] ?? 0, rows: amounts.slice(0, end).reduce((sum, amount) => sum + amount, 0) }
    },
  }
}

export function importing(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1 }),
    added: page.getByRole('table', { name: 'What will be added' }),
    toLookAt: page.getByRole('table', { name: 'Rows to look at' }),
    live: page.getByRole('region', { name: 'Imports in this book' }),
    save: page.getByRole('button', { name: /^Save \d/ }),
    /** Brings files in and saves them: the short way for what only needs a book with something in it. */
    async bring(...files: string[]) {
      await shell(page).go('Import')
      await this.choose(...files)
      await this.save.click()
      await expect(this.heading).toHaveText(/saved\.$/)
    },
    async choose(...files: string[]) {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Choose files' }).click()
      await (await chooser).setFiles(files)
    },
    /** Undoes one file of those in the book, says yes, and waits until it is gone. */
    async undo(name: string) {
      const undo = this.live.getByRole('button', { name: `Undo ${name}` })
      await undo.click()
      await page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }).click()
      await expect(undo).toHaveCount(0)
    },
  }
}

export function ledger(page: Page) {
  const dialog = page.getByRole('dialog')
  return {
    line: (words: string) => page.getByRole('grid', { name: 'Ledger' }).getByRole('row').filter({ hasText: words }),
    net: page.getByRole('main').getByRole('status').getByRole('definition').last(),
    /** Opens a line, does something with it, and waits until it is closed again. */
    async change(words: string, act: (dialog: Locator) => Promise<void>) {
      await this.line(words).click()
      await act(dialog)
      await expect(dialog).toBeHidden()
    },
  }
}

/** `€1,234.56` in cents; a minus of either kind counts. */
export function cents(text: string): number {
  const digits = Number(text.replace(/[^\d]/g, ''))
  return /[−-]/.test(text) ? -digits : digits
}
