import type { Outlook } from '#contract/outlook.ts'
import type { KnownItem } from '#domain/known-items.ts'
import { addMonths } from '#domain/month.ts'
import type { ChangeableBook, Changed } from '#domain/what-if.ts'
import type { Cell } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { MONTHS_AHEAD } from './count-on-words.ts'
import { itemRow } from './drawn-rows.ts'

interface ChangedFacts {
  outlook: Pick<Outlook, 'lens' | 'streams'>
  book: ChangeableBook
  instead: Pick<Changed, 'streams' | 'known'>
  /** What stands before each: "imagined". */
  how: string
}

/** What is drawn in place of what came, as far as it differs: months of streams, and payments that are due again. */
export function changedRows({ outlook, book, instead, how }: ChangedFacts, format: Format): Cell[][] {
  const nameOf = (stream: number) => outlook.streams[stream]?.name ?? null
  const past = instead.streams.flatMap(({ net }, s) =>
    net.flatMap((amount, i): Cell[][] =>
      amount === book.streams[s]?.net[i] ? [] : [[`${how}: drawn from, ${outlook.lens}`, addMonths(book.first, i), nameOf(s), amount]],
    ),
  )
  const due = differentItems(instead, book.known).map((item): Cell[] => {
    const [what = null, ...rest] = itemRow(item, { running: book.running, name: nameOf(item.stream), format })
    return [`${how}: ${what}`, ...rest]
  })
  return [...past, ...due]
}

/** Known items that are not among those of the book as it is, up to the last month that is looked at. */
function differentItems(instead: ChangedFacts['instead'], known: readonly KnownItem[]): KnownItem[] {
  return instead.known.filter(({ stream, ahead, amount, chance }, i) => {
    const was = known[i]
    return ahead <= MONTHS_AHEAD && !(was?.stream === stream && was.ahead === ahead && was.amount === amount && was.chance === chance)
  })
}
