import { useState, type FormEvent } from 'react'
import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import { costOfDays } from '#domain/kept-buffer.ts'
import type { OutlookAnswer } from '#domain/outlook.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { earnedDays, takenText, type BufferFacts } from './buffer-words.ts'
import { outlookInWorker } from './foretelling.ts'
import { outlookQuestion } from './outlook-question.ts'
import type { Imagining } from './use-imagined.ts'

interface TakeDaysProps {
  facts: BufferFacts
  outlook: Outlook
  plans: Plans & { buffer: NonNullable<Plans['buffer']> }
  years: OutlookAnswer
  imagining: Imagining
}

/** Days off, imagined first, or planned at once: then the buffer is lowered by what they cost, and can be put back (FEATURES N16). */
export function TakeDays({ facts, outlook, plans, years, imagining }: TakeDaysProps) {
  const { id: book } = useBook()
  const format = useFormat()
  const set = useSend('setBuffer')
  const { changes, setChanges, certainty } = imagining
  const most = earnedDays(facts)
  const [typed, setTyped] = useState(String(Math.min(3, most)))
  const days = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  if (most === 0) return null
  const without = changes.filter(({ kind }) => kind !== 'days')
  const imagine = (event: FormEvent) => {
    event.preventDefault()
    if (days >= 1 && days <= 366) setChanges([...without, { kind: 'days', days }])
  }
  const take = async () => {
    const { buffer } = plans
    const cost = costOfDays(days, facts.enough)
    const question = outlookQuestion(outlook, plans, { changes: [{ kind: 'days', days }], certainty })
    const then = question ? (await outlookInWorker(question)).changed : null
    await set.mutateAsync({ params: { book }, body: { ...buffer, amount: buffer.amount - cost } })
    if (without.length < changes.length) setChanges(without)
    const pay = years.real && then ? { before: years.real.pay.pay, after: then.pay.pay } : null
    toast({
      text: takenText({ days, cost, pay }, format),
      undo: async () => void (await set.mutateAsync({ params: { book }, body: buffer })),
    })
  }
  return (
    <form className="take-days" onSubmit={imagine}>
      <TextField
        label="Days off"
        inputMode="numeric"
        value={typed}
        error={days > most ? `What may be spent pays for ${format.count(most)}.` : undefined}
        onChange={setTyped}
      />
      <Button type="submit" tone="quiet" disabled={days < 1}>
        See what taking them does
      </Button>
      <Button tone="quiet" disabled={days < 1 || days > most || set.isPending} onClick={() => void take().catch(() => {})}>
        I take them
      </Button>
      <Trouble error={set.error} />
    </form>
  )
}
