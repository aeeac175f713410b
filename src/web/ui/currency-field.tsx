import { useMemo, type ReactNode } from 'react'
import { activeCurrencies, currencyName } from '#domain/currency.ts'
import { knownLocale } from './locale.ts'
import { SelectField, type Choice } from './select-field.tsx'

interface CurrencyFieldProps {
  label?: ReactNode
  hint?: ReactNode
  error?: ReactNode
  value: string
  locale: string
  onChange: (currency: string) => void
}

/** One of the currencies of today, each by its code and its name in the locale; one that ended is there where it is the value. */
export function CurrencyField({ label = 'Currency', hint, error, value, locale, onChange }: CurrencyFieldProps) {
  const choices = useMemo(() => currencyChoices(locale, value), [locale, value])
  return <SelectField label={label} hint={hint} error={error} value={value} onChange={onChange} choices={choices} />
}

function currencyChoices(locale: string, value: string): Choice[] {
  const names = new Intl.DisplayNames(knownLocale(locale), { type: 'currency', fallback: 'code' })
  const codes = activeCurrencies.includes(value) ? activeCurrencies : [...activeCurrencies, value].toSorted()
  return codes.map((code) => {
    const name = currencyName(code, names.of(code))
    return { value: code, label: name === code ? code : `${code} · ${name}` }
  })
}
