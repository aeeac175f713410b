import { useState } from 'react'
import type { KnownPatron } from '#contract/publication.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Card } from '#web/ui/card.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/toast.tsx'
import { useEditing } from './editing.ts'

type Kind = KnownPatron['kind']

const KINDS: readonly { value: Kind; label: string }[] = [
  { value: 'unknown', label: 'not said' },
  { value: 'person', label: 'a person' },
  { value: 'organisation', label: 'an organisation' },
]
/** As many as are looked at without asking for more: the largest stand first. */
const FIRST = 12

/** Tells organisations from people: no platform does, and a page may say how many of each carry it. */
export function PatronsCard() {
  const book = useBook()
  const format = useFormat()
  const { patrons } = useEditing()
  const [all, setAll] = useState(false)
  const set = useSend('setPatronKind')
  const choose = async (patron: KnownPatron, kind: Kind) => {
    const params = { book: book.id }
    await set.mutateAsync({ params, body: { patron: patron.patron, kind } })
    const word = KINDS.find(({ value }) => value === kind)?.label ?? kind
    toast({
      text: `${patron.name}: ${word}.`,
      undo: async () => void (await set.mutateAsync({ params, body: { patron: patron.patron, kind: patron.kind } })),
    })
  }
  const others = patrons.filter(({ kind }) => kind === 'unknown')
  if (patrons.length === 0) return null
  return (
    <Card title="Who is an organisation?" hint="stays in this book; saved at once">
      <StackTable
        caption="Patrons of the last twelve months"
        rows={all ? patrons : patrons.slice(0, FIRST)}
        rowKey={({ patron }) => patron}
        columns={[
          { key: 'name', heading: 'Patron', names: true, cell: ({ name }) => <bdi>{name}</bdi> },
          {
            key: 'net',
            heading: 'Last twelve months, cash, net',
            align: 'number',
            cell: ({ net, currency }) => format.exact(net, currency),
          },
          {
            key: 'kind',
            heading: 'Is',
            cell: (patron) => (
              <select
                aria-label={`${patron.name} is`}
                className="small-select"
                value={patron.kind}
                disabled={set.isPending}
                onChange={(event) => {
                  const kind = KINDS.find(({ value }) => value === event.target.value)?.value ?? 'unknown'
                  void choose(patron, kind).catch(() => {})
                }}
              >
                {KINDS.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            ),
          },
        ]}
      />
      <div className="actions more">
        {!all && patrons.length > FIRST && (
          <Button tone="quiet" className="small" onClick={() => setAll(true)}>
            Show all {format.count(patrons.length)}
          </Button>
        )}
        {others.length > 1 && <OthersArePeople others={others} />}
      </div>
      <Trouble error={set.error} />
    </Card>
  )
}

/** Says of everybody of whom nothing is said yet that they are people: with a crowd nobody would choose a hundred times. */
function OthersArePeople({ others }: { others: readonly KnownPatron[] }) {
  const book = useBook()
  const format = useFormat()
  const set = useSend('setPatronKind')
  const say = (kind: Kind) => set.mutateAsync({ params: { book: book.id }, body: { patron: others.map(({ patron }) => patron), kind } })
  const press = async () => {
    await say('person')
    toast({ text: `${format.count(others.length)} patrons are people.`, undo: async () => void (await say('unknown')) })
  }
  return (
    <Button tone="quiet" className="small" disabled={set.isPending} onClick={() => void press().catch(() => {})}>
      The other {format.count(others.length)} are people
    </Button>
  )
}
