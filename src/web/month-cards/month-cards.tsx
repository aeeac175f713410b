import type { MonthPage } from '#contract/income.ts'
import type { Format } from '#web/ui/format.ts'
import { CarriersCard } from './carriers-card.tsx'
import { ChangeCard } from './change-card.tsx'
import { OneStopsCard } from './one-stops-card.tsx'
import { WorkCard } from './work-card.tsx'
import '#web/patrons/patrons.css'
import './month-cards.css'

/** What changed, and in a few words, each with a page behind it: what the month hangs on, what it cost in hours, and who carries it. */
export function MonthCards({ page, format }: { page: MonthPage; format: Format }) {
  return (
    <>
      <ChangeCard page={page} format={format} />
      <OneStopsCard page={page} format={format} />
      <WorkCard page={page} format={format} />
      <CarriersCard page={page} format={format} />
    </>
  )
}
