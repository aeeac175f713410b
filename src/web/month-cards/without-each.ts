import type { MonthPage } from '#contract/income.ts'
import { concentration } from '#domain/concentration.ts'
import type { Minor } from '#domain/money.ts'
import { monthName } from '#web/month/sentence.ts'
import { equalWords } from '#web/patrons/words.ts'
import type { Format } from '#web/ui/format.ts'
import { isolated } from '#web/ui/isolated.ts'
import { plural } from '#web/ui/number-words.ts'

type Told = Pick<MonthPage, 'month' | 'today' | 'running' | 'lens' | 'total' | 'target' | 'streams' | 'dependable'>

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

/** On how many streams the month rests; undefined where none brought anything. METRICS 7. */
export function streamsWords({ streams }: Pick<Told, 'streams'>, format: Format): { count: string; equal: string } | undefined {
  const { parts, effective } = concentration(streams.map(({ net }) => net))
  if (parts === 0) return undefined
  return {
    count: plural(parts, 'stream', { written: format.count(parts) }),
    equal: parts === 1 ? '' : equalWords(effective, format),
  }
}

/** What is kept without the largest venture. */
export function stopsSentence(page: Told, format: Format): string {
  const [largest, ...others] = withoutEach(page)
  const name = monthName(page.month, page.today, format)
  if (page.lens === 'dependable' && page.dependable === null) return `What can be counted on in ${name} cannot be told yet.`
  if (!largest && page.total.net < 0)
    return `More went back than came in ${name}${page.running ? ' so far' : ''}: there is nothing to lose.`
  if (!largest) return page.running ? `Nothing came in ${name} so far.` : `Nothing came in ${name}.`
  if (others.length === 0) return `All of ${name} comes from ${isolated(largest.name)}: nothing would be left without it.`
  const whole = wholeOf(page)
  const share = format.percent(largest.net / others.reduce((sum, { net }) => sum + net, largest.net))
  const kept = Math.max(0, largest.left) / whole.amount
  return `Without the largest, ${isolated(largest.name)} (${share}), you would keep ${format.percent(kept)} of ${whole.word}.`
}
