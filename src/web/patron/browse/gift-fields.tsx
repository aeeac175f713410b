import { useState } from 'react'
import { activeCurrencies } from '#domain/currency.ts'
import type { Format } from '#web/ui/format.ts'
import { typedMoney } from '#web/ui/read-money.ts'
import { giftStore, readGift, type Gift } from '../gift.ts'

interface GiftFieldsProps {
  gift: Gift
  currencies: readonly string[]
  format: Format
}

/** "I could give €5 a month": typed once, it is kept in this browser, and every card that publishes amounts says what it would do. */
export function GiftFields({ gift, currencies, format }: GiftFieldsProps) {
  const [text, setText] = useState(() => format.money(gift.amount, { currency: gift.currency }))
  const unread = readGift(text, format.locale, gift.currency) === undefined
  // What has a rate may have ended since.
  const current = currencies.filter((code) => activeCurrencies.includes(code))
  const choices = current.includes(gift.currency) ? current : [gift.currency, ...current]
  const type = (typed: string) => {
    setText(typed)
    const amount = readGift(typed, format.locale, gift.currency)
    if (amount !== undefined) giftStore.write({ ...gift, amount })
  }
  const change = (currency: string) => {
    const amount = readGift(typedMoney(gift.amount, format.locale, gift.currency), format.locale, currency)
    const next = { currency, amount: amount ?? gift.amount }
    giftStore.write(next)
    setText(format.money(next.amount, { currency }))
  }
  return (
    <div className="gift">
      <label htmlFor="gift-amount">I could give</label>
      <input
        id="gift-amount"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={unread}
        {...(unread && { 'aria-describedby': 'gift-error' })}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setText(format.money(gift.amount, { currency: gift.currency }))}
      />
      {choices.length > 1 && (
        <select aria-label="Currency of your amount" value={gift.currency} onChange={(event) => change(event.target.value)}>
          {choices.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      )}
      <span>a month</span>
      {unread && (
        <p className="field-error" id="gift-error">
          {`Write an amount like ${format.money(500, { currency: gift.currency })}.`}
        </p>
      )}
    </div>
  )
}
