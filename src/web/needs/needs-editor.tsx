import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { levelsOf, ventureTargetOf, type VentureTarget } from '#domain/need.ts'
import { addMonths, monthOf, monthRange, type Month } from '#domain/month.ts'
import { q } from '#web/api/client.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import type { Format } from '#web/ui/format.ts'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { draftsOf, emptyNeed, freshKey, isSound, needsOf, needsTrouble, stepsOf, type NeedDraft } from './draft.ts'
import { NeedLine } from './need-line.tsx'
import { OrderedLines } from './ordered-lines.tsx'
import './needs.css'

const MOST_NEEDS = 30

interface NeedsEditorProps {
  venture: number
  /** Called once it is saved. */
  onDone?: () => void
}

/** What a venture needs from a month on, line by line. */
export function NeedsEditor({ venture, onDone }: NeedsEditorProps) {
  const book = useBook()
  const format = useFormat()
  const { data: targets = [] } = useQuery(q('ventureTargets', { book: book.id }))
  const running = monthOf(book.today)
  const [from, setFrom] = useState(running)
  const steps = stepsOf(targets, venture)
  const first = [addMonths(running, -24), ...steps.map((step) => step.from)].reduce((least, month) => (month < least ? month : least))
  const inForce = ventureTargetOf(targets, venture, from)
  return (
    <div className="stack">
      <Field label="From" hint="Earlier months keep what they needed.">
        {(control) => (
          <select {...control} value={from} onChange={(event) => setFrom(event.target.value)}>
            {monthRange(first, addMonths(running, 12)).map((month) => (
              <option key={month} value={month}>
                {format.month(month)}
                {month === running ? ' (this month)' : ''}
              </option>
            ))}
          </select>
        )}
      </Field>
      <NeedLines
        key={`${from} ${JSON.stringify(inForce)}`}
        venture={venture}
        from={from}
        inForce={inForce}
        before={steps.find((step) => step.from === from)}
        {...(onDone && { onDone })}
      />
    </div>
  )
}

interface NeedLinesProps extends NeedsEditorProps {
  from: Month
  inForce: VentureTarget | null
  /** What was said of this very month. */
  before: VentureTarget | undefined
}

function NeedLines({ venture, from, inForce, before, onDone }: NeedLinesProps) {
  const book = useBook()
  const format = useFormat()
  const [drafts, setDrafts] = useState(() => draftsOf(inForce?.needs ?? []))
  const [tried, setTried] = useState(false)
  const set = useSend('setVentureTarget')
  const remove = useSend('removeVentureTarget')
  const trouble = needsTrouble(drafts)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isSound(trouble)) return
    const params = { book: book.id, venture, month: from }
    const needs = needsOf(drafts)
    await set.mutateAsync({ params, body: { needs } })
    toast({
      text: `From ${format.month(from)} on, ${format.money(levelsOf(needs).enough)} is enough for it in a month.`,
      undo: async () => {
        if (before) await set.mutateAsync({ params, body: { needs: before.needs } })
        else await remove.mutateAsync({ params })
      },
    })
    onDone?.()
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void save(event).catch(() => {})}>
      <OrderedLines lines={drafts} onChange={setDrafts}>
        {(draft, acts) => (
          <NeedLine
            key={draft.key}
            draft={draft}
            error={tried ? { text: trouble.text.get(draft.key), amount: trouble.amount.get(draft.key) } : {}}
            {...acts}
          />
        )}
      </OrderedLines>
      {drafts.length < MOST_NEEDS && (
        <div className="actions">
          <Button tone="quiet" onClick={() => setDrafts([...drafts, emptyNeed(freshKey(drafts))])}>
            Add a need
          </Button>
        </div>
      )}
      <p className="needs-sum" role="status">
        {sumsSentence(drafts, format)}
      </p>
      {tried && <Trouble error={trouble.whole} />}
      <Trouble error={set.error} />
      <div className="actions">
        <Button type="submit" disabled={set.isPending}>
          Save the needs
        </Button>
      </div>
    </form>
  )
}

/** What the lines add up to, level by level. */
function sumsSentence(drafts: readonly NeedDraft[], format: Format): string {
  const { bare, enough, comfortable } = levelsOf(needsOf(drafts))
  if (comfortable === 0) return 'Each line adds to what a month needs.'
  const parts = [
    bare > 0 && bare < enough ? `bare ${format.money(bare)}` : '',
    `enough ${format.money(enough)}`,
    comfortable > enough ? `comfortable ${format.money(comfortable)}` : '',
  ]
  return `In a month: ${parts.filter((part) => part !== '').join(' · ')}.`
}
