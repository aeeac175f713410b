/** How many months up to the one shown stand in a chart. */
export type Span = '6' | '12' | '24' | 'all'

const LABELS: Record<Span, string> = { '6': '6', '12': '12', '24': '24', all: 'All' }

/** The span that an address asks for; undefined where it leaves the choice to the screen. */
export function readSpan(search: URLSearchParams): Span | undefined {
  const text = search.get('span')
  return text === '6' || text === '12' || text === '24' || text === 'all' ? text : undefined
}

/** What a screen shows where the address does not say: two years, or half a year where bars would become threads. */
export function usualSpan(narrow: boolean): Span {
  return narrow ? '6' : '24'
}

/** The spans to choose from; half a year is offered where it is usual, and where the address asks for it. */
export function spanChoices(usual: Span, shown: Span): { value: Span; label: string }[] {
  const spans: Span[] = usual === '6' || shown === '6' ? ['6', '12', '24', 'all'] : ['12', '24', 'all']
  return spans.map((value) => ({ value, label: LABELS[value] }))
}
