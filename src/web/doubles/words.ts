import type { Double, Doubles, DoubleState, DoubleStreams } from '#contract/double.ts'
import type { Entry } from '#contract/entry.ts'
import { streamTitle } from '#web/streams/stream-title.ts'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'

const TABS: Record<DoubleState, string> = {
  proposed: 'To decide',
  proven: 'By proof',
  ruled: 'By rule',
  accepted: 'By you',
  refused: 'Not the same',
}

/** A tab's name with its number: "To decide 12". */
export function tabLabel(state: DoubleState, numbers: Doubles['numbers'], format: Format): string {
  return `${TABS[state]} ${format.count(numbers[state])}`
}

/** What is so of a whole tab, in one sentence. */
export const TAB_LEADS: Record<DoubleState, string> = {
  proposed: 'Nothing of this is applied: both lines count until you say that they are the same money.',
  proven: 'One of the two names the other by its own id, so they count once already.',
  ruled: 'You said of these two streams that they hold the same money.',
  accepted: 'You said that this is the same money.',
  refused: 'You said that these are two payments: both count, and they are not proposed again.',
}

/** Where nothing stands on a tab. */
export const NOTHING_THERE: Record<DoubleState, string> = {
  proposed: 'Nothing waits for you.',
  proven: 'Nothing is proven by a reference.',
  ruled: 'No rule has settled anything.',
  accepted: 'You have not joined any lines one by one.',
  refused: 'You have not kept any lines apart.',
}

/** The heading of the page: what waits. */
export function doublesTitle({ numbers }: Pick<Doubles, 'numbers'>, format: Format): string {
  const { proposed, proven, ruled, accepted } = numbers
  if (proposed > 0) return `${plural(proposed, 'amount', { written: format.count(proposed) })} may be counted twice.`
  const once = proven + ruled + accepted
  return once > 0 ? 'All money is counted once.' : 'Nothing is seen twice.'
}

/** How sure the program is, in words and as a share of a hundred. */
export function scoreWords(score: number): string {
  const word = score >= 95 ? 'almost certain' : score >= 85 ? 'very likely' : score >= 70 ? 'likely' : 'possible'
  return score >= 100 ? 'certain' : `${word}, ${score} of 100`
}

export function titleOf({ streamName, ventureName }: Pick<Entry, 'streamName' | 'ventureName'>): string {
  return streamTitle({ name: streamName, ventureName })
}

/** What the lines that count come to: the one of a pair, or all of a payout. */
export function countsAmount({ counts, countsNet, kind }: Pick<Double, 'counts' | 'countsNet' | 'kind'>, format: Format): string {
  const [first] = counts
  if (kind === 'landing' && countsNet) return format.exact(countsNet.net, countsNet.currency)
  return first ? format.exact(first.net, first.currency) : ''
}

/** How many lines of which stream were paid out together: "3 lines of Ko-fi". */
export function linesWords({ counts, countsLength }: Pick<Double, 'counts' | 'countsLength'>, format: Format): string {
  const lines = plural(countsLength, 'line', { written: format.count(countsLength) })
  return `${lines} of ${counts[0] ? titleOf(counts[0]) : ''}`
}

/** Which double it is, for its heading and for those who do not see both sides: "€5.00 in Ko-fi, and in PayPal". */
export function doubleTitle(double: Double, format: Format): string {
  const { covered, counts, kind, state } = double
  const end = state === 'proposed' ? '?' : ''
  const from = counts[0] ? titleOf(counts[0]) : ''
  const amount = format.exact(covered.net, covered.currency)
  if (kind === 'landing') {
    return `${amount} in ${titleOf(covered)}: ${linesWords(double, format)}, paid out${end}`
  }
  return `${countsAmount(double, format)} in ${from}, and again in ${titleOf(covered)}${end}`
}

