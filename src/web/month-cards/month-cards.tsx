import type { MonthPage } from '#contract/income.ts'
import type { Format } from '#web/ui/format.ts'
import { CarriersCard } from './carriers-card.tsx'
import { OneStopsCard } from './one-stops-card.tsx'
import { WorkCard } from './work-card.tsx'
import '#web/patrons/patrons.css'
import './month-cards.css'

/** What the month hangs on, what it cost in hours, and who carries it: each in a few words, with a page behind it. */
export function MonthCards({ page, format }: { page: MonthPage; format: Format }) {
  return (
    <>
      <OneStopsCard page={page} format={format} />
      <WorkCard page={page} format={format} />
      <CarriersCard page={page} format={format} />
    </>
  )
}
