import type { Entry, EntryKind } from '#contract/entry.ts'
import { streamTitle } from '#web/streams/stream-title.ts'
import type { Format } from '#web/ui/format.ts'

const KINDS: Record<EntryKind, string> = {
  payment: 'payment',
  refund: 'refund',
  chargeback: 'chargeback',
  fee: 'fee',
  adjustment: 'adjustment',
  summary: 'month’s sum',
  transfer: 'transfer',
}

/** What a ledger line is, in a word. */
export function kindWords(kind: EntryKind): string {
  return KINDS[kind]
}

/** What a line is: its kind, unless no source tells it. */
export function lineKind({ kind, estimate }: Pick<Entry, 'kind' | 'estimate'>): string {
  return estimate ? 'estimate from patron lists' : kindWords(kind)
}

const UNCOUNTED: Record<NonNullable<Entry['uncounted']>, string> = {
  transfer: 'transfer, not counted',
  covered: 'told by a fuller report',
  deleted: 'deleted by you',
  double: 'told by another stream',
}

/** Why a line does not count. */
export function uncountedWords(reason: NonNullable<Entry['uncounted']>): string {
  return UNCOUNTED[reason]
}

/** What a line's part in a double is: "counted in Ko-fi"; empty for a line that is in none. */
export function doubleWords({ double }: Pick<Entry, 'double'>): string {
  if (!double) return ''
  const { role, other } = double
  if (!other) return role === 'covered' ? UNCOUNTED.double : ''
  const where = streamTitle({ name: other.streamName, ventureName: other.ventureName })
  if (role === 'covered') return `counted in ${where}`
  return role === 'counts' ? `seen again in ${where}` : `left over of what arrived in ${where}`
}

/** By which rate a line was converted, and of which day; empty for money that needed none. */
export function rateWords({ rate, rateDay }: Pick<Entry, 'rate' | 'rateDay'>, format: Format): string {
  const day = rateDay === undefined ? '' : format.day(rateDay)
  if (rate === 'ecb') return `ECB rate of ${day}`
  if (rate === 'estimated') return `estimated at the rate of ${day}`
  if (rate === 'own') return day === '' ? 'own rate' : `own rate of ${day}`
  if (rate === 'stream') return `rate of this stream from ${day} on`
  if (rate === 'none') return 'no rate'
  return ''
}

/** What one unit of the line's currency was worth: "1 USD = 0.92134 EUR, "; empty until the line is known by itself. */
export function unitRateWords({ currency, unitRate }: Pick<Entry, 'currency' | 'unitRate'>, format: Format): string {
  return unitRate === undefined ? '' : `1 ${currency} = ${format.decimal(unitRate)} ${format.currency}, `
}

/** The same in few letters, for a row of a list. */
export function shortRateWords({ rate, rateDay }: Pick<Entry, 'rate' | 'rateDay'>, format: Format): string {
  const day = rateDay === undefined ? '' : `, ${format.shortDay(rateDay)}`
  const names = {
    home: '',
    ecb: `ECB${day}`,
    estimated: `estimated${day}`,
    own: `own rate${day}`,
    stream: `stream’s rate${day}`,
    none: 'no rate',
  }
  return names[rate]
}

/** The parts of a line's net that are worth a word: "€5.00 less €0.35 fees". Empty where gross is all there is. */
export function partsWords({ gross, fees, refunds }: Pick<Entry, 'gross' | 'fees' | 'refunds'>, money: (amount: number) => string): string {
  if (fees === 0 && refunds === 0) return ''
  const parts = [
    gross === 0 ? '' : money(gross),
    fees === 0 ? '' : `${money(fees)} fees`,
    refunds === 0 ? '' : `${money(refunds)} refunded`,
  ]
  return parts.filter(Boolean).join(', ')
}