/** What is left over of a payout, and what becomes of it. */
export function remainderWords({ remainder }: Pick<Double, 'remainder'>, format: Format): string {
  if (!remainder || remainder.net === 0) return ''
  const amount = format.exact(Math.abs(remainder.net), remainder.currency)
  return remainder.net < 0
    ? `${amount} less arrived than was sent: that is a fee line of its own.`
    : `${amount} more arrived than was sent: that is an adjustment line of its own.`
}

/** "Everything from Ko-fi is in PayPal" */
export function ruleWords({ countsName, countsVentureName, coveredName, coveredVentureName }: DoubleStreams): string {
  const from = streamTitle({ name: countsName, ventureName: countsVentureName })
  return `Everything from ${from} is in ${streamTitle({ name: coveredName, ventureName: coveredVentureName })}`
}

/** What a rule settles or has settled: said before it is pressed. */
export function ruleEffect({ proposed, settled, ruled }: DoubleStreams, format: Format): string {
  const now = plural(proposed, 'of these', { written: format.count(proposed), many: 'of these' })
  const before = settled > 0 ? `${plural(settled, 'is', { written: format.count(settled), many: 'are' })} counted once already` : ''
  if (ruled) return `Your rule; ${before || 'nothing is settled by it yet'}`
  const would = proposed > 0 ? `It would settle ${now} now, and all that come later` : 'It would settle all that come later'
  return [would, before].filter(Boolean).join('; ')
}

/** Said once something was decided. */
export function decidedWords(double: Double, same: boolean, format: Format): string {
  const what = `${format.exact(double.covered.net, double.covered.currency)} of ${format.day(double.covered.day)}`
  return same ? `${what} counts once.` : `${what} is not the same money: both count.`
}

/** What the two sides are, while it is asked and once it holds. */
export function sideHeadings({ kind, state }: Pick<Double, 'kind' | 'state'>): [counts: string, covered: string] {
  const holds = state !== 'proposed' && state !== 'refused'
  if (kind === 'landing') return holds ? ['paid out, counted', 'arrived, not counted again'] : ['paid out', 'arrived']
  return holds ? ['counted', 'seen again, not counted'] : ['paid', 'seen again']
}

/** What all doubles of a tab come to: "These 12 would count once instead of twice: −€340." */
export function effectWords({ effect, matching }: Pick<Doubles, 'effect' | 'matching'>, state: DoubleState, format: Format): string {
  if (matching === 0 || state === 'refused') return ''
  const these = matching === 1 ? 'This one' : `These ${format.count(matching)}`
  const known = matching > effect.unknown
  const amount = known ? format.money(effect.net, { currency: effect.currency, signed: true }) : 'how much that is has no rate'
  const unknown = known && effect.unknown > 0 ? ` (${format.count(effect.unknown)} without a rate not in it)` : ''
  return `${these} ${state === 'proposed' ? 'would count' : matching === 1 ? 'counts' : 'count'} once instead of twice: ${amount}${unknown}.`
}

/** What would count, where a processor tells other amounts than the payment itself: its fee is in them. */
export function countedWords({ counted, counts, state }: Pick<Double, 'counted' | 'counts' | 'state'>, format: Format): string {
  const [first] = counts
  if (!counted || !first || (state !== 'proposed' && state !== 'refused')) return ''
  if (counted.currency === first.currency && counted.net === first.net) return ''
  return `Counted once it is ${format.exact(counted.net, counted.currency)}, in ${titleOf(first)}.`
}

/** Which days were not looked through; empty where all were. */
export function beyondWords(beyond: Doubles['beyond'], format: Format): string {
  if (beyond.length === 0) return ''
  const stretches = beyond.map(({ from, to, lines }) => {
    const days = from === to ? format.day(from) : `${format.day(from)} to ${format.day(to)}`
    return `${days} (${plural(lines, 'line', { written: format.count(lines) })})`
  })
  return `Too many lines to compare with each other stand in some days: ${format.list(stretches)}. Nothing is proposed there; what is proven and what you said holds.`
}
