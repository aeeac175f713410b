/** The books that have an address: one's own at plain addresses, the example below `/example`. */
export type BookName = 'main' | 'example'

/** Where the page is: a book, a path within it that begins with a slash, and what the address asks for. */
export interface Address {
  book: BookName
  path: string
  search: URLSearchParams
}

const EXAMPLE = '/example'

/** Reads an address such as `/example/ledger?month=2026-10`; a path without a final slash. */
export function parseAddress(text: string): Address {
  const cut = text.search(/[?#]/)
  const whole = cut < 0 ? text : text.slice(0, cut)
  const search = new URLSearchParams(cut < 0 ? '' : (text.slice(cut).split('#')[0] ?? ''))
  const inExample = whole === EXAMPLE || whole.startsWith(`${EXAMPLE}/`)
  const path = (inExample ? whole.slice(EXAMPLE.length) : whole).replace(/\/+$/, '')
  return { book: inExample ? 'example' : 'main', path: path === '' ? '/' : path, search }
}

/** Writes where a path of a book stands: `/ledger?month=2026-10` of the example is `/example/ledger?month=2026-10`. */
export function addressText(book: BookName, path: string): string {
  return book === 'example' ? `${EXAMPLE}${path}` : path
}

/** Parameters of a path by a pattern such as `/streams/:stream`, or undefined where it does not match. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value)
    else if (part !== value) return undefined
  }
  return params
}
