import { useSyncExternalStore } from 'react'

/** A phone held upright: less than this, and charts show less. */
const NARROW = '(max-width: 35em)'

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether the screen is so narrow that charts are redrawn with less. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches)
}
