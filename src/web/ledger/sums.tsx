import type { Entries } from '#contract/entry.ts'
import { useFormat } from '#web/shell/book.ts'
import { plural } from '#web/ui/number-words.ts'

/** What all matching lines come to, not only those on the screen. */
export function Sums({ page: { sums, matching, unconverted } }: { page: Entries }) {
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
        <Sum name="Net" amount={sums.net} />
      </dl>
      <p className="hint">
        {[
          `${counted} counted`,
          ...(unconverted > 0 ? [`${format.count(unconverted)} without a rate, in no sum`] : []),
          ...(apart > 0 ? [`${format.count(apart)} kept, not counted`] : []),
        ].join(' · ')}
      </p>
    </div>
  )
}

function Sum({ name, amount }: { name: string; amount: number }) {
  const format = useFormat()
  return (
    <div>
      <dt>{name}</dt>
      <dd>{format.exact(amount)}</dd>
    </div>
  )
}
