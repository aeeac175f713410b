import type { MonthPage } from '#contract/income.ts'
import { How } from '#web/figures/how.tsx'
import type { Format } from '#web/ui/format.ts'
import { dayFigure } from './day-figure.ts'
import { likelyFigure } from './likely-figure.ts'
import { streamsFigure } from './streams-figure.ts'

interface HowProps {
  page: MonthPage
  format: Format
}

/** How the sentence at the top knows what the month will likely come to. */
export function LikelyHow({ page, format }: HowProps) {
  const { likely } = page
  return likely && <How level={2} figure={() => likelyFigure({ ...page, likely }, format)} />
}

/** How the month fills up, day by day. */
export function DayHow({ page, format }: HowProps) {
  return <How figure={() => dayFigure(page, format)} />
}

/** How far streams stand from their usual. */
export function StreamsHow({ page, format }: HowProps) {
  return <How figure={() => streamsFigure(page, format)} />
}
