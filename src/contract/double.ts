import { z } from 'zod'
import { Entry } from './entry.ts'
import { Currency, Day, Minor } from './money.ts'

/**
 * Where a double stands. `proposed` waits for the user and changes nothing; `proven` is applied because a platform's own reference
 * says so; `ruled` because the user said it of the two streams; `accepted` and `refused` because the user said it of this one.
 * An accepted one of which a line is gone for now sleeps: it is not told, and holds again when the line is back.
 */
export const DoubleState = z.enum(['proposed', 'proven', 'ruled', 'accepted', 'refused']).meta({ id: 'DoubleState' })

/**
 * The same money seen twice. `pair`: two sights of one payment; the processor's amounts count, in the platform's stream.
 * `landing`: a payout that arrives elsewhere as one line; the rows behind it count, the arrival does not, and what is missing of
 * it (or more than it) is a fee (or adjustment) line of its own.
 */
export const Double = z
  .object({
    /** Stable as long as it is about the same lines: the name in `decideDouble` and `undecideDouble`. */
    id: z.string(),
    kind: z.enum(['pair', 'landing']),
    state: DoubleState,
    /** How sure, in whole percent; 100 for what is proven or was said by the user. */
    score: z.int().min(0).max(100),
    /** Why, in sentences. */
    reasons: z.array(z.string()),
    /** The lines that count, as the ledger has them now, oldest first: one of a pair, the first fifty of a landing. */
    counts: z.array(Entry),
    /** How many lines count in all. */
    countsLength: z.int(),
    /** What all of them come to, net; null where they are not of one currency. */
    countsNet: z.object({ currency: Currency, net: Minor }).nullable(),
    /** The line that does not count, once this is settled. */
    covered: Entry,
    /** What a pair comes to once it is counted once: the processor's amounts where one of both is a processor. Null for a landing. */
    counted: z.object({ currency: Currency, net: Minor }).nullable(),
    /** What arrived less what was sent, of a landing: below 0 a fee, above 0 an adjustment. Null for a pair, and where nothing is left over. */
    remainder: z.object({ currency: Currency, net: Minor }).nullable(),
  })
  .meta({ id: 'Double' })

/** How many doubles two streams have in common; `ruled`: everything from the one in the other is settled by a rule. */
export const DoubleStreams = z
  .object({
    /** The stream whose lines count. */
    counts: z.int(),
    countsName: z.string(),
    countsVentureName: z.string(),
    /** The stream whose lines are the second sight. */
    covered: z.int(),
    coveredName: z.string(),
    coveredVentureName: z.string(),
    proposed: z.int(),
    /** Applied: proven, ruled or accepted. */
    settled: z.int(),
    ruled: z.boolean(),
  })
  .meta({ id: 'DoubleStreams' })

export const DoublesQuery = z.object({
  state: DoubleState.default('proposed'),
  /** Only doubles between these two streams; either may be given alone. */
  counts: z.coerce.number().int().optional(),
  covered: z.coerce.number().int().optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** One page of doubles, newest first; `numbers` and `streams` are of the whole book, whatever is asked for. */
export const Doubles = z
  .object({
    doubles: z.array(Double),
    matching: z.int(),
    /** What counting all that match once takes off the total at home, or adds to it; `unknown` of them have no rate and are not in it. */
    effect: z.object({ currency: Currency, net: Minor, unknown: z.int() }),
    numbers: z.object({ proposed: z.int(), proven: z.int(), ruled: z.int(), accepted: z.int(), refused: z.int() }),
    /** Pairs of streams with doubles or with a rule, the most proposals first. */
    streams: z.array(DoubleStreams),
    /** Days with too many lines to be looked through for proposals: of them only what is proven or was said is told. */
    beyond: z.array(z.object({ from: Day, to: Day, lines: z.int() })),
  })
  .meta({ id: 'Doubles' })

/** Whether it is the same money. */
export const DoubleDecision = z.object({ same: z.boolean() }).meta({ id: 'DoubleDecision' })
/** What became of the book: numbers as in `Doubles`. */
export const DoubleOutcome = Doubles.pick({ numbers: true, streams: true }).meta({ id: 'DoubleOutcome' })
/** Everything of the one stream in the other, now and from now on; false takes the rule back. */
export const DoubleRuleDecision = z.object({ counts: z.int(), covered: z.int(), same: z.boolean() }).meta({ id: 'DoubleRuleDecision' })

export type DoubleState = z.infer<typeof DoubleState>
export type Double = z.infer<typeof Double>
export type DoubleStreams = z.infer<typeof DoubleStreams>
export type Doubles = z.infer<typeof Doubles>
export type DoubleOutcome = z.infer<typeof DoubleOutcome>
export type DoubleDecision = z.infer<typeof DoubleDecision>
export type DoubleRuleDecision = z.infer<typeof DoubleRuleDecision>
