import type { Edit, Entry } from '#contract/entry.ts'
import { useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { streamTitle } from '#web/streams/stream-title.ts'
import type { Format } from '#web/ui/format.ts'
import { kindWords, rateWords, unitRateWords } from './entry-words.ts'

/** Where a line comes from, how it was converted, and what its source says where the user says otherwise. */
export function SourceWords({ entry }: { entry: Entry }) {
  const format = useFormat()
  const { home, told, edit, byHand } = entry
  const rate = rateWords(entry, format)
  const changes = told && edit ? changedFields(edit, told, { format, currency: entry.currency }) : []
  return (
    <div className="source-words">
      <p className="quiet-text">
        <Link to={to.stream(entry.stream)}>{streamTitle({ name: entry.streamName, ventureName: entry.ventureName })}</Link>
        {byHand ? ', typed in by you' : ''}
        {home && rate !== '' ? `; ${format.exact(home.net)} at home, ${unitRateWords(entry, format)}${rate}` : ''}
        {home ? '' : `; there is no rate for ${entry.currency} on this day, so it is in no total`}.
      </p>
      {changes.length > 0 && (
        <dl>
          {changes.map(({ field, words }) => (
            <div key={field}>
              <dt>{`${field} in the source`}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

/** What the source says in the fields that the user changed. */
function changedFields(
  edit: Edit,
  told: Edit,
  { format, currency }: { format: Format; currency: string },
): { field: string; words: string }[] {
  const money = (amount: number | undefined) => (amount === undefined ? '–' : format.exact(amount, told.currency ?? currency))
  const fields: { key: keyof Edit; field: string; words: string }[] = [
    { key: 'at', field: 'Day', words: told.at === undefined ? '–' : format.day(told.at.slice(0, 10)) },
    { key: 'kind', field: 'Kind', words: told.kind === undefined ? '–' : kindWords(told.kind) },
    { key: 'gross', field: 'Gross', words: money(told.gross) },
    { key: 'fees', field: 'Fees', words: money(told.fees) },
    { key: 'refunds', field: 'Refunds', words: money(told.refunds) },
    { key: 'tax', field: 'Tax', words: money(told.tax) },
    { key: 'months', field: 'Months', words: format.count(told.months ?? 1) },
    { key: 'name', field: 'Name', words: told.name || '–' },
    { key: 'note', field: 'Note', words: told.note || '–' },
  ]
  return fields.filter(({ key }) => edit[key] !== undefined)
}
