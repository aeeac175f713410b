import { useQuery } from '@tanstack/react-query'
import type { Outlook } from '#contract/outlook.ts'
import type { Minor } from '#domain/money.ts'
import type { ViewLens } from '#domain/income.ts'
import { q } from '#web/api/client.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { asideOf, yearTaxText } from './pay-tax.ts'

/** What of a year's sum is for income tax and so not one's own; nothing where no share is said. */
export function TaxNote({ sum, outlook, lens }: { sum: Minor; outlook: Outlook; lens: ViewLens }) {
  const format = useFormat()
  const { data: tax } = useQuery(q('tax', { book: useBook().id }))
  const aside = tax ? asideOf(sum, tax, outlook) : null
  return aside === null || aside <= 0 ? null : <p className="hint">{yearTaxText({ sum, aside, lens }, format)}</p>
}
