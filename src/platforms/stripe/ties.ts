import type { Sighting } from '#domain/entry.ts'
import { net } from '#domain/money.ts'
import type { RowOutcome } from '../read.ts'

/** What a refund or dispute says about the charge it belongs to. */
export interface Clues {
  /** Ids of charges and payment intents named in its row. */
  ids: readonly string[]
  /** The charge's own description, quoted in the refund's. */
  description: string
}

interface Waiting {
  outcome: RowOutcome
  lines: Sighting[]
  clues: Clues
}

/** How a refund quotes the description of what it refunds. */
const QUOTED =
  /^(?:refund|payment refund|refund failure|payment failure|chargeback[^(]*|dispute[^(]*) (?:for|of) (?:charge|payment)[^(]*\((.*)\)$/is
const ID = /\b(?:ch|py|pi)_\w+/g

/** Charge and payment ids that stand in a text, such as `Chargeback withdrawal for ch_1`. */
export function idsIn(text: string): string[] {
  return text.match(ID) ?? []
}

export function quotedDescription(text: string): string {
  return QUOTED.exec(text)?.[1]?.trim() ?? ''
}

/**
 * Finds the payment line that a refund or dispute belongs to. Reports are written oldest or newest first, so lines without
 * their charge wait until the file's end.
 */
export class Ties {
  readonly #byId = new Map<string, string>()
  /** Payment lines by description; null where several share one, because then it proves nothing. */
  readonly #byDescription = new Map<string, Sighting | null>()
  readonly #waiting: Waiting[] = []

  /** Makes a charge known by its ids and its description. */
  know(line: Sighting, ids: readonly string[], description: string): void {
    for (const id of ids) if (!this.#byId.has(id)) this.#byId.set(id, line.key)
    if (description !== '') this.#byDescription.set(description, this.#byDescription.has(description) ? null : line)
  }

  /** Hands the outcome out at once where its charge is known by id, else at the end. */
  tie(outcome: RowOutcome, lines: Sighting[], clues: Clues): RowOutcome[] {
    const known = this.#byIds(clues)
    if (known !== undefined) {
      for (const line of lines) line.tie = known
      return [outcome]
    }
    if (clues.ids.length === 0 && clues.description === '') return [outcome]
    this.#waiting.push({ outcome, lines, clues })
    return []
  }

  end(): RowOutcome[] {
    return this.#waiting.map(({ outcome, lines, clues }) => {
      for (const line of lines) {
        const key = this.#byIds(clues) ?? this.#byQuote(line, clues)
        if (key !== undefined) line.tie = key
      }
      return outcome
    })
  }

  #byIds({ ids }: Clues): string | undefined {
    for (const id of ids) {
      const key = this.#byId.get(id)
      if (key !== undefined) return key
    }
    return undefined
  }

  /** By description only where one charge alone has it, in the same currency and no smaller than what is taken back. */
  #byQuote(line: Sighting, { description }: Clues): string | undefined {
    const charge = this.#byDescription.get(description)
    return charge && charge.currency === line.currency && charge.gross + net(line) >= -charge.fees ? charge.key : undefined
  }
}
