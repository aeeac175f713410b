/**
 * Every address of the app within a book, in one place. What is left out stands for the default, so that addresses stay short.
 * Amounts never stand in an address.
 */

/** How the Month page is looked at. */
export interface MonthView {
  lens?: 'cash' | 'smoothed' | 'dependable'
  by?: 'venture' | 'stream' | 'kind'
  span?: '6' | '12' | '24' | 'all'
}

/** Which lines the ledger shows. */
export interface LedgerView {
  search?: string
  stream?: number
  venture?: number
  month?: string
  /** Months from..to, both included. */
  from?: string
  to?: string
  kind?: string
  unconverted?: boolean
  sort?: 'day' | 'net' | 'stream' | 'name'
  order?: 'asc' | 'desc'
}

/** What is imagined of the year ahead. */
export interface OutlookView {
  if?: string | undefined
  sure?: number
}

/** Who is taken away on the Patrons page. */
export interface PatronsView extends Pick<MonthView, 'lens'> {
  without?: string | undefined
}

/** Which week the Time page asks for, by its Monday. */
export interface TimeView {
  week?: string
}

/** Which pledges are shown. */
export interface PledgesView {
  state?: string
}

/** Which doubles are shown. */
export interface DoublesView {
  state?: string
  counts?: number
  covered?: number
  from?: number
}

function withSearch(path: string, values: object, defaults: Record<string, unknown> = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === '' || value === false || value === defaults[key]) continue
    search.set(key, String(value))
  }
  return search.size > 0 ? `${path}?${search}` : path
}

export const to = {
  /** The running month, or the one given. */
  month: (month?: string, view: MonthView = {}) =>
    withSearch(month === undefined ? '/' : `/month/${month}`, view, { lens: 'cash', by: 'venture' }),
  streams: (view: Pick<MonthView, 'lens'> = {}) => withSearch('/streams', view, { lens: 'cash' }),
  stream: (stream: number, view: Pick<MonthView, 'lens' | 'span'> = {}) => withSearch(`/streams/${stream}`, view, { lens: 'cash' }),
  /** Yearly gifts count in all their months unless cash is asked for. */
  patrons: (view: PatronsView = {}) => withSearch('/patrons', view, { lens: 'smoothed' }),
  /** Hours, with the form of the week that is asked for. */
  time: (view: TimeView = {}) => withSearch('/time', view),
  ledger: (view: LedgerView = {}) => withSearch('/ledger', view, { sort: 'day', order: 'desc' }),
  /** The year ahead: `if` is what is imagined, `sure` how certain pay is to be, in hundredths. */
  outlook: (view: OutlookView = {}) => withSearch('/outlook', view, { sure: 90 }),
  target: () => '/target',
  /** What one venture needs. */
  needs: (venture: number) => `/ventures/${venture}/needs`,
  sharing: () => '/sharing',
  /** The editor of one venture's public page. */
  publicPage: (venture: number) => `/ventures/${venture}/page`,
  pledges: (view: PledgesView = {}) => withSearch('/pledges', view),
  doubles: (view: DoublesView = {}) => withSearch('/doubles', view),
  addIncome: () => '/add',
  import: () => '/import',
  settings: () => '/settings',
}
