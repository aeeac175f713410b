import { useId, useState, type FormEvent } from 'react'
import type { Time, TimePlan } from '#contract/time.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { hourWords } from './words.ts'

/** The least that is to be basic work, which is the user's to say. */
export function FloorForm({ plan }: { plan: TimePlan }) {
  const format = useFormat()
  const { save, error } = usePlan(plan)
  const read = (text: string) => (/^(100|\d{1,2})$/.test(text) ? Number(text) : undefined)
  return (
    <>
      <NumberForm
        key={plan.floor}
        label="Floor of basic work, in percent"
        initial={String(plan.floor)}
        read={read}
        wrong="Write a whole number from 0 to 100."
        onSave={(floor) => save({ ...plan, floor }, `The floor of basic work is ${format.percent(floor / 100)}.`)}
      />
      <Trouble error={error} />
    </>
  )
}

/** Hours a month that can be given to paid work for years. */
export function HoursForm({ plan, usual, month }: Pick<Time, 'plan' | 'usual' | 'month'>) {
  const format = useFormat()
  const { save, error } = usePlan(plan)
  const said = plan.sustainable === null ? '' : String(Math.round(plan.sustainable / 60))
  const read = (text: string) => (text === '' ? 0 : /^[1-9]\d{0,2}$/.test(text) && Number(text) <= 744 ? Number(text) : undefined)
  const hint =
    usual === null
      ? `Left empty: those of a usual month, once three ${month === null ? 'with money ' : ''}are known.`
      : `Left empty: those of a usual month, ${hourWords(usual, format)}.`
  return (
    <>
      <NumberForm
        key={said}
        label="Hours a month that you can keep up, paid work and its care"
        hint={hint}
        initial={said}
        read={read}
        wrong="Write a whole number from 1 to 744, or nothing."
        onSave={(hours) =>
          save(
            { ...plan, sustainable: hours === 0 ? null : hours * 60 },
            hours === 0 ? 'The hours of a usual month are taken.' : `You can keep up ${hourWords(hours * 60, format)} a month.`,
          )
        }
      />
      <Trouble error={error} />
    </>
  )
}

interface NumberFormProps {
  label: string
  hint?: string
  initial: string
  /** The number that a text stands for, or undefined. */
  read: (text: string) => number | undefined
  wrong: string
  onSave: (value: number) => Promise<void>
}

function NumberForm({ label, hint, initial, read, wrong, onSave }: NumberFormProps) {
  const id = useId()
  const [text, setText] = useState(initial)
  const [asked, setAsked] = useState(false)
  const value = read(text.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (value !== undefined) void onSave(value).catch(() => {})
  }
  const error = asked && value === undefined
  return (
    <form className="plan-form" noValidate onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        aria-invalid={error || undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" tone="quiet" className="small" disabled={text.trim() === initial}>
        Save
      </Button>
      <span id={`${id}-hint`} className={error ? 'field-error' : 'hint'}>
        {error ? wrong : hint}
      </span>
    </form>
  )
}

/** Saves the plan and tells so, with the way back. */
function usePlan(plan: TimePlan) {
  const book = useBook()
  const set = useSend('setTimePlan')
  const put = async (body: TimePlan) => void (await set.mutateAsync({ params: { book: book.id }, body }))
  const save = async (next: TimePlan, text: string) => {
    await put(next)
    toast({ text, undo: () => put(plan) })
  }
  return { save, error: set.error }
}
