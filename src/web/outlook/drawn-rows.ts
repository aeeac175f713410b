import type { Outlook } from '#contract/outlook.ts'
import { addMonths } from '#domain/month.ts'
import type { Cell, FigureRows } from '#web/figures/derived-figure.ts'

/** Columns of a figure that is drawn: what it is drawn from and what is drawn of it, one below the other. */
export const DRAWN_COLUMNS: FigureRows['columns'] = [
  { heading: 'What', kind: 'text' },
  { heading: 'Month', kind: 'month' },
  { heading: 'Stream', kind: 'text' },
  { heading: 'Net', kind: 'amount' },
]

/** The full months of every stream that a year ahead is drawn from; what is archived is not drawn. */
export function drawnFrom({ first, streams }: Pick<Outlook, 'first' | 'streams'>): Cell[][] {
  if (first === null) return []
  return streams
    .filter(({ archived }) => !archived)
    .flatMap(({ name, net }) => net.map((amount, i) => ['drawn from', addMonths(first, i), name, amount]))
}
