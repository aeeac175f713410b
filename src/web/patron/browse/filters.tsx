import type { BrowsePage } from '#contract/public.ts'
import { Link } from '#web/shell/link.tsx'
import { Button } from '#web/ui/button.tsx'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'
import { publicTo, type BrowseView } from '../paths.ts'

/** More tags than these are for the search. */
const TAGS_SHOWN = 8

interface FiltersProps {
  view: BrowseView
  page: BrowsePage
  format: Format
  onView: (view: BrowseView) => void
}

/** How many there are, and what narrows them: tags, kind of work, currency. */
export function Filters({ view, page, format, onView }: FiltersProps) {
  const { tag, work, currency, search, sort } = view
  const filtered = [tag, work, currency, search].some((filter) => filter !== undefined)
  const tags = page.tags.slice(0, TAGS_SHOWN).map((one) => one.tag)
  const shown = tag === undefined || tags.includes(tag) ? tags : [tag, ...tags]
  return (
    <div className="browse-filters">
      <p className="hint" role="status">
        {plural(page.matching, 'venture', { written: format.count(page.matching) })}
      </p>
      <ul className="tag-links" aria-label="Tags">
        {shown.map((name) => (
          <li key={name}>
            <Link
              className="tag"
              replace
              to={publicTo.browse(changed(view, 'tag', name === tag ? undefined : name))}
              aria-current={name === tag ? 'true' : undefined}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <select aria-label="Kind of work" value={work ?? ''} onChange={({ target }) => onView(changed(view, 'work', workOf(target.value)))}>
        <option value="">All work</option>
        <option value="basic">Basic work</option>
        <option value="income">Income work</option>
      </select>
      {(page.currencies.length > 1 || currency !== undefined) && (
        <select
          aria-label="Currency"
          value={currency ?? ''}
          onChange={({ target }) => onView(changed(view, 'currency', target.value === '' ? undefined : target.value))}
        >
          <option value="">All currencies</option>
          {page.currencies.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      )}
      {filtered && (
        <Button tone="quiet" className="small" onClick={() => onView(sort === undefined ? {} : { sort })}>
          Show all
        </Button>
      )}
    </div>
  )
}

function workOf(value: string): BrowseView['work'] {
  return value === 'basic' || value === 'income' ? value : undefined
}

/** The view with one filter set, or taken off. */
export function changed<K extends keyof BrowseView>(view: BrowseView, key: K, value: BrowseView[K] | undefined): BrowseView {
  const next = { ...view }
  if (value === undefined || value === '') delete next[key]
  else next[key] = value
  return next
}
