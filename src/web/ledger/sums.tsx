import type { Entries } from '#contract/entry.ts'
import { FigureOpener, type FigureAsked } from '#web/figures/figure-opener.tsx'
import { useFormat } from '#web/shell/book.ts'
import { plural } from '#web/ui/number-words.ts'
import type { View } from './view.ts'

/** What all matching lines come to, not only those on the screen. */
export function Sums({ page: { sums, matching, unconverted }, view }: { page: Entries; view: View }) {
  const format = useFormat()
  const apart = matching - sums.entries - unconverted
  const counted = plural(sums.entries, 'entry', { written: format.count(sums.entries), many: 'entries' })
  return (
    <div className="ledger-sums" role="status">
      <dl>
        <Sum name="Gross" amount={sums.gross} />
        <Sum name="Fees" amount={sums.fees} />
        <Sum name="Refunds" amount={sums.refunds} />
        {sums.tax !== 0 && <Sum name="Tax withheld" amount={sums.tax} />}
        <Sum name="Net" amount={sums.net} asked={figureOf(view)} />
      </dl>
      <p className="hint">
        {[
          'cash, in every lens: a line stands on the day it was paid',
          `${counted} counted`,
          ...(unconverted > 0 ? [`${format.count(unconverted)} without a rate, in no sum`] : []),
          ...(apart > 0 ? [`${format.count(apart)} kept, not counted`] : []),
        ].join(' · ')}
      </p>
    </div>
  )
}

/** The figure that the lines sum to, where they are all of some months of a stream, a venture or the book. */
function figureOf({ search, kind, unconverted, stream, venture, month, from = month, to = month }: View): FigureAsked | undefined {
  if (search !== undefined || kind !== undefined || unconverted) return undefined
  const part = { ...(stream !== undefined && { stream }), ...(venture !== undefined && { venture }) }
  return { lens: 'cash', ...part, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

function Sum({ name, amount, asked }: { name: string; amount: number; asked?: FigureAsked | undefined }) {
  const format = useFormat()
  return (
    <div>
      <dt>{name}</dt>
      <dd>{asked ? <FigureOpener asked={asked}>{format.exact(amount)}</FigureOpener> : format.exact(amount)}</dd>
    </div>
  )
}
