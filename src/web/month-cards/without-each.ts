import type { MonthPage } from '#contract/income.ts'
import { concentration } from '#domain/concentration.ts'
import type { Minor } from '#domain/money.ts'
import { monthName } from '#web/month/sentence.ts'
import { equalWords } from '#web/patrons/words.ts'
import type { Format } from '#web/ui/format.ts'
import { isolated } from '#web/ui/isolated.ts'
import { plural } from '#web/ui/number-words.ts'

type Told = Pick<MonthPage, 'month' | 'today' | 'running' | 'lens' | 'total' | 'target' | 'streams' | 'dependable' | 'unconverted'>

/** Ten times the whole. */
const FAR_OVER = 10

/** A venture that may stop, with what would be left of the month. */
export interface Without {
  venture: number
  name: string
  /** What it brings. */
  net: Minor
  left: Minor
}

/** Ventures that bring anything in the month, the largest first, each with what is left without it. */
export function withoutEach({ streams, total }: Pick<Told, 'streams' | 'total'>): Without[] {
  const ventures = Map.groupBy(streams, ({ venture }) => venture)
  return [...ventures]
    .map(([venture, own]) => {
      const net = own.reduce((sum, stream) => sum + stream.net, 0)
      return { venture, name: own[0]?.ventureName ?? '', net, left: total.net - net }
    })
    .filter(({ net }) => net > 0)
    .sort((a, b) => b.net - a.net || a.venture - b.venture)
}

/** What a part of the month is a share of: what is enough, or without a target the month. */
export function wholeOf({ target, total }: Pick<Told, 'target' | 'total'>): { amount: Minor; word: string } {
  return target && target.enough > 0 ? { amount: target.enough, word: 'enough' } : { amount: total.net, word: 'the month' }
}

/** On how many ventures the month rests; undefined where nothing is left of what they brought. METRICS 7. */
export function venturesWords(page: Pick<Told, 'streams' | 'total'>, format: Format): { count: string; equal: string } | undefined {
  const { parts, effective } = concentration(withoutEach(page).map(({ net }) => net))
  if (parts === 0 || page.total.net <= 0) return undefined
  return {
    count: plural(parts, 'venture', { written: format.count(parts) }),
    equal: parts === 1 ? '' : equalWords(effective, format),
  }
}

/** What is kept without the largest venture, and what others took back. */
export function stopsSentence(page: Told, format: Format): string {
  const { lens, dependable, running, total } = page
  const name = monthName(page.month, page.today, format)
  if (lens === 'dependable' && dependable === null) return `What can be counted on in ${name} cannot be told yet.`
  const sofar = running && lens !== 'dependable' ? ' so far' : ''
  if (total.net < 0) return `${format.money(-total.net)} more went back than came in ${name}${sofar}: there is nothing to lose.`
  const [largest] = withoutEach(page)
  if (!largest && page.unconverted.length > 0) return `What came in ${name}${sofar} has no exchange rate yet.`
  if (!largest) return lens === 'dependable' ? `Nothing can be counted on in ${name}.` : `Nothing came in ${name}${sofar}.`
  if (total.net === 0) return `As much went back as came in ${name}${sofar}: there is nothing to lose.`
  return [keptSentence(page, largest, format), backSentence(page, format)].filter(Boolean).join(' ')
}

function keptSentence(page: Told, largest: Without, format: Format): string {
  const [venture, name] = [isolated(largest.name), monthName(page.month, page.today, format)]
  const ventures = withoutEach(page)
  if (ventures.length === 1) {
    const all = page.lens === 'dependable' ? `All that can be counted on in ${name}` : `All that came in ${name}`
    return `${all} is of ${venture}: ${largest.left === 0 ? 'nothing' : 'nothing of it'} would be left without it.`
  }
  const whole = wholeOf(page)
  const share = format.percent(largest.net / ventures.reduce((sum, { net }) => sum + net, 0))
  const kept = Math.max(0, largest.left) / whole.amount
  return `Without the largest, ${venture} (${share}), you would keep ${keptWords(kept, format)} of ${whole.word}.`
}

/** A share of the whole, 0 and more; of far more than the whole the digits tell nothing. */
export function keptWords(share: number, format: Format): string {
  return share > FAR_OVER ? `over ${format.percent(FAR_OVER)}` : format.percent(share)
}

/** Ventures that took back more than they brought: what is left without another is less by that. */
function backSentence({ streams }: Pick<Told, 'streams'>, format: Format): string {
  const sums = [...Map.groupBy(streams, ({ venture }) => venture).values()].map((own) => {
    return { name: isolated(own[0]?.ventureName ?? ''), net: own.reduce((sum, { net }) => sum + net, 0) }
  })
  const back = sums.filter(({ net }) => net < 0).toSorted((a, b) => a.net - b.net)
  if (back.length === 0) return ''
  const sum = back.reduce((all, { net }) => all + net, 0)
  return `From ${format.list(back.map(({ name }) => name))} ${format.money(-sum)} more went back than came.`
}
