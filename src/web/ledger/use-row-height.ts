import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 47.5em)'
/** In rem, as in `ledger.css`: one line on a wide screen, three on a narrow one. */
const WIDE_REM = 2.875
const NARROW_REM = 5.5

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', listener)
  window.addEventListener('resize', listener)
  return () => {
    query.removeEventListener('change', listener)
    window.removeEventListener('resize', listener)
  }
}

function read(): number {
  const rem = Number.parseInt(getComputedStyle(document.documentElement).fontSize, 10) || 16
  return (window.matchMedia(NARROW).matches ? NARROW_REM : WIDE_REM) * rem
}

/** Height of a row in pixels, by the width of the screen and the size of its letters. */
export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, read)
}
