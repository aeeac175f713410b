import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Double, DoubleState } from '#contract/double.ts'
import { Trouble } from '#web/ui/trouble.tsx'
import { DoubleCard } from './double-card.tsx'
import { useDecision } from './use-decision.ts'

interface DoubleListProps {
  state: DoubleState
  doubles: readonly Double[]
  /** How many stand before the first of these. */
  first: number
  matching: number
}

/** Keys by which the double that has the focus is decided, and the next one reached. */
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
const SAYS: Record<string, boolean> = { s: true, n: false }

/** Goes to the buttons of one of the doubles, or of the last one. */
function focusButtons(list: HTMLElement | null, index: number): void {
  const items = list?.querySelectorAll<HTMLElement>(':scope > li') ?? []
  items[Math.min(index, items.length - 1)]?.querySelector<HTMLElement>('.double-acts button')?.focus()
}

/** Doubles one below the other. After a decision the buttons of the next one have the focus, so that hands stay where they are. */
export function DoubleList({ state, doubles, first, matching }: DoubleListProps) {
  const list = useRef<HTMLUListElement>(null)
  const said = useRef<{ id: string; index: number } | null>(null)
  const { decide, takeBack, pending, error } = useDecision()
  useEffect(() => {
    const { id, index } = said.current ?? {}
    if (index === undefined || doubles.some((double) => double.id === id)) return
    said.current = null
    focusButtons(list.current, index)
  })
  const act = async ({ id }: Double, index: number, work: () => Promise<void>) => {
    said.current = { id, index }
    try {
      await work()
    } catch {
      said.current = null
    }
  }
  const say = (double: Double, index: number, same: boolean) => void act(double, index, () => decide(double, same))
  const onKey = (event: KeyboardEvent, double: Double, index: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = STEPS[event.key]
    const same = SAYS[event.key.toLowerCase()]
    if (step === undefined && (same === undefined || state !== 'proposed' || pending)) return
    event.preventDefault()
    if (step !== undefined) focusButtons(list.current, Math.max(0, index + step))
    else if (same !== undefined) say(double, index, same)
  }
  if (doubles.length === 0) return null
  return (
    <>
      {state === 'proposed' && (
        <p className="hint only-wide">
          On the buttons of a proposal: S for the same money, N for not the same, arrow keys for the next one.
        </p>
      )}
      <Trouble error={error} />
      <ul className="double-list" ref={list} aria-label="Doubles">
        {doubles.map((double, index) => (
          <li key={double.id} aria-setsize={matching} aria-posinset={first + index + 1}>
            <DoubleCard
              double={double}
              pending={pending}
              onKey={(event) => onKey(event, double, index)}
              onSay={(same) => say(double, index, same)}
              onTakeBack={() => void act(double, index, () => takeBack(double))}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
