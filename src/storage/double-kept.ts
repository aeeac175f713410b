import type { DoubleDecision, DoubleLine, DoubleRule, SameMoney, Sight } from '#domain/double.ts'
import type { DaySpan } from '#domain/double-spans.ts'
import type { Day } from '#domain/month.ts'
import type { DoubledBy } from './doubled-row.ts'

/** A line's part in a double: it counts, it does not, or it is what is left over of a payout that landed. */
export interface DoublePart {
  id: string
  role: 'counts' | 'covered' | 'remainder'
}

/** A double that holds now. */
export interface HeldDouble extends SameMoney {
  id: string
  by: DoubledBy
}

/** What a book knows of doubles. */
export interface DoubleBook {
  held: HeldDouble[]
  decisions: DoubleDecision[]
  rules: DoubleRule[]
}

/** One line of a double that holds. */
export interface DoubleSide extends DoublePart, Sight {}

export interface DoubleReads {
  doubleBook(book: string): Promise<DoubleBook>
  /** How many lines each day has, in the order of days. */
  doubleDays(book: string): Promise<{ day: Day; lines: number }[]>
  /** The lines of some days that may be part of a double, as their source and the user tell them, whatever doubles make of them. */
  doubleLines(book: string, days: DaySpan): Promise<DoubleLine[]>
  /** The same of single lines; those that are gone are left out. */
  doubleLinesAt(book: string, sights: readonly Sight[]): Promise<DoubleLine[]>
  /** The lines of some doubles that hold, by stream and key. */
  doubleSides(book: string, ids: readonly string[]): Promise<DoubleSide[]>
}

export interface DoubleWrites {
  doubleBook(): Promise<DoubleBook>
  doubleDays(): Promise<{ day: Day; lines: number }[]>
  doubleLines(days: DaySpan): Promise<DoubleLine[]>
  /** Which live imports tell each of these lines, by the sight's name. */
  tellers(sights: readonly Sight[]): Promise<Map<string, number[]>>
  /** Lays down a decision in the place of an earlier one about the same lines. */
  decideDouble(decision: DoubleDecision): Promise<void>
  /** Takes a decision back by the id of its double, as if nothing was said. */
  undecideDouble(id: string): Promise<void>
  setDoubleRule(rule: DoubleRule): Promise<void>
  removeDoubleRule(rule: DoubleRule): Promise<void>
}
