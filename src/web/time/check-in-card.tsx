import { useId, useState, type FormEvent } from 'react'
import type { CheckInWeek } from '#contract/time.ts'
import type { Venture } from '#contract/venture.ts'
import { minutesIn } from '#domain/check-in.ts'
import { useSend } from '#web/api/use-send.ts'
import { durationWords } from '#web/hours/words.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Check } from '#web/ui/check.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { linesOf, rowsOf, startOf, type Row } from './check-in-form.ts'
import { CheckInRows } from './check-in-rows.tsx'
import { WeekNav } from './week-nav.tsx'
import { importedMinutes, originWords } from './check-in-words.ts'
import { weekWords } from './words.ts'

interface CheckInCardProps {
  week: CheckInWeek
  ventures: readonly Venture[]
}

/** How long one week was, in three numbers: fifteen seconds, and Enter. */
export function CheckInCard({ week, ventures }: CheckInCardProps) {
  return (
    <Card className="span-12 check-in" title="How long did you work?" tools={<WeekNav week={week.week} today={week.today} />}>
      <CheckInForm key={JSON.stringify([week.week, week.said, week.lines])} week={week} ventures={ventures} />
    </Card>
  )
}

function CheckInForm({ week, ventures }: CheckInCardProps) {
  const format = useFormat()
  const hint = useId()
  const start = startOf(week)
  const offered = ventures.filter(({ id, archived }) => !archived || start.some(({ venture }) => venture === id))
  const [apart, setApart] = useState(start.some(({ venture }) => venture !== null))
  const ids = offered.map(({ id }) => id)
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(start, apart ? ids : null))
  const { save, takeBack, saving, error } = useCheckIn(week)
  const lines = linesOf(rows)
  const choose = (wanted: boolean) => {
    setApart(wanted)
    setRows(rowsOf(lines ?? start, wanted ? ids : null))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (lines) void save(lines).catch(() => {})
  }
  const total = lines?.reduce((sum, line) => sum + minutesIn(line), 0)
  return (
    <form noValidate onSubmit={submit}>
      <p className="hint" id={hint}>
        {originWords(week, format)} Write hours as 12, 12.5 or 12:30.
      </p>
      <CheckInRows rows={rows} ventures={offered} describedBy={hint} onChange={setRows} />
      {offered.length > 0 && <Check label="By venture, which tells what an hour of each brings" checked={apart} onChange={choose} />}
      <div className="actions">
        <Button type="submit" disabled={saving || !lines}>
          {week.said ? 'Save again' : 'Save the week'}
        </Button>
        <span role="status">{total === undefined ? 'A field cannot be read as hours.' : `${durationWords(total, format)} together`}</span>
        {week.said && (
          <Button tone="quiet" disabled={saving} onClick={() => void takeBack().catch(() => {})}>
            {week.imported.length > 0 ? `Use the imported ${durationWords(importedMinutes(week), format)}` : 'Take the week back'}
          </Button>
        )}
      </div>
      <Trouble error={lines ? error : null} />
    </form>
  )
}

/** Says what a week was, or takes it back, each with the way back. */
function useCheckIn(week: CheckInWeek) {
  const book = useBook()
  const format = useFormat()
  const set = useSend('setCheckIn')
  const remove = useSend('removeCheckIn')
  const params = { book: book.id, week: week.week }
  const put = async (lines: CheckInWeek['lines']) => void (await set.mutateAsync({ params, body: { lines } }))
  const drop = async () => void (await remove.mutateAsync({ params }))
  const name = weekWords(week.week, format)
  return {
    async save(lines: CheckInWeek['lines']) {
      await put(lines)
      const total = lines.reduce((sum, line) => sum + minutesIn(line), 0)
      toast({ text: `${name}: ${durationWords(total, format)} saved.`, undo: () => (week.said ? put(week.lines) : drop()) })
    },
    async takeBack() {
      await drop()
      toast({ text: `${name}: what you said is taken back.`, undo: () => put(week.lines) })
    },
    saving: set.isPending || remove.isPending,
    error: set.error ?? remove.error,
  }
}
