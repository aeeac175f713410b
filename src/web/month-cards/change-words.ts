import type { MonthPage } from '#contract/income.ts'
import type { MonthChange } from '#contract/month-change.ts'
import { monthName } from '#web/month/sentence.ts'
import type { Format } from '#web/ui/format.ts'
import { isolated } from '#web/ui/isolated.ts'

type Part = MonthChange['parts'][number]
type Asked = Pick<MonthPage, 'month' | 'today' | 'lens'>

/** Parts that the sentence tells; the picture has all. */
const TOLD = 3

const NAMES: Record<Exclude<Part['change'], 'fees' | 'refunds'>, string> = {
  new: 'New patrons',
  returned: 'Came back',
  more: 'Gave more',
  less: 'Gave less',
  left: 'Left',
  several: 'For several months',
  once: 'Single gifts',
  unnamed: 'Gifts without a name',
  venture: 'Venture',
  others: 'Other ventures',
  fx: 'Exchange rates',
}

/** What a part is called beside its bar: a venture by its own name. */
export function changeName({ change, name, net }: Part): string {
  if (change === 'fees') return net > 0 ? 'Lower fees' : 'Higher fees'
  if (change === 'refunds') return net > 0 ? 'Fewer refunds' : 'More refunds'
  return name ?? NAMES[change]
}

/**
 * "From €2,310 to €2,405: more from Zine shop, lower fees; the other way patrons who left." It tells what moved along, never why, and
 * what moved against it by itself.
 */
export function changeSentence(change: MonthChange, today: string, format: Format): string {
  const { start, end, parts, told } = change
  const [before, month] = [monthName(change.before, today, format), monthName(change.month, today, format)]
  if (!told)
    return `Nothing is known of ${before}: from the second full month on, this tells what came, what went, and what each venture changed.`
  if (start === 0 && end === 0 && parts.length === 0) return `Nothing came in ${before}, and nothing in ${month}.`
  const [from, to] = [format.money(start), format.money(end)]
  const largest = parts.toSorted((a, b) => Math.abs(b.net) - Math.abs(a.net)).slice(0, TOLD)
  if (largest.length === 0) return `${month} brought ${to}, as ${before} did.`
  const ends = start === end ? `${month} brought ${to}, as ${before} did` : from === to ? `${to} in both` : `From ${from} to ${to}`
  const words = (some: readonly Part[]) => some.map(movedWords).join(', ')
  const along = largest.filter(({ net }) => net > 0 === end > start)
  if (start === end || along.length === 0) return `${ends}: ${words(largest)}.`
  const against = largest.filter((part) => !along.includes(part))
  return `${ends}: ${words(along)}${against.length === 0 ? '' : `; the other way ${words(against)}`}.`
}

function movedWords(part: Part): string {
  const { change, net } = part
  const more = net > 0 ? 'more' : 'less'
  if (change === 'new') return 'new patrons'
  if (change === 'returned') return 'patrons who came back'
  if (change === 'more' || change === 'less') return `patrons who gave ${more}`
  if (change === 'left') return 'patrons who left'
  if (change === 'several') return `${more} from gifts for several months`
  if (change === 'once') return `${more} from single gifts`
  if (change === 'unnamed') return `${more} from gifts without a name`
  if (change === 'others') return `${more} from other ventures`
  if (change === 'fx') return `${more} by exchange rates`
  if (change === 'fees' || change === 'refunds') return changeName(part).toLowerCase()
  return `${more} from ${isolated(changeName(part))}`
}

/** What is shown in place of what the page shows: full months for one that runs, cash for what can be counted on. */
export function shownInstead({ month, today, lens }: Asked, change: MonthChange, format: Format): string {
  const runs = `${monthName(month, today, format)} is not over: these are the last two full months.`
  const cash = 'What can be counted on has no parts of this kind: this is cash.'
  return [...(change.month === month ? [] : [runs]), ...(lens === 'dependable' ? [cash] : [])].join(' ')
}
