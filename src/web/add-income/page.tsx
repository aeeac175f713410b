import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { q, send } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { choiceTrouble, startingChoice, type StreamChoice } from '#web/streams/stream-choice.ts'
import { StreamPicker } from '#web/streams/stream-picker.tsx'
import { streamTitle } from '#web/streams/stream-title.ts'
import { useChosenStream } from '#web/streams/use-chosen-stream.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { IncomeFields } from './income-fields.tsx'
import { countedWords, emptyForm, formTrouble, newEntryOf, type IncomeForm } from './income-form.ts'
import './add-income.css'

/** One income typed in; what will be counted is said before it is saved, and the form is ready for the next at once. */
export function AddIncomePage() {
  const book = useBook()
  const format = useFormat()
  const streams = usePrefetched(q('streams', { book: book.id }))
  const ventures = usePrefetched(q('ventures', { book: book.id }))
  const [choice, setChoice] = useState(() => startingChoice(streams, ventures))
  const [form, setForm] = useState(() => emptyForm({ day: book.today, currency: book.homeCurrency }))
  // A new round empties the fields that keep their own text.
  const [round, setRound] = useState(0)
  const [asked, setAsked] = useState(false)
  const fields = useRef<HTMLFormElement>(null)
  const save = useAddIncome()
  useEffect(() => {
    if (round > 0) fields.current?.querySelector<HTMLElement>('.amount-field input')?.focus()
  }, [round])
  const trouble = { ...formTrouble(form), ...choiceTrouble(choice) }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (Object.keys(trouble).length > 0) return
    const stream = await save.mutateAsync({ form, choice })
    setChoice({ ...startingChoice([], [], stream), stream })
    setForm(emptyForm(form))
    setRound(round + 1)
    setAsked(false)
  }
  const name = streamName(choice, streams)
  const counted = countedWords(form, name, format)
  return (
    <section className="narrow">
      <PageHeading title="Add income" lead="What you were paid and no file tells: an invoice, a fee in cash, a workshop." />
      <Card className="add-income">
        <form ref={fields} className="stack" noValidate onSubmit={(event) => void submit(event).catch(() => {})}>
          <IncomeFields key={round} form={form} onChange={setForm} trouble={asked ? trouble : {}}>
            <StreamPicker
              label="Stream"
              choice={choice}
              onChange={setChoice}
              streams={streams}
              ventures={ventures}
              trouble={asked ? trouble : {}}
            />
          </IncomeFields>
          <p className="counted" aria-live="polite">
            {counted ?? 'Write an amount to see what will be counted.'}
          </p>
          <Trouble error={save.error} />
          <div className="actions">
            <Button type="submit" disabled={save.isPending}>
              {save.isPending ? 'Saving…' : 'Save'}
            </Button>
          </div>
        </form>
      </Card>
    </section>
  )
}

function streamName(choice: StreamChoice, streams: readonly { id: number; name: string; ventureName: string }[]): string {
  if (choice.stream === 'new') return choice.streamName.trim()
  const found = streams.find(({ id }) => id === choice.stream)
  return found ? streamTitle(found) : ''
}

/** Saves an income and tells so, with the way back. */
function useAddIncome() {
  const book = useBook()
  const format = useFormat()
  const chosenStream = useChosenStream(book.id)
  const edit = useSend('editEntry')
  return useMutation({
    mutationFn: async ({ form, choice }: { form: IncomeForm; choice: StreamChoice }) => {
      const stream = await chosenStream(choice)
      const body = newEntryOf(form, stream)
      if (!body) throw new Error('Failed to save: the form is not complete. Fill in what is missing.')
      const entry = await send('addEntry', { params: { book: book.id }, body })
      const takeBack = async () => {
        await edit.mutateAsync({ params: { book: book.id, entry: entry.id }, body: { edit: { deleted: true } } })
        toast({ text: 'Taken back.' })
      }
      const amount = format.exact(form.amount ?? 0, form.currency)
      toast({
        text: `${amount} on ${format.day(form.day)} is in ${streamTitle({ name: entry.streamName, ventureName: entry.ventureName })}.`,
        undo: takeBack,
      })
      return stream
    },
  })
}
