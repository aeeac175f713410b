import { lazy, Suspense } from 'react'
import type { BrowseItem } from '#contract/public.ts'
import { usePatronFormat } from '../site.ts'
import { PAGE } from './asked.ts'
import type { GridProps } from './long-grid.tsx'
import { VentureCard } from './venture-card.tsx'

/** What draws a list only where one looks comes when there is more than one page of cards. */
const LongGrid = lazy(async () => ({ default: (await import('./long-grid.tsx')).LongGrid }))

/** Every venture that matches; `items` are the first of them. */
export function VentureGrid({ items, ...grid }: GridProps & { items: readonly BrowseItem[] }) {
  const format = usePatronFormat(grid.gift.currency)
  const first = (
    <div role="list" aria-label="Ventures" className="venture-list">
      {items.map((item, at) => (
        <div key={`${item.origin ?? ''} ${item.address}`} role="listitem" aria-setsize={grid.matching} aria-posinset={at + 1}>
          <VentureCard item={item} gift={grid.gift} format={format} />
        </div>
      ))}
    </div>
  )
  if (grid.matching <= PAGE) return first
  return (
    <Suspense fallback={first}>
      <LongGrid {...grid} />
    </Suspense>
  )
}
