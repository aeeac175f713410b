import type { KeyboardEvent } from 'react'
import type { Double } from '#contract/double.ts'
import type { Entry } from '#contract/entry.ts'
import { partsWords } from '#web/ledger/entry-words.ts'
import { useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Button } from '#web/ui/button.tsx'
import { countedWords, countsAmount, doubleTitle, linesWords, remainderWords, scoreWords, sideHeadings, titleOf } from './words.ts'

/** How many lines of a payout are shown before they are asked for. */
const SHOWN = 3

interface DoubleCardProps {
  double: Double
  pending: boolean
  /** Keys on its buttons. */
  onKey: (event: KeyboardEvent) => void
  onSay: (same: boolean) => void
  onTakeBack: () => void
}

/** One double: both sides of it, why it may be the same money, and what can be said of it. */
export function DoubleCard({ double, pending, onKey, onSay, onTakeBack }: DoubleCardProps) {
  const format = useFormat()
  const { state, reasons, score } = double
  const title = doubleTitle(double, format)
  const said = state === 'accepted' || state === 'refused'
  const left = remainderWords(double, format) || countedWords(double, format)
  const [counts, covered] = sideHeadings(double)
  const name = `double-${double.id}`
  const act = { className: 'small', 'aria-describedby': name, 'aria-disabled': pending, onKeyDown: onKey }
  const press = (work: () => void) => () => {
    if (!pending) work()
  }
  return (
    <article className="double">
      <h2 id={name}>{title}</h2>
      <div className="double-sides">
        <div>
          <p className="hint">{counts}</p>
          <CountedLines double={double} />
        </div>
        <div>
          <p className="hint">{covered}</p>
          <ToldOnce entry={double.covered} />
        </div>
      </div>
      {left !== '' && <p>{left}</p>}
      <p className="hint">
        {[state === 'proposed' || state === 'refused' ? scoreWords(score) : '', ...reasons].filter(Boolean).join(' · ')}
      </p>
      <div className="actions double-acts">
        {state === 'proposed' && (
          <Button {...act} onClick={press(() => onSay(true))}>
            The same money
          </Button>
        )}
        {said ? (
          <Button {...act} tone="quiet" onClick={press(onTakeBack)}>
            Take back
          </Button>
        ) : (
          <Button {...act} tone="quiet" onClick={press(() => onSay(false))}>
            Not the same
          </Button>
        )}
      </div>
    </article>
  )
}

/** The line that counts, or the lines that were paid out together with their sum. */
function CountedLines({ double }: { double: Double }) {
  const format = useFormat()
  const { kind, counts, countsLength } = double
  const [first] = counts
  if (kind === 'pair') return first ? <ToldOnce entry={first} /> : null
  const more = countsLength - counts.length
  return (
    <>
      <p className="double-amount">{countsAmount(double, format)}</p>
      <details className="double-lines" open={countsLength <= SHOWN}>
        <summary>{linesWords(double, format)}</summary>
        <ul>
          {counts.map((entry) => (
            <li key={entry.id}>
              {format.day(entry.day)}, {format.exact(entry.net, entry.currency)}
              {entry.name !== undefined && (
                <>
                  , <bdi>{entry.name}</bdi>
                </>
              )}
            </li>
          ))}
          {more > 0 && <li className="hint">{`and ${format.count(more)} more`}</li>}
        </ul>
      </details>
    </>
  )
}

/** One line with all by which it can be known again; it leads to the ledger. */
function ToldOnce({ entry }: { entry: Entry }) {
  const format = useFormat()
  const money = (amount: number) => format.exact(amount, entry.currency)
  const parts = partsWords(entry, money)
  return (
    <>
      <p className="double-amount">
        {money(entry.net)}
        {parts !== '' && <span className="hint">{parts}</span>}
      </p>
      <p>
        {format.day(entry.day)}, <Link to={to.ledger({ stream: entry.stream, month: entry.month })}>{titleOf(entry)}</Link>
      </p>
      <p>{entry.name === undefined ? <span className="quiet-text">no name</span> : <bdi>{entry.name}</bdi>}</p>
      {entry.note !== undefined && <p className="hint">{entry.note}</p>}
    </>
  )
}
