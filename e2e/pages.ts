import type { Page } from 'playwright/test'

/** Each page as a person sees it: what it is named by and what can be done there, found by role and name. */

export function firstStart(page: Page) {
  return {
    question: page.getByRole('heading', { level: 1, name: 'What is enough for you in a month?' }),
    amount: page.getByLabel('Enough in a month'),
    open: () => page.goto('./'),
    /** @param amount as typed, in the currency that the page guessed or the one given */
    async begin(amount: string, currency?: string) {
      if (currency !== undefined) await page.getByLabel('Currency').selectOption(currency)
      await this.amount.fill(amount)
      await page.getByRole('button', { name: 'Begin' }).click()
    },
    showExample: () => page.getByRole('button', { name: 'Show me an example' }).click(),
  }
}

export function month(page: Page) {
  return {
    /** The sentence that answers the one question. */
    hero: page.getByRole('heading', { level: 1 }),
    figure: (name: string) => page.getByRole('figure', { name }),
    choose: (name: string) =>
      page
        .getByRole('radio', { name })
        .or(page.getByRole('button', { name, exact: true }))
        .first()
        .click(),
  }
}

export function shell(page: Page) {
  return {
    ribbon: page.getByRole('complementary', { name: 'Example' }),
    go: (name: string) => page.getByRole('banner').getByRole('link', { name, exact: true }).click(),
  }
}
