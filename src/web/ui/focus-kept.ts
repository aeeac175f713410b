import { useEffect, useRef } from 'react'

/** Brings reading to the heading of the page, without scrolling. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}

/** After a step to another place, reading begins at its heading; the first page is left as the browser opens it. */
export function useFocusOnHeading(place: string): void {
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    focusHeading()
  }, [place])
}

/** What around an element may take its focus over, nearest first, up to the page's own part. */
function keepersOf(element: Element): HTMLElement[] {
  const keepers: HTMLElement[] = []
  for (let at = element.parentElement; at && at.tagName !== 'MAIN'; at = at.parentElement) if (at.hasAttribute('tabindex')) keepers.push(at)
  return keepers
}

/**
 * Keeps the focus in the page when what had it goes away, as a button does that has done its work: the nearest part around it
 * takes it over, else the heading. Without this, keys would begin again at the top of the window.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let last: Element | null = null
    let keepers: HTMLElement[] = []
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      last = target
      keepers = keepersOf(target)
    }
    const gone = new MutationObserver(() => {
      if (!last || last.isConnected || document.activeElement !== document.body) return
      last = null
      const keeper = keepers.find((one) => one.isConnected)
      if (keeper) keeper.focus({ preventScroll: true })
      else focusHeading()
    })
    document.addEventListener('focusin', note)
    gone.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', note)
      gone.disconnect()
    }
  }, [])
}

/** After a form was sent with something wrong in it, typing goes on in the first field that says so. */
export function useFocusOnTrouble(): void {
  useEffect(() => {
    const lead = ({ target }: Event) => {
      // What is wrong is drawn with the next frame.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => target instanceof Element && target.querySelector<HTMLElement>('[aria-invalid]')?.focus()),
      )
    }
    document.addEventListener('submit', lead)
    return () => document.removeEventListener('submit', lead)
  }, [])
}
