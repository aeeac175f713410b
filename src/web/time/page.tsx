import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { useRouter } from '#web/shell/router-context.ts'
import { BoughtCard } from './bought-card.tsx'
import { CeilingCard } from './ceiling-card.tsx'
import { CheckInCard } from './check-in-card.tsx'
import { CrowdingCard } from './crowding-card.tsx'
import { KeepCard } from './keep-card.tsx'
import { RatesCard } from './rates-card.tsx'
import { WeekStrip } from './week-strip.tsx'
import { weekAsked } from './week-asked.ts'
import { shareSentence } from './words.ts'
import '#web/styles/parts.css'
import '#web/month/month.css'
import '#web/patrons/patrons.css'
import './time.css'

/** Where the hours go, what they bring, and what was paid for them. */
export function TimePage() {
  const book = useBook()
  const format = useFormat()
  const { address } = useRouter()
  const time = usePrefetched(q('time', { book: book.id }))
  const ventures = usePrefetched(q('ventures', { book: book.id }))
  // Saving a week must not put another in its place: the one that the page was opened with stays until the address asks for another.
  const [opened] = useState(() => weekAsked(time, address.search))
  const asked = address.search.has('week') ? weekAsked(time, address.search) : opened
  const { data: week, error } = useQuery(q('checkIn', { book: book.id, week: asked }))
  if (error) throw error
  return (
    <>
      <PageHeading title="Time" lead={shareSentence(time, format)} />
      <div className="grid patrons time">
        {week && <CheckInCard week={week} ventures={ventures} />}
        <WeekStrip time={time} format={format} />
        <CrowdingCard time={time} format={format} />
        <RatesCard time={time} format={format} />
        <BoughtCard time={time} format={format} />
        <CeilingCard time={time} format={format} />
        <KeepCard time={time} format={format} />
      </div>
    </>
  )
}
