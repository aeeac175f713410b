import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Entry } from '#contract/entry.ts'
import { useFormat } from '#web/shell/book.ts'
import { Trouble } from '#web/ui/trouble.tsx'
import { LedgerRow } from './ledger-row.tsx'
import { rowKey } from './row-keys.ts'
import { useRowHeight } from './use-row-height.ts'
import { useRows } from './use-rows.ts'
import { MOST_ROWS, sortedBy, type Sort, type View } from './view.ts'

interface LedgerGridProps {
  book: string
  view: View
  matching: number
  onView: (view: View) => void
  onOpen: (entry: Entry) => void
}

const COLUMNS: readonly { key: string; heading: string; sort?: Sort; number?: boolean }[] = [
  { key: 'day', heading: 'Day', sort: 'day' },
  { key: 'name', heading: 'Name', sort: 'name' },
  { key: 'stream', heading: 'Stream', sort: 'stream' },
  { key: 'kind', heading: 'Kind' },
  { key: 'original', heading: 'Original', number: true },
  { key: 'net', heading: 'Net', sort: 'net', number: true },
]

/** Every line that matches, drawn only where one looks; arrow keys go from line to line, Enter opens one. */
export function LedgerGrid({ book, view, matching, onView, onOpen }: LedgerGridProps) {
  const format = useFormat()
  const body = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [active, setActive] = useState(0)
  const height = useRowHeight()
  const count = Math.min(matching, MOST_ROWS)
  const looked = JSON.stringify(view)
  const [known, setKnown] = useState(looked)
  if (known !== looked) {
    // Another view begins at its first row.
    setKnown(looked)
    setActive(0)
  }
  useLayoutEffect(() => {
    const head = body.current?.parentElement?.offsetTop ?? 0
    if (window.scrollY > head) window.scrollTo(0, head)
  }, [looked])
  useLayoutEffect(() => setTop(body.current?.offsetTop ?? 0), [matching, height])
  // The list changes in place as one scrolls, which the compiler leaves alone.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: top,
    scrollPaddingStart: 56,
    scrollPaddingEnd: 72,
  })
  useLayoutEffect(() => rows.measure(), [rows, height])
  const shown = rows.getVirtualItems()
  const { rowAt, error } = useRows({ book, view, from: shown[0]?.index ?? 0, to: shown.at(-1)?.index ?? 0 })
  const current = Math.min(active, Math.max(0, count - 1))

  const step = (event: KeyboardEvent) => {
    const next = rowKey(event.key, { at: current, count, page: Math.max(1, Math.floor(window.innerHeight / height) - 2) })
    if (next === undefined) return
    event.preventDefault()
    setActive(next)
    rows.scrollToIndex(next, { align: 'auto' })
    // The row may not be drawn yet; it is by the next frame.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus({ preventScroll: true })),
    )
  }
  // A row that has the focus is kept while one scrolls away from it, else the focus would be lost.
  const focusShown = shown.some(({ index }) => index === current)
  return (
    <>
      <Trouble error={error} />
      <div
        className="ledger-grid"
        role="grid"
        tabIndex={-1}
        aria-label="Ledger"
        aria-rowcount={matching + 1}
        aria-colcount={COLUMNS.length}
        onKeyDown={step}
      >
        <div role="rowgroup" className="ledger-head">
          <div role="row" aria-rowindex={1} className="ledger-columns">
            {COLUMNS.map(({ key, heading, sort, number }) => (
              <div
                key={key}
                role="columnheader"
                className={`ledger-${key}${number ? ' number' : ''}`}
                {...(sort && view.sort === sort && { 'aria-sort': view.order === 'asc' ? 'ascending' : 'descending' })}
              >
                {sort ? (
                  <button type="button" onClick={() => onView(sortedBy(view, sort))}>
                    {heading}
                    <span aria-hidden="true">{view.sort === sort ? (view.order === 'asc' ? ' ↑' : ' ↓') : ''}</span>
                  </button>
                ) : (
                  heading
                )}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" ref={body} className="ledger-body" style={{ height: rows.getTotalSize() }}>
          {shown.map(({ index, start }) => (
            <LedgerRow
              key={index}
              index={index}
              entry={rowAt(index)}
              offset={start - top}
              height={height}
              focusable={focusShown ? index === current : index === shown[0]?.index}
              onFocus={() => setActive(index)}
              onOpen={onOpen}
              format={format}
            />
          ))}
        </div>
      </div>
      {matching > MOST_ROWS && (
        <p className="hint">{`These are the first ${format.count(MOST_ROWS)} of ${format.count(matching)} lines. Search, or choose a month or a stream, to see the others.`}</p>
      )}
    </>
  )
}
