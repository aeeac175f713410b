import type { Book, BookChange } from '#contract/book.ts'

/** What can be set of a book. */
export interface BookForm {
  name: string
  homeCurrency: string
  zone: string
  locale: string
}

export interface BookTrouble {
  name?: string
  locale?: string
}

/** Only what differs from what the book is set to now. */
export function changeOf(book: Book, form: BookForm): BookChange {
  const { name, homeCurrency, zone, locale } = form
  return {
    ...(name.trim() !== book.name && { name: name.trim() }),
    ...(homeCurrency !== book.homeCurrency && { homeCurrency }),
    ...(zone !== book.zone && { zone }),
    ...(locale.trim() !== book.locale && { locale: locale.trim() }),
  }
}

export function bookTrouble({ name, locale }: BookForm): BookTrouble {
  return {
    ...(name.trim() === '' && { name: 'A book needs a name.' }),
    ...(!isLocale(locale.trim()) && { locale: 'Write a language and, if you like, a country, as in en-GB or de.' }),
  }
}

/** Whether a text can name a locale. */
export function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

/** What a change means for what is there already, as sentences; empty where nothing is counted anew. */
export function consequences(book: Book, form: BookForm): string[] {
  return [
    ...(form.homeCurrency !== book.homeCurrency
      ? [`Every entry is converted anew to ${form.homeCurrency}, at the rate of its own day, and targets at the newest rate.`]
      : []),
    ...(form.zone !== book.zone ? ['Entries with a time of day are placed anew, so that some may move to the day before or after.'] : []),
  ]
}

/** Zones to choose from, with the one that is set; the browser's own list may not hold it. */
export function zoneChoices(current: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current])].sort()
}
