import { useState } from 'react'
import type { Format } from '#web/ui/format.ts'
import { readMoney, typedMoney } from '#web/ui/read-money.ts'
import { withLine, type ListLine } from './kept-list.ts'
import { changeList } from './list-store.ts'

interface AmountCellProps {
  line: ListLine
  /** Null where no amount could be split off. */
  amount: number | null
  format: Format
}

/** What a venture gets: the split decides, until an amount is typed; an empty field leaves it to the split again. */
export function AmountCell({ line, amount, format }: AmountCellProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const { locale, currency } = format
  const shown = typed ?? (amount === null ? '' : typedMoney(amount, locale, currency))
  const unread = typed !== null && typed.trim() !== '' && readAmount(typed, format) === undefined
  const type = (text: string) => {
    setTyped(text)
    const read = text.trim() === '' ? null : readAmount(text, format)
    if (read !== undefined) changeList((list) => withLine(list, line.url, { set: read }))
  }
  return (
    <span className="amount-cell">
      <input
        inputMode="decimal"
        autoComplete="off"
        aria-label={`Amount for ${line.title}`}
        aria-invalid={unread}
        value={shown}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      {line.set !== null && (
        <span className="hint">
          set by you{' '}
          <button
            type="button"
            className="link-button"
            aria-label={`Undo: let the split decide for ${line.title}`}
            onClick={() => {
              setTyped(null)
              changeList((list) => withLine(list, line.url, { set: null }))
            }}
          >
            Undo
          </button>
        </span>
      )}
    </span>
  )
}

function readAmount(text: string, { locale, currency }: Format): number | undefined {
  const amount = readMoney(text, locale, currency)
  return amount !== undefined && amount >= 0 && amount <= 99_999_999_999 ? amount : undefined
}
