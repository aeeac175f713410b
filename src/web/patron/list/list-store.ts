import { useSyncExternalStore } from 'react'

/** One venture on the list, as it was when it was put there. */
export interface Listed {
  address: string
  /** Address of its page: below this site's root, or absolute. */
  url: string
  title: string
  currency: string | null
  /** Host of the site that tells of it; null for this one. */
  origin: string | null
}

const KEY = 'enough.list'
const listeners = new Set<() => void>()
let known: readonly Listed[] | undefined

/** The list that this browser keeps. */
export function listed(): readonly Listed[] {
  known ??= JSON.parse(localStorage.getItem(KEY) ?? '[]') as Listed[]
  return known
}

/** Puts a venture on the list, once. */
export function addToList(venture: Listed): void {
  if (listed().some(({ url }) => url === venture.url)) return
  known = [...listed(), venture]
  localStorage.setItem(KEY, JSON.stringify(known))
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The list, as it changes. */
export function useListed(): readonly Listed[] {
  return useSyncExternalStore(subscribe, listed)
}
