import { useEffect, useRef, useState, type ReactNode } from 'react'
import { moved, type NeedDraft } from './draft.ts'

interface OrderedLinesProps<Draft extends NeedDraft> {
  lines: readonly Draft[]
  onChange: (lines: Draft[]) => void
  /** One line, with what changes, moves and removes it. */
  children: (line: Draft, acts: LineChanges<Draft>) => ReactNode
}

interface LineChanges<Draft> {
  at: number
  of: number
  onChange: (change: Partial<Draft>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** Lines in their order of priority. One that was moved keeps the focus on the button that moved it, and its new place is spoken. */
export function OrderedLines<Draft extends NeedDraft>({ lines, onChange, children }: OrderedLinesProps<Draft>) {
  const list = useRef<HTMLOListElement>(null)
  const [last, setLast] = useState<{ key: number | undefined; by: number } | null>(null)
  const [told, setTold] = useState('')
  useEffect(() => {
    if (!last) return
    const line = list.current?.querySelector(`[data-need="${last.key}"]`)
    // At the end of its way only the other button is left.
    const button =
      line?.querySelector<HTMLElement>(`[data-move="${last.by}"]:enabled`) ?? line?.querySelector<HTMLElement>('[data-move]:enabled')
    button?.focus()
  }, [last])
  const move = (at: number, by: -1 | 1) => {
    onChange(moved(lines, at, by))
    setLast({ key: lines[at]?.key, by })
    setTold(`${lines[at]?.text.trim() || 'The need'} is now number ${at + by + 1} of ${lines.length}.`)
  }
  return (
    <>
      <ol className="need-lines" ref={list}>
        {lines.map((line, at) =>
          children(line, {
            at,
            of: lines.length,
            onChange: (change) => onChange(lines.map((one, i) => (i === at ? { ...one, ...change } : one))),
            onMove: (by) => move(at, by),
            onRemove: () => onChange(lines.filter((_, i) => i !== at)),
          }),
        )}
      </ol>
      <span className="visually-hidden" role="status">
        {told}
      </span>
    </>
  )
}
