/**
 * Where the address is kept. The product has real addresses; the static build keeps them behind a `#`,
 * so that any folder of any web server will do.
 */
export interface LocationSource {
  /** The address as the app knows it, from the first slash on. */
  read(): string
  /** What a link to that address carries. */
  href(address: string): string
  push(address: string): void
  replace(address: string): void
  /** Hears of back, forward and addresses typed in. */
  subscribe(listener: () => void): () => void
  /** How far down the page one is, in pixels. */
  scrolled(): number
  /** Goes there once the page that was just opened is drawn. */
  scrollTo(y: number): void
}

/** For how long a page may grow until it reaches down to where one was. */
const LONGEST_DRAWING_MS = 700

function source(read: () => string, href: (address: string) => string): LocationSource {
  // The browser would scroll before the page that it goes back to is there.
  window.history.scrollRestoration = 'manual'
  return {
    read,
    href,
    push: (address) => window.history.pushState(null, '', href(address)),
    replace: (address) => window.history.replaceState(null, '', href(address)),
    subscribe(listener) {
      window.addEventListener('popstate', listener)
      return () => window.removeEventListener('popstate', listener)
    },
    scrolled: () => window.scrollY,
    scrollTo(y) {
      const end = performance.now() + LONGEST_DRAWING_MS
      const go = () => {
        window.scrollTo(0, y)
        // The page may not be drawn yet, or not to its full height.
        if (window.scrollY < y - 1 && performance.now() < end) requestAnimationFrame(go)
      }
      requestAnimationFrame(go)
    },
  }
}

/** Addresses as the server sees them. */
export function pathLocation(): LocationSource {
  return source(
    () => window.location.pathname + window.location.search,
    (address) => address,
  )
}

/** Addresses behind the `#` of one page; `before` is what tells an app's own from those of another app in the same page. */
export function hashLocation(before = ''): LocationSource {
  return source(
    () => window.location.hash.slice(1 + before.length) || '/',
    (address) => `#${before}${before !== '' && address === '/' ? '' : address}`,
  )
}

/**
 * Addresses below a root, a path that begins and ends with a slash, with their fragments. In a site of plain files each page is a folder,
 * so a link ends with a slash.
 */
export function rootLocation(root: string, folders: boolean): LocationSource {
  return source(
    () => `/${window.location.pathname.slice(root.length)}`.replace(/\/index\.html$/, '/') + window.location.search + window.location.hash,
    (address) => folderAddress(root, address, folders),
  )
}

function folderAddress(root: string, address: string, folders: boolean): string {
  const cut = address.search(/[?#]|$/)
  const path = address.slice(1, cut)
  return `${root}${path}${folders && path !== '' && !path.endsWith('/') ? '/' : ''}${address.slice(cut)}`
}
