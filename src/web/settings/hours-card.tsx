import { useState } from 'react'
import type { ProjectChoice } from '#contract/hours.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useSend } from '#web/api/use-send.ts'
import { ProjectsTable } from '#web/hours/projects-table.tsx'
import { monthsOfVentures } from '#web/hours/sums.ts'
import { durationWords } from '#web/hours/words.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Card } from '#web/ui/card.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'
import { Trouble } from '#web/ui/trouble.tsx'

const SHOWN = 12

/** The time that was imported, by month and venture. Nothing is shown of a book without time. */
export function HoursCard() {
  const book = useBook()
  const format = useFormat()
  const { sums } = usePrefetched(q('hours', { book: book.id }))
  const [all, setAll] = useState(false)
  if (sums.length === 0) return null
  const rows = monthsOfVentures(sums)
  const shown = all ? rows : rows.slice(0, SHOWN)
  const time = (minutes: number) => (minutes === 0 ? <span className="quiet-text">–</span> : durationWords(minutes, format))
  return (
    <Card title="Hours" className="span-12" hint="from your time tracker’s files">
      <p className="quiet-text">A week that you said yourself on the Time page counts there in the place of what stands here.</p>
      <StackTable
        caption="Hours by month and venture"
        rows={shown}
        rowKey={({ month, venture }) => `${month} ${venture ?? ''}`}
        columns={[
          { key: 'month', heading: 'Month', names: true, cell: ({ month }) => format.month(month) },
          { key: 'venture', heading: 'Venture', cell: ({ ventureName }) => <bdi>{ventureName ?? 'none'}</bdi> },
          { key: 'basic', heading: 'Basic work', align: 'number', cell: ({ basic }) => time(basic) },
          { key: 'paid', heading: 'Paid work', align: 'number', cell: ({ paid }) => time(paid) },
          { key: 'care', heading: 'Care of the business', align: 'number', cell: ({ care }) => time(care) },
          { key: 'total', heading: 'Together', align: 'number', cell: ({ total }) => time(total) },
        ]}
      />
      {rows.length > shown.length && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {`and ${format.count(rows.length - shown.length)} earlier`}
        </button>
      )}
    </Card>
  )
}

/** Where the time of each project belongs; what is chosen holds for all of it, also for files to come. */
export function ProjectsCard() {
  const book = useBook()
  const { projects } = usePrefetched(q('hours', { book: book.id }))
  const ventures = usePrefetched(q('ventures', { book: book.id }))
  const set = useSend('setProject')
  if (projects.length === 0) return null
  // What was just chosen is shown while it is on its way.
  const sent = set.isPending ? set.variables.body : undefined
  const shown = projects.map((one) => (one.project === sent?.project ? { ...one, ...sent } : one))
  const choose = (choice: ProjectChoice) => void set.mutateAsync({ params: { book: book.id }, body: choice }).catch(() => {})
  return (
    <Card title="Projects" className="span-12" hint="where their time belongs">
      <p className="quiet-text">A project that you said nothing of goes to the venture whose name it contains.</p>
      <ProjectsTable caption="Projects" projects={shown} ventures={ventures} onChoose={choose} />
      <Trouble error={set.error} />
    </Card>
  )
}
