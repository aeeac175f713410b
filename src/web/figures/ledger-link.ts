import type { Figure } from '#contract/figure.ts'
import { to } from '#web/shell/path-builder.ts'
import type { FigureAsked } from './figure-opener.tsx'

/** The lines that were paid in a figure's months: their sum is the figure in cash. */
export function ledgerOf(figure: Pick<Figure, 'from' | 'to'>, { stream, venture }: FigureAsked): string {
  const part = { ...(stream !== undefined && { stream }), ...(venture !== undefined && { venture }) }
  return figure.from === figure.to ? to.ledger({ ...part, month: figure.from }) : to.ledger({ ...part, from: figure.from, to: figure.to })
}
