import type { PublicVenture } from '#contract/public.ts'
import type { Minor } from '#domain/money.ts'
import { addMonths, type Month } from '#domain/month.ts'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'

/** One month of the two years; a running one is not over. */
export interface YearMonth {
  month: Month
  net: Minor
  enough: Minor | null
  running: boolean
}

/** The published months, and the running one where it follows them: side by side, months that nobody knows yet would be passed over. */
export function yearMonths({ history, carried }: Pick<PublicVenture, 'history' | 'carried'>): YearMonth[] {
  const months = history.map((one) => ({ ...one, running: false }))
  const running = carried?.running
  const last = months.at(-1)
  if (!running || !last || running.month !== addMonths(last.month, 1)) return months
  return [...months, { ...running, enough: last.enough, running: true }]
}

/** One sentence of what the picture shows. */
export function yearsSentence(months: readonly YearMonth[], format: Format): string {
  const closed = months.filter(({ running }) => !running)
  const told = closed.filter(({ enough }) => enough !== null)
  const reached = told.filter(({ net, enough }) => enough !== null && net >= enough).length
  const first = closed[0]
  const last = closed.at(-1)
  if (!first || !last) return ''
  const span = `From ${format.money(first.net)} in ${format.month(first.month)} to ${format.money(last.net)} in ${format.month(last.month)}`
  if (told.length === 0) return `${span}.`
  return `${span}; enough in ${reached === 0 ? 'none' : reached} of ${plural(told.length, 'month')}.`
}

export interface YearsPlan {
  bars: { month: Month; x: number; y: number; width: number; height: number; running: boolean }[]
  /** Path of the line of enough, with a step where it changed; empty without one. */
  line: string
  /** Where the line ends, and what it is there; null where the last month has none. */
  end: { y: number; enough: Minor } | null
}

interface Frame {
  width: number
  height: number
}

/** Room above the highest thing, for the line's own word. */
const HEAD = 20

/** Where everything stands in a picture of this size, in pixels. */
export function yearsPlan(months: readonly YearMonth[], { width, height }: Frame): YearsPlan {
  const most = Math.max(1, ...months.flatMap(({ net, enough }) => [net, enough ?? 0]))
  const level = (amount: Minor) => height - (Math.max(0, amount) / most) * (height - HEAD)
  const band = width / Math.max(1, months.length)
  const gap = Math.min(6, band * 0.25)
  const bars = months.map(({ month, net, running }, i) => {
    const y = level(net)
    return { month, x: i * band + gap / 2, y, width: Math.max(1, band - gap), height: height - y, running }
  })
  let line = ''
  let before: Minor | null = null
  for (const [i, { enough }] of months.entries()) {
    if (enough !== null) {
      const y = level(enough)
      line += before === null ? `M${i * band} ${y}` : enough === before ? '' : `V${y}`
      line += `H${(i + 1) * band}`
    }
    before = enough
  }
  const last = months.at(-1)?.enough ?? null
  return { bars, line, end: last === null ? null : { y: level(last), enough: last } }
}
