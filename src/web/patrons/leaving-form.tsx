import { useState, type FormEvent } from 'react'
import { MOST_LEAVING } from '#domain/churn.ts'
import { useSend } from '#web/api/use-send.ts'
import { readBasisPoints, typedPercent } from '#web/publish/percent.ts'
import { useBook } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import type { Format } from '#web/ui/format.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'

/** What is assumed to be lost in a month where little is known: an assumption, and so the user's to make. */
export function LeavingForm({ assumed, format }: { assumed: number; format: Format }) {
  const book = useBook()
  const set = useSend('setLeaving')
  const [text, setText] = useState(() => typedPercent(assumed, format.locale))
  const [asked, setAsked] = useState(false)
  const share = readBasisPoints(text, format.locale)
  const wrong = share === undefined || share > MOST_LEAVING
  const say = (next: number) => set.mutateAsync({ params: { book: book.id }, body: { share: next } })
  const save = async (next: number) => {
    await say(next)
    toast({ text: `${format.share(next)} a month is assumed to leave.`, undo: async () => void (await say(assumed)) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!wrong && share !== undefined) void save(share).catch(() => {})
  }
  return (
    <details className="how">
      <summary>Where little is known, {format.share(assumed)} a month is assumed to leave</summary>
      <form className="leaving-form" noValidate onSubmit={submit}>
        <TextField
          label="Assumed to leave in a month, in percent"
          hint="It weighs as much as ten months of one patron: of a crowd that is known for years it tells little."
          {...(asked && wrong && { error: `Write a percentage from 0 to ${format.share(MOST_LEAVING)}.` })}
          inputMode="decimal"
          value={text}
          onChange={setText}
        />
        <Button type="submit" tone="quiet" className="small" disabled={share === assumed}>
          Save
        </Button>
      </form>
      <Trouble error={set.error} />
    </details>
  )
}
