import type { Edit, Sighting } from '#domain/entry.ts'
import type { Amounts, Minor } from '#domain/money.ts'

/** Amounts of one currency, as a line tells them. */
export type TakenAmounts = Amounts & { currency: string }

/** How a double came to hold: by a reference, by a rule about its two streams, by a decision about itself. */
export type DoubledBy = 'proven' | 'ruled' | 'accepted'

/** What a double makes of one of its lines. */
export type Doubled = { id: string; by: DoubledBy } & (
  | {
      role: 'counts'
      /** The processor's amounts, which count in the place of the line's own. */
      amounts?: TakenAmounts
    }
  | {
      role: 'covered'
      /** The months that the counted line covers: refunds tied to this line go over those. */
      months?: number
    }
  | { role: 'remainder' }
)

/** What a line itself tells where other amounts stand in its place, with its net at home. */
export type OwnAmounts = TakenAmounts & { home: Minor | null }

/** A line's part in a double as it is kept. */
type DoubledRow = Doubled & { own?: OwnAmounts }

/** The part as JSON, its fields always in one order. */
export function doubledText(doubled: Doubled, own: OwnAmounts | undefined): string {
  const row: DoubledRow = own ? { ...doubled, own: { ...amountsOf(own), home: own.home } } : doubled
  return JSON.stringify(row)
}

/** Reads the part back, without what the line itself tells. */
export function doubledFrom(text: string): Doubled {
  const { own: _, ...doubled } = JSON.parse(text) as DoubledRow // only ever written by doubledText
  return doubled
}

/** What the line itself tells, where other amounts stand in its place. */
export function ownAmounts(text: string | null): OwnAmounts | undefined {
  return text === null ? undefined : (JSON.parse(text) as DoubledRow).own
}

/** A line's part in a double, for those who read the ledger. */
export function doubleOf(text: string): { id: string; role: Doubled['role'] } {
  const { id, role } = doubledFrom(text)
  return { id, role }
}

/** Only the amounts of a line, in one order. */
export function amountsOf({ currency, gross, fees, refunds, tax }: TakenAmounts): TakenAmounts {
  return { currency, gross, fees, refunds, tax }
}

const AMOUNT_FIELDS = ['currency', 'gross', 'fees', 'refunds', 'tax'] as const satisfies readonly (keyof Sighting)[]

/** Whether the user said amounts of a line: those stand, whatever a processor tells. */
export function tellsOwnAmounts(edit: Edit | undefined): boolean {
  return edit !== undefined && AMOUNT_FIELDS.some((field) => edit[field] !== undefined)
}

/**
 * An edit of amounts as it is kept. Who says one amount of a line on which a processor's amounts stand means it beside the others that are
 * shown: those are said too, or they would fall back to what the line itself tells.
 */
export function besideTaken(edit: Edit, row: TakenAmounts & { doubled: string | null }): Edit {
  return ownAmounts(row.doubled) ? { ...amountsOf(row), ...edit } : edit
}
