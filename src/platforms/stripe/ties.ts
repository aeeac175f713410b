import type { Sighting } from '#domain/entry.ts'
import { net, type Minor } from '#domain/money.ts'
import { fingerprint, FingerprintMap } from '../fingerprints.ts'
import type { RowOutcome } from '../read.ts'
import { ValueStore } from '../value-store.ts'

type LinesOutcome = Extract<RowOutcome, { lines: Sighting[] }>

/** What a refund or dispute says about the charge it belongs to. */
export interface Clues {
  /** Ids of charges and payment intents named in its row. */
  ids: readonly string[]
  /** The charge's own description, quoted in the refund's. */
  description: string
}

/** What a charge can be known by. */
export interface Known {
  /** Ids of the charge and its payment intent, the charge's own first. */
  ids: readonly string[]
  description: string
  /** Whether its row names it in a column of its own: then those of its refunds do so too, and nothing else has to be remembered. */
  isNamed: boolean
}

/** An outcome that waits for a charge. */
interface Waiting {
  outcome: LinesOutcome
  /** Fingerprints of the ids that name the charge. */
  ids: readonly number[]
  /** The fingerprint of the quoted description; 0 for none. */
  quote: number
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

/** What is remembered of a charge: its key; where a description may name it, its currency and how much of it can be taken back too. */
type Charge = [key: string, currency?: string, whole?: Minor]

/** Stands for several charges that share a description, because then it proves nothing. */
const SHARED = 0xffffffff

/**
 * Finds the payment line that a refund or dispute belongs to. Reports are written oldest or newest first, so lines without
 * their charge wait until that comes, at last until the file's end. A file of millions of rows takes some dozen bytes for each.
 */
export class Ties {
  readonly #charges = new ValueStore<Charge>()
  /** Numbers of charges, from 1, by the fingerprints of their ids and descriptions. */
  readonly #byId = new FingerprintMap()
  readonly #byDescription = new FingerprintMap()
  /**
   * By the first of their ids, which names the charge itself and not only its payment intent. They are kept as text: parts of rows
   * would hold on to all of the file around them.
   */
  readonly #awaited = new Map<number, string[]>()
  /** What names no charge and only quotes a description: whether that is the only one is known at the end. */
  readonly #quoting = new ValueStore<Waiting>()

  /** Makes a charge known; hands out what waited for it. */
  know(line: Sighting, { ids, description, isNamed }: Known): RowOutcome[] {
    const charge = this.#charges.add(isNamed ? [line.key] : [line.key, line.currency, line.gross + line.fees]) + 1
    const prints = (isNamed ? ids.slice(0, 1) : ids).map(fingerprint)
    for (const print of prints) if (this.#byId.get(print) === 0) this.#byId.set(print, charge)
    if (description !== '' && !isNamed) {
      const print = fingerprint(description)
      this.#byDescription.set(print, this.#byDescription.get(print) === 0 ? charge : SHARED)
    }
    return this.#awaited.size === 0 ? [] : prints.flatMap((print) => this.#handOut(print))
  }

  /** Hands the outcome out at once where its charge is known by id, else when it is. */
  tie(outcome: LinesOutcome, { ids, description }: Clues): RowOutcome[] {
    const prints = ids.map(fingerprint)
    const charge = this.#chargeOf(prints)
    if (charge) return [tied(outcome, () => charge)]
    if (ids.length === 0 && description === '') return [outcome]
    const waiting: Waiting = { outcome, ids: prints, quote: description === '' ? 0 : fingerprint(description) }
    const [first] = prints
    if (first === undefined) this.#quoting.add(waiting)
    else this.#awaited.set(first, [...(this.#awaited.get(first) ?? []), JSON.stringify(waiting)])
    return []
  }

  /** What waited in vain for a charge by its id may still be tied by what it quotes. */
  *end(): Generator<RowOutcome> {
    for (const print of this.#awaited.keys()) yield* this.#handOut(print)
    for (let i = 0; i < this.#quoting.count; i++) {
      const waiting = this.#quoting.get(i)
      if (waiting) yield this.#settle(waiting)
    }
  }

  #handOut(print: number): RowOutcome[] {
    const waiting = this.#awaited.get(print) ?? []
    this.#awaited.delete(print)
    return waiting.map((text) => this.#settle(JSON.parse(text) as Waiting)) // as `tie` wrote it
  }

  #settle({ outcome, ids, quote }: Waiting): RowOutcome {
    const charge = this.#chargeOf(ids)
    return tied(outcome, (line) => charge ?? this.#byQuote(line, quote))
  }

  #chargeOf(prints: readonly number[]): Charge | undefined {
    for (const print of prints) {
      const number = this.#byId.get(print)
      if (number > 0) return this.#charges.get(number - 1)
    }
    return undefined
  }

  /** By description only where one charge alone has it, in the same currency and no smaller than what is taken back. */
  #byQuote(line: Sighting, quote: number): Charge | undefined {
    const number = quote === 0 ? 0 : this.#byDescription.get(quote)
    if (number === 0 || number === SHARED) return undefined
    const charge = this.#charges.get(number - 1)
    const [, currency, whole = 0] = charge ?? []
    return currency === line.currency && whole + net(line) >= 0 ? charge : undefined
  }
}

/** In place: a row of a file is read for nobody else. */
function tied(outcome: LinesOutcome, chargeOf: (line: Sighting) => Charge | undefined): RowOutcome {
  for (const line of outcome.lines) {
    const [key] = chargeOf(line) ?? []
    if (key !== undefined) line.tie = key
  }
  return outcome
}
