import type { KeyboardEvent } from 'react'
import type { Entry } from '#contract/entry.ts'
import { streamLabel } from '#web/month/stream-label.ts'
import type { Format } from '#web/ui/format.ts'
import { doubleWords, kindWords, partsWords, shortRateWords, uncountedWords } from './entry-words.ts'

interface LedgerRowProps {
  index: number
  /** Undefined while its page is on its way. */
  entry: Entry | undefined
  /** Pixels below the top of the list. */
  offset: number
  height: number
  focusable: boolean
  onFocus: () => void
  onOpen: (entry: Entry) => void
  format: Format
}

/** One line of the ledger. What does not count is set apart and says why. */
export function LedgerRow({ index, entry, offset, height, focusable, onFocus, onOpen, format }: LedgerRowProps) {
  const place = {
    'aria-rowindex': index + 2,
    'data-row': index,
    style: { transform: `translateY(${offset}px)`, height },
    tabIndex: focusable ? 0 : -1,
    onFocus,
  }
  if (!entry) {
    return (
      <div role="row" {...place} className="ledger-row waiting" aria-busy="true">
        <div role="gridcell" aria-colspan={6}>
          …
        </div>
      </div>
    )
  }
  const open = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onOpen(entry)
  }
  const money = (amount: number) => format.exact(amount, entry.currency)
  const { uncounted, home, edit } = entry
  const kind = entry.estimate ? 'estimate' : kindWords(entry.kind)
  const label = streamLabel({ name: entry.streamName, ventureName: entry.ventureName })
  const changed = edit && !edit.deleted ? 'changed by you' : entry.byHand ? 'typed in' : ''
  return (
    <div
      role="row"
      {...place}
      className={`ledger-row ledger-columns${uncounted ? ' uncounted' : ''}${entry.estimate ? ' estimate' : ''}`}
      onClick={() => onOpen(entry)}
      onKeyDown={open}
    >
      <div role="gridcell" className="ledger-day">
        {format.day(entry.day)}
      </div>
      <div role="gridcell" className="ledger-name">
        <span>{entry.name ?? entry.patron ?? <span className="quiet-text">{entry.estimate ? 'patron lists' : 'no name'}</span>}</span>
        <span className="hint">
          {[entry.note ?? '', entry.months > 1 ? `${entry.months} months` : '', changed, uncounted ? '' : doubleWords(entry)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <div role="gridcell" className="ledger-stream">
        <span>{label || entry.streamName}</span>
        <span className="hint">{label && entry.ventureName}</span>
      </div>
      <div role="gridcell" className="ledger-kind">
        {uncounted === 'double' ? doubleWords(entry) : uncounted ? uncountedWords(uncounted) : kind}
      </div>
      <div role="gridcell" className="ledger-original number">
        {entry.rate !== 'home' && <span>{money(entry.net)}</span>}
        <span className="hint">{partsWords(entry, money)}</span>
      </div>
      <div role="gridcell" className="ledger-net number">
        <span>{home ? format.exact(home.net) : 'no rate'}</span>
        <span className="hint">{home ? shortRateWords(entry, format) : 'not in the total'}</span>
      </div>
    </div>
  )
}
