import type { PatronLists } from '#contract/stream.ts'
import type { Format } from '#web/ui/format.ts'
import { capital, plural } from '#web/ui/number-words.ts'

/** What the lists of patrons of a stream are and what becomes of them, in a sentence or two. */
export function listsWords({ lists, from, to, counted, money }: PatronLists, format: Format): string {
  if (from === null || to === null) return ''
  const what = capital(plural(lists, 'list', { written: format.count(lists) }))
  const when = from === to ? `of ${format.day(from)}` : `of ${format.day(from)} to ${format.day(to)}`
  const told = `${what} of patrons ${when} ${lists === 1 ? 'tells' : 'tell'} who gives, not what arrived.`
  if (money) return `${told} Payments of this stream are here: those count, and the lists never do beside them.`
  if (counted && from === to) return `${told} A difference takes two lists: the next one makes the first estimate.`
  if (counted) return `${told} What came in between them counts as an estimate. It goes by itself when a payment of this stream is here.`
  return `${told} Nothing of them is counted. While no payment of this stream is here, what came in between them can count as an estimate.`
}

/** Where the same money may be counted already: payouts that land in another stream of the book. */
export function payoutWords({ named }: Pick<PatronLists, 'named'>, platform: string, format: Format): string {
  const from = platform === '' ? 'the platform' : platform
  if (named === 0)
    return `Leave them uncounted where payouts from ${from} reach a bank or PayPal account of this book: that money is counted there.`
  const lines = capital(plural(named, 'payment', { written: format.count(named) }))
  const are = named === 1 ? 'If it is a payout' : 'If they are payouts'
  return `${lines} of other streams ${named === 1 ? 'names' : 'name'} ${from}. ${are} of these patrons’ money, it is counted there: leave the lists uncounted.`
}
