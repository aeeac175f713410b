import { useSyncExternalStore } from 'react'

/** Something that this browser keeps under a key, told to whoever shows it, also when another tab changes it. */
export interface Stored<T> {
  read(): T
  write(next: T): void
  subscribe(listener: () => void): () => void
}

/**
 * `parse` turns what stands there into what is meant, and `null` (nothing there yet, or nothing that can be read) into a beginning. Where the
 * browser keeps nothing, it lasts as long as the page.
 */
export function stored<T>(key: string, parse: (value: unknown) => T): Stored<T> {
  const listeners = new Set<() => void>()
  let known: { value: T } | undefined
  const tell = () => listeners.forEach((listener) => listener())
  const changedElsewhere = (event: StorageEvent) => {
    if (event.key !== key && event.key !== null) return
    known = undefined
    tell()
  }
  return {
    read: () => (known ??= { value: parse(kept(key)) }).value,
    write(next) {
      known = { value: next }
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch {
        // A browser that keeps nothing: it stays in memory.
      }
      tell()
    },
    subscribe(listener) {
      if (listeners.size === 0) window.addEventListener('storage', changedElsewhere)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) window.removeEventListener('storage', changedElsewhere)
      }
    },
  }
}

/** What is kept, as it changes. */
export function useStored<T>(store: Stored<T>): T {
  return useSyncExternalStore(store.subscribe, store.read)
}

function kept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}
