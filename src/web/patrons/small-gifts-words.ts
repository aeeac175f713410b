import type { Crowd } from '#contract/crowd.ts'
import type { Format } from '#web/ui/format.ts'
import { numberWord } from '#web/ui/number-words.ts'

/** A tenth: above it fees make a gift small. */
const TENTH = 0.1

/** What fees of small gifts cost, and what it would save to ask for a quarter at once (FEATURES N15). */
export function smallGiftsSentence({ fees, month }: Pick<Crowd, 'fees' | 'month'>, format: Format): string {
  const { known, gifts, cost, askable, saved } = fees
  const name = format.longMonth(month)
  if (known === 0)
    return `Of no gift for one month in ${name} it is known what it cost: that takes a file that names who gives, with the fee of each gift.`
  const tenth = format.percent(TENTH)
  if (gifts === 0 && known === 1) return `The one gift of ${name} whose fee is known lost ${tenth} of it at most.`
  if (gifts === 0) return `Of ${format.count(known)} gifts for one month in ${name} whose fee is known none lost more than ${tenth} to it.`
  const told = `Fees of small gifts cost you ${format.money(cost)} in ${name}`
  if (saved === 0)
    return `${told}. What another rhythm would save cannot be told: gifts of one size do not show what part of a fee is fixed.`
  return `${told}; asking ${askable === 1 ? 'one patron' : `${numberWord(askable)} patrons`} to go quarterly would save ${format.money(saved)} a month.`
}

/** How often one pays at which fees take a tenth at most: "quarterly". */
export function rhythmWord(rhythm: number | null): string {
  if (rhythm === null) return 'none'
  return { 1: 'monthly', 3: 'quarterly', 6: 'twice a year', 12: 'yearly' }[rhythm] ?? `every ${numberWord(rhythm)} months`
}
