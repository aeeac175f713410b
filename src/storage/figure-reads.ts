import type { Uncounted } from '#domain/entry.ts'
import type { Lens } from '#domain/income.ts'
import type { Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import type { StoredEntry } from './storage.ts'

/** The months of a figure, both included, and the streams that it is of; all of them where none are named. */
export interface FigureSpan {
  from: Month
  to: Month
  streams?: readonly number[] | undefined
}

/** A line with what of it stands in a figure: minor units of the home currency, null where it has no rate. */
export interface FigureLine {
  entry: StoredEntry
  part: Minor | null
}

/** What is read to open a figure: part of `Storage`. */
export interface FigureReads {
  /** How many lines of the months are kept and count in no sum, by why. */
  uncountedLines(book: string, span: FigureSpan): Promise<Partial<Record<Uncounted, number>>>
  /** How many counted lines of the months are estimates, worked out of lists of patrons. */
  listEstimates(book: string, span: FigureSpan): Promise<number>
  /** Every counted line that a figure is made of, by day and key, in batches, all of one moment; their parts sum to the figure. */
  figureLines(book: string, lens: Lens, span: FigureSpan): AsyncGenerator<FigureLine[]>
  /** Smoothed: what is paid in the months for others, and what stands in them of payments outside them. */
  spreadOver(book: string, span: FigureSpan): Promise<{ away: Minor; here: Minor }>
}
