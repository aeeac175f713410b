import type { LocationSource } from './location.ts'

/** What an app brings to open its addresses: how the page of one is made, and how its code is fetched ahead. */
export interface OpenerParts<Shown> {
  location: LocationSource
  /** Fetches code and data of the page of an address; it answers with an error, never throws one. */
  open(text: string): Promise<Shown>
  preload(text: string): void
}

/** Opens addresses of one app. It knows no React and no pages, so that both apps share it and it can be tested without a browser. */
export interface Opener<Shown> {
  /** What was opened last; null before the first address is. */
  shown(): Shown | null
  /** Whether an address is being opened right now. */
  opening(): boolean
  subscribe(listener: () => void): () => void
  /** Opens the address that stands there and follows back and forward; answers the way to stop. */
  start(): () => void
  /** Opens an address; settles when it can be shown, or when a later one has taken its place. */
  go(text: string, replace?: boolean): Promise<void>
  href(text: string): string
  /** Fetches the code of the page of an address that is likely opened next. */
  preload(text: string): void
}

/**
 * Code and data of a page are awaited first, then it is shown; the page before stays meanwhile. A later press wins: what an earlier
 * one opens never replaces what was asked for after it.
 */
export function createOpener<Shown>({ location, open, preload }: OpenerParts<Shown>): Opener<Shown> {
  const listeners = new Set<() => void>()
  const scrolled = new Map<string, number>()
  let shown: Shown | null = null
  let opening = false
  let turn = 0
  let at = ''
  const tell = () => listeners.forEach((listener) => listener())
  const sheetOf = (text: string) => text.split('?')[0]

  const arrive = async (text: string, back: boolean) => {
    const own = ++turn
    scrolled.set(at, location.scrolled())
    const elsewhere = sheetOf(at) !== sheetOf(text)
    at = text
    opening = true
    tell()
    const next = await open(text)
    if (own !== turn) return
    shown = next
    opening = false
    tell()
    if (elsewhere) location.scrollTo(back ? (scrolled.get(text) ?? 0) : 0)
  }
  return {
    shown: () => shown,
    opening: () => opening,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start() {
      void arrive(location.read(), false)
      return location.subscribe(() => void arrive(location.read(), true))
    },
    go(text, replace = false) {
      if (replace || text === location.read()) location.replace(text)
      else location.push(text)
      return arrive(text, false)
    },
    href: (text) => location.href(text),
    preload,
  }
}
