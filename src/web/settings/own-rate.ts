import type { OwnRate } from '#contract/rate.ts'
import { isDay } from '#domain/month.ts'
import { decimalMark } from '#web/ui/read-money.ts'

export interface RateForm {
  currency: string
  against: string
  from: string
  rate: string
}

export interface RateTrouble {
  pair?: string
  from?: string
  rate?: string
}

const RATE = /^\d{1,12}(\.\d{1,12})?$/

/** Reads a rate as it is typed in the locale, exactly: `0,9213` in German is `0.9213`. Undefined for what is none, and for 0. */
export function readRate(text: string, locale: string): string | undefined {
  const plain = text.trim().replace(decimalMark(locale), '.')
  return RATE.test(plain) && /[1-9]/.test(plain) ? plain : undefined
}

export function rateTrouble(form: RateForm, locale: string): RateTrouble {
  return {
    ...(form.currency === form.against && { pair: 'Choose two different currencies.' }),
    ...(!isDay(form.from) && { from: 'Choose the day from which it holds.' }),
    ...(readRate(form.rate, locale) === undefined && { rate: 'Write the rate as a number above 0, as in 0.92.' }),
  }
}

/** The rate as the server takes it, or undefined while something is missing. */
export function ownRateOf(form: RateForm, locale: string): OwnRate | undefined {
  const rate = readRate(form.rate, locale)
  if (rate === undefined || Object.keys(rateTrouble(form, locale)).length > 0) return undefined
  return { currency: form.currency, against: form.against, from: form.from, rate }
}
