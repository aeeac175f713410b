import { useState, type ReactNode } from 'react'
import { Field } from './field.tsx'
import { createFormat } from './format.ts'
import { knownLocale } from './locale.ts'
import { readMoney, typedMoney } from './read-money.ts'

interface MoneyInputProps {
  label: ReactNode
  hint?: ReactNode
  /** What the page finds wrong with a readable amount. */
  error?: ReactNode
  currency: string
  locale: string
  /** What stands there at first, in minor units; later changes come from typing only. */
  initial?: number | undefined
  /** Minor units, or undefined while nothing readable stands there; `typed` is the text itself. */
  onChange: (amount: number | undefined, typed: string) => void
  required?: boolean
}

/** The sentence waits until a press has ended: it moves what is below, and the press would miss its button. */
const PRESS_MS = 200

/** An amount typed in, read exactly by the locale's marks; what cannot be read is said, never taken for 0. */
export function MoneyInput({ label, hint, error, currency, locale, initial, onChange, required }: MoneyInputProps) {
  const [text, setText] = useState(() => (initial === undefined ? '' : typedMoney(initial, locale, currency)))
  const [left, setLeft] = useState(false)
  const unread = text.trim() !== '' && readMoney(text, locale, currency) === undefined
  const format = createFormat(locale, currency)
  const unreadError = unread && (left || error) ? `This is no amount of ${currency}. Write it like ${format.exact(123_456)}.` : undefined
  return (
    <Field label={label} hint={hint} error={unreadError ?? error}>
      {(control) => (
        <span className="money-input">
          <span aria-hidden="true">{currencySign(locale, currency)}</span>
          <input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            required={required}
            onBlur={() => setTimeout(() => setLeft(true), PRESS_MS)}
            onChange={(event) => {
              const typed = event.target.value
              setText(typed)
              onChange(readMoney(typed, locale, currency), typed)
            }}
          />
        </span>
      )}
    </Field>
  )
}

/** The narrow sign of a currency, or its code where it has none. */
function currencySign(locale: string, currency: string): string {
  const format = new Intl.NumberFormat(knownLocale(locale), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency
}
