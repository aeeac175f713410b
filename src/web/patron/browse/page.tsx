import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { Sort } from '#contract/public.ts'
import { browseQuery } from '#web/api/public-client.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { useRouter } from '#web/shell/router-context.ts'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { Segmented } from '#web/ui/segmented.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { useGift } from '../gift.ts'
import { browseView, publicTo, type BrowseView } from '../paths.ts'
import { usePatronFormat, useSite } from '../site.ts'
import { pageAsked } from './asked.ts'
import { changed, Filters } from './filters.tsx'
import { GiftFields } from './gift-fields.tsx'
import { VentureGrid } from './venture-grid.tsx'

/** Ventures, and what a gift would change for each. */
export function BrowsePage() {
  const { address, navigate } = useRouter()
  const site = useSite()
  const gift = useGift()
  const format = usePatronFormat(gift.currency)
  const view = browseView(address.search)
  // Typing stays light: the cards follow as they can.
  const asked = useDeferredValue(gift)
  const { data: page, error } = useQuery({ ...browseQuery(pageAsked(view, asked, 0)), placeholderData: keepPreviousData })
  const look = (change: (now: BrowseView) => BrowseView) =>
    void navigate(({ search }) => publicTo.browse(change(browseView(search))), { replace: true })
  const sorts: readonly { value: Sort; label: string }[] = [
    { value: 'change', label: gift.currency === 'EUR' ? 'Most changed per euro' : 'Most changed' },
    { value: 'nearest', label: 'Nearest to enough' },
    { value: 'fewest', label: 'Fewest patrons' },
    { value: 'newest', label: 'Newest' },
  ]
  return (
    <>
      <PageHeading
        title="Browse"
        lead="Small ventures, and how far each month carries them."
      >{`See what ${format.money(gift.amount)} changes.`}</PageHeading>
      <search className="browse-controls">
        <GiftFields gift={gift} currencies={site.rates.currencies} format={format} />
        <SearchField
          placeholder="Search ventures, people, tags"
          words={view.search ?? ''}
          onSearch={(words) => look((now) => changed(now, 'search', words))}
        />
        <Segmented label="Order" options={sorts} value={view.sort ?? 'change'} onChange={(sort) => look((now) => ({ ...now, sort }))} />
      </search>
      <Trouble error={error} />
      {page && <Filters view={view} page={page} format={format} onView={(next) => look(() => next)} />}
      {page && page.matching > 0 && <VentureGrid view={view} gift={asked} matching={page.matching} items={page.items} />}
      {page?.matching === 0 && <NothingFound filtered={Object.keys(view).some((key) => key !== 'sort')} />}
    </>
  )
}

function NothingFound({ filtered }: { filtered: boolean }) {
  if (!filtered) return <EmptyState title="No venture is listed here yet">Whoever publishes one on this site will stand here.</EmptyState>
  return (
    <EmptyState title="Nothing here fits" actions={<Link to={publicTo.browse()}>Show all ventures</Link>}>
      No venture fits all of what was asked for. A word less, or another tag, may find one.
    </EmptyState>
  )
}
