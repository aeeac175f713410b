import { startTransition, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { keepLens } from '#web/lens/lens.ts'
import { addressText } from './address.ts'
import type { Navigator, Shown } from './navigator.ts'
import { RouterContext, type RouterState } from './router-context.ts'

interface RouterProps {
  navigator: Navigator
  children: (shown: Shown, opening: boolean) => ReactNode
}

/** Shows what the navigator opens, in a transition, and gives every page the address and the ways to leave it. */
export function Router({ navigator, children }: RouterProps) {
  const [shown, setShown] = useState(navigator.shown)
  const opening = useSyncExternalStore(navigator.subscribe, navigator.opening)
  useEffect(() => {
    const unsubscribe = navigator.subscribe(() => startTransition(() => setShown(navigator.shown())))
    const stop = navigator.start()
    return () => {
      stop()
      unsubscribe()
    }
  }, [navigator])

  const state = useMemo<RouterState | null>(() => {
    if (!shown) return null
    const active = shown.address.book
    return {
      address: shown.address,
      params: shown.params,
      book: shown.book,
      navigate(path, options = {}) {
        const here = navigator.asked()
        const asked = typeof path === 'string' ? path : path(here)
        const { book = active } = options
        return navigator.go(addressText(book, book === active ? keepLens(asked, here.search) : asked), options.replace)
      },
      href: (path, book = active) => navigator.href(addressText(book, book === active ? keepLens(path, shown.address.search) : path)),
      preload: (path) => navigator.preload(path),
    }
  }, [navigator, shown])

  if (!shown || !state) return null
  return <RouterContext value={state}>{children(shown, opening)}</RouterContext>
}
