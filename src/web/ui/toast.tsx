import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore, type FocusEvent } from 'react'

/** One sentence about what was just done, and the way back where there is one. */
export interface Toast {
  text: string
  undo?: () => void | Promise<void>
}

/** Long enough to read and to reach for undo; it waits while it is pointed at or focused. */
const SHOWN_MS = 20_000

/** `at` says when it was told, by which each is another one. */
let shown: (Toast & { at: number }) | null = null
const listeners = new Set<() => void>()

function set(next: typeof shown): void {
  shown = next
  for (const listener of listeners) listener()
}

/** Shows a sentence at the foot of the page; a newer one takes its place. */
export function toast(next: Toast): void {
  set({ ...next, at: Date.now() })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The place where sentences appear; it stands in the page from the start, so that screen readers hear what comes. */
export function Toaster() {
  const current = useSyncExternalStore(subscribe, () => shown)
  return (
    <div className="toaster" role="status" aria-live="polite">
      {current && <Shown key={current.at} {...current} />}
    </div>
  )
}

function Shown({ text, undo, at }: Toast & { at: number }) {
  // The way back of one act would go past a later one that is under way, whose own sentence is about to come.
  const writes = useQueryClient().getMutationCache()
  const isPassed = useSyncExternalStore(
    (told) => writes.subscribe(told),
    () => writes.getAll().some(({ state }) => state.status === 'pending' && state.submittedAt > at),
  )
  const from = useRef<Element | null>(null)
  const comesFrom = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget instanceof Element && !currentTarget.contains(relatedTarget)) from.current = relatedTarget
  }
  const close = () => {
    set(null)
    // Back to where the focus was, where that is still there; else the page keeps it.
    if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus()
  }
  useEffect(() => {
    let timer = 0
    const begin = () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        if (document.querySelector('.toast:hover, .toast:focus-within')) begin()
        else set(null)
      }, SHOWN_MS)
    }
    begin()
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="toast" onFocus={comesFrom}>
      <span>{text}</span>
      {undo && (
        <button
          type="button"
          disabled={isPassed}
          onClick={() => {
            close()
            void undo()
          }}
        >
          Undo
        </button>
      )}
      <button type="button" aria-label="Dismiss" onClick={close}>
        ×
      </button>
    </div>
  )
}
