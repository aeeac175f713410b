import type { Stream } from '#contract/stream.ts'
import { monthRange } from '#domain/month.ts'
import { useFormat } from '#web/shell/book.ts'
import { streamGroups } from '#web/streams/stream-choice.ts'
import type { Format } from '#web/ui/format.ts'
import { Button } from '#web/ui/button.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { SelectField, type Choice } from '#web/ui/select-field.tsx'

import { kindWords } from './entry-words.ts'
import { isFiltered, monthsBetween, type View } from './view.ts'

const KINDS = ['payment', 'refund', 'chargeback', 'fee', 'adjustment', 'summary', 'transfer'] as const

interface FiltersProps {
  view: View
  streams: readonly Stream[]
  onChange: (view: View) => void
}

/** What of the ledger is shown. */
export function Filters({ view, streams, onChange }: FiltersProps) {
  const format = useFormat()
  const months = monthsBetween(streams, monthRange)
  const shownMonths = view.month !== undefined && !months.includes(view.month) ? [view.month, ...months] : months
  const { sort, order } = view
  const narrowed = narrowedText(view, streams, format)
  return (
    <search className="ledger-filters">
      <SearchField
        placeholder="name, note, currency, day"
        words={view.search ?? ''}
        onSearch={(words) => onChange(without(view, 'search', words))}
      />
      <SelectField
        label="Stream"
        value={view.stream === undefined ? '' : String(view.stream)}
        onChange={(value) => onChange(without(view, 'stream', value === '' ? '' : Number(value)))}
        choices={[{ value: '', label: 'All streams' }]}
        groups={streamGroups(streams.map((stream) => ({ ...stream, archived: false })))}
      />
      <SelectField
        label="Month"
        value={view.month ?? ''}
        onChange={(value) => onChange(without(view, 'month', value))}
        choices={[
          { value: '', label: 'All months' },
          ...shownMonths.map((month): Choice => ({ value: month, label: format.month(month) })),
        ]}
      />
      <SelectField
        label="Kind"
        value={view.kind ?? ''}
        onChange={(value) => onChange(without(view, 'kind', value))}
        choices={[{ value: '', label: 'All kinds' }, ...KINDS.map((kind) => ({ value: kind, label: kindWords(kind) }))]}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={view.unconverted === true}
          onChange={(event) => onChange(without(view, 'unconverted', event.target.checked || ''))}
        />
        <span>Without a rate</span>
      </label>
      {narrowed !== '' && <p className="hint">Only {narrowed}.</p>}
      {isFiltered(view) && (
        <Button tone="quiet" onClick={() => onChange({ sort, order })}>
          Show all
        </Button>
      )}
    </search>
  )
}

/** What an opened figure has narrowed the lines to, beyond what the fields can say. */
function narrowedText({ venture, from, to }: View, streams: readonly Stream[], format: Format): string {
  const of = streams.find((stream) => stream.venture === venture)?.ventureName
  const since = from !== undefined && (to === undefined ? `since ${format.month(from)}` : `${format.month(from)} to ${format.month(to)}`)
  const until = from === undefined && to !== undefined && `up to ${format.month(to)}`
  return [of, since, until].filter(Boolean).join(', ')
}

type Filter = 'search' | 'stream' | 'month' | 'kind' | 'unconverted'

/** The view with one filter set, or taken off where it is empty. */
function without<K extends Filter>(view: View, key: K, value: View[K] | ''): View {
  const next = { ...view }
  if (value === '' || value === undefined) delete next[key]
  else next[key] = value
  return next
}
