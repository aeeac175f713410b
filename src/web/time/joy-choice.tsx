import { useSend } from '#web/api/use-send.ts'
import { useBook } from '#web/shell/book.ts'
import { Segmented } from '#web/ui/segmented.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'

interface JoyChoiceProps {
  venture: number
  name: string
  joy: number | null
}

const NONE = '0'
const OPTIONS = [{ value: NONE, label: 'not said' }, ...[1, 2, 3, 4, 5].map((joy) => ({ value: String(joy), label: String(joy) }))]

/** How much one likes a venture: told beside it, and never reckoned with. */
export function JoyChoice({ venture, name, joy }: JoyChoiceProps) {
  const book = useBook()
  const change = useSend('changeVenture')
  const put = async (next: number | null) => void (await change.mutateAsync({ params: { book: book.id, venture }, body: { joy: next } }))
  const choose = (value: string) => {
    const next = value === NONE ? null : Number(value)
    const text = next === null ? `Of the joy of ${name} nothing is said.` : `${name}: joy ${next} of 5.`
    void put(next).then(
      () => toast({ text, undo: () => put(joy) }),
      () => {},
    )
  }
  return (
    <div className="joy-choice">
      <span className="hint">How much do you like it?</span>
      <Segmented label={`Joy of ${name}, from 1 to 5`} options={OPTIONS} value={String(joy ?? 0)} onChange={choose} />
      <Trouble error={change.error} />
    </div>
  )
}
