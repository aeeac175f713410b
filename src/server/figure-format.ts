import { exponentOf } from '#domain/currency.ts'
import type { FigureFormat } from '#domain/figure.ts'
import { decimalText } from '#domain/money.ts'

/**
 * How a book writes numbers and times in a text. Amounts are written as its locale writes them, with every decimal and the code of
 * their currency, as a file is read far from the page; names of months are English, as all words are.
 */
export function figureFormat(locale: string, home: string): FigureFormat {
  const known = knownLocale(locale)
  const spoken = /^en\b/.test(known) ? known : 'en-GB'
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(spoken, { ...options, timeZone: 'UTC' })
    return (day: string) => format.format(new Date(`${day.length === 7 ? `${day}-01` : day}T12:00:00Z`))
  }
  const counts = new Intl.NumberFormat(known)
  return {
    exact(amount, currency = home) {
      const digits = exponentOf(currency) ?? 2
      const currencyDisplay = currency === home ? 'narrowSymbol' : 'code'
      const shape = { style: 'currency', currency, currencyDisplay, minimumFractionDigits: digits, maximumFractionDigits: digits } as const
      // A decimal text is exact, where a number of whole units would not be.
      return trueMinus(new Intl.NumberFormat(known, shape).format(decimalText(amount, digits) as Intl.StringNumericLiteral))
    },
    month: date({ month: 'long', year: 'numeric' }),
    day: date({ day: 'numeric', month: 'long', year: 'numeric' }),
    count: (value) => counts.format(value),
  }
}

/** The locale, or English where a book holds what is none. */
function knownLocale(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

function trueMinus(text: string): string {
  return text.replace(/-/g, '\u2212')
}
