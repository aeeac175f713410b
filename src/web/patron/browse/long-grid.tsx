import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import type { BrowseItem } from '#contract/public.ts'
import { browseQuery } from '#web/api/public-client.ts'
import { useElementWidth } from '#web/ui/element-width.ts'
import { Trouble } from '#web/ui/trouble.tsx'
import type { Gift } from '../gift.ts'
import type { BrowseView } from '../paths.ts'
import { usePatronFormat } from '../site.ts'
import { PAGE, pageAsked, pagesOf } from './asked.ts'
import { VentureCard } from './venture-card.tsx'

/** Least width of a card, in pixels at the usual size of letters. */
const CARD_WIDTH = 290
/** Height of a row of cards with its gap, before it is measured. */
const ROW_HEIGHT = 208

export interface GridProps {
  view: BrowseView
  gift: Gift
  matching: number
}

/** More ventures than are fetched at once, drawn only where one looks; what is not here yet keeps its place. */
export function LongGrid({ view, gift, matching }: GridProps) {
  const format = usePatronFormat(gift.currency)
  const list = useRef<HTMLDivElement>(null)
  const [measure, width] = useElementWidth()
  const [top, setTop] = useState(0)
  const columns = Math.max(1, Math.min(3, Math.floor(width / CARD_WIDTH)))
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), [matching, width])
  // The list changes in place as one scrolls, which the compiler leaves alone.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useWindowVirtualizer({
    count: width === 0 ? 0 : Math.ceil(matching / columns),
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
    scrollMargin: top,
  })
  useLayoutEffect(() => rows.measure(), [rows, columns])
  const shown = rows.getVirtualItems()
  const last = Math.min(matching, ((shown.at(-1)?.index ?? 0) + 1) * columns) - 1
  const { itemAt, error } = useCards({ view, gift, from: (shown[0]?.index ?? 0) * columns, to: Math.max(0, last) })
  return (
    <div ref={measure}>
      <Trouble error={error} />
      <div role="list" aria-label="Ventures" ref={list} className="venture-grid" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => (
          <div
            key={index}
            role="presentation"
            className="venture-row"
            data-index={index}
            ref={rows.measureElement}
            style={{ transform: `translateY(${start - top}px)`, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
          >
            {Array.from({ length: Math.min(columns, matching - index * columns) }, (_, i) => index * columns + i).map((at) => (
              <div key={at} role="listitem" aria-setsize={matching} aria-posinset={at + 1}>
                <CardAt item={itemAt(at)} gift={gift} format={format} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

interface CardAtProps extends Pick<GridProps, 'gift'> {
  item: BrowseItem | undefined
  format: Parameters<typeof VentureCard>[0]['format']
}

function CardAt({ item, gift, format }: CardAtProps) {
  return item ? <VentureCard item={item} gift={gift} format={format} /> : <div className="card venture-card waiting" />
}

interface CardsAsked extends Pick<GridProps, 'view' | 'gift'> {
  /** First and last card that is shown. */
  from: number
  to: number
}

/** Fetches the pages that the shown cards stand on, whichever way one scrolls; a card whose page is on its way is undefined. */
function useCards({ view, gift, from, to }: CardsAsked): { itemAt: (index: number) => BrowseItem | undefined; error: Error | null } {
  // The first page stays while another amount is asked about: it is what one looks at.
  const head = useQuery({ ...browseQuery(pageAsked(view, gift, 0)), placeholderData: keepPreviousData })
  const pages = pagesOf(from, to).filter((page) => page > 0)
  const answers = useQueries({ queries: pages.map((page) => browseQuery(pageAsked(view, gift, page))) })
  const itemAt = (index: number) => {
    const page = Math.floor(index / PAGE)
    return (page === 0 ? head : answers[pages.indexOf(page)])?.data?.items[index % PAGE]
  }
  return { itemAt, error: head.error ?? answers.find(({ error }) => error)?.error ?? null }
}
