import { useState, type FormEvent } from 'react'
import type { Venture } from '#contract/venture.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { streamTitle } from '#web/streams/stream-title.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Check } from '#web/ui/check.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { savedWords, streamsAlong } from './streams-along.ts'

const state: Column<Venture> = { key: 'archived', heading: 'State', cell: ({ archived }) => (archived ? 'archived' : '') }

/** What one makes or does: named, told apart as basic or income work, put away. */
export function VenturesCard() {
  const book = useBook()
  const format = useFormat()
  const ventures = usePrefetched(q('ventures', { book: book.id }))
  const [open, setOpen] = useState<Venture | 'new' | null>(null)
  return (
    <Card
      title="Ventures"
      className="span-12"
      hint="what you make or do"
      tools={
        <Button tone="quiet" className="small" onClick={() => setOpen('new')}>
          Add a venture
        </Button>
      }
    >
      {ventures.length === 0 ? (
        <EmptyState title="No ventures yet.">Importing a file or adding an income makes the first; or add one here.</EmptyState>
      ) : (
        <StackTable
          caption="Ventures"
          rows={ventures.toSorted((a, b) => Number(a.archived) - Number(b.archived) || a.name.localeCompare(b.name))}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', heading: 'Name', names: true, cell: (venture) => venture.name },
            { key: 'work', heading: 'Kind of work', cell: ({ work }) => (work === 'basic' ? 'basic' : 'income') },
            { key: 'streams', heading: 'Streams', align: 'number', cell: ({ streams }) => format.count(streams) },
            ...(ventures.some(({ archived }) => archived) ? [state] : []),
            {
              key: 'page',
              heading: 'Public page',
              cell: ({ id, name }) => (
                <Link to={to.publicPage(id)} aria-label={`Edit the public page of ${name}`}>
                  Edit
                </Link>
              ),
            },
            {
              key: 'change',
              heading: <span className="visually-hidden">Change</span>,
              align: 'number',
              cell: (venture) => (
                <Button tone="quiet" className="small" aria-label={`Change ${venture.name}`} onClick={() => setOpen(venture)}>
                  Change
                </Button>
              ),
            },
          ]}
        />
      )}
      <Dialog title={open === 'new' ? 'A new venture' : `Change ${open?.name ?? ''}`} open={open !== null} onClose={() => setOpen(null)}>
        {open && <VentureForm venture={open === 'new' ? null : open} onDone={() => setOpen(null)} />}
      </Dialog>
    </Card>
  )
}

function VentureForm({ venture, onDone }: { venture: Venture | null; onDone: () => void }) {
  const book = useBook()
  const create = useSend('createVenture')
  const change = useSend('changeVenture')
  const [name, setName] = useState(venture?.name ?? '')
  const [work, setWork] = useState(venture?.work ?? 'basic')
  const [archived, setArchived] = useState(venture?.archived ?? false)
  /** Streams that stay where they are though the venture moves. */
  const [staying, setStaying] = useState<ReadonlySet<number>>(new Set())
  const all = usePrefetched(q('streams', { book: book.id }))
  const along = venture ? streamsAlong(venture, archived, all) : []
  const [asked, setAsked] = useState(false)
  const save = async () => {
    if (!venture) {
      await create.mutateAsync({ params: { book: book.id }, body: { name: name.trim(), work } })
      toast({ text: `${name.trim()} is added.` })
      return
    }
    const params = { book: book.id, venture: venture.id }
    const moved = along.filter(({ id }) => !staying.has(id)).map(({ id }) => id)
    const streams = (to: boolean) => moved.map((stream) => ({ stream, archived: to }))
    await change.mutateAsync({ params, body: { name: name.trim(), work, archived, streams: streams(archived) } })
    const undo = async () => {
      const before = { name: venture.name, work: venture.work, archived: venture.archived, streams: streams(venture.archived) }
      await change.mutateAsync({ params, body: before })
    }
    toast({ text: savedWords(name.trim(), { archived, moved: moved.length }), undo })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (name.trim() !== '') void save().then(onDone, () => {})
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <TextField
        label="Name"
        maxLength={80}
        value={name}
        error={asked && name.trim() === '' && 'A venture needs a name.'}
        onChange={setName}
      />
      <fieldset className="choices">
        <legend>Kind of work</legend>
        <label className="check">
          <input type="radio" name="work" checked={work === 'basic'} onChange={() => setWork('basic')} />
          <span>Basic: what the money is for, such as free software, research, fiction</span>
        </label>
        <label className="check">
          <input type="radio" name="work" checked={work === 'income'} onChange={() => setWork('income')} />
          <span>Income: what brings the money in</span>
        </label>
      </fieldset>
      {venture && (
        <label className="check">
          <input type="checkbox" checked={archived} onChange={(event) => setArchived(event.target.checked)} />
          <span>Archived: no longer offered, still counted</span>
        </label>
      )}
      {along.length > 0 && (
        <fieldset className="choices">
          <legend>{archived ? 'Archive with it' : 'Take back with it'}</legend>
          {along.map(({ id, ...stream }) => (
            <Check
              key={id}
              label={<bdi>{streamTitle(stream)}</bdi>}
              checked={!staying.has(id)}
              onChange={(moves) => setStaying(moves ? new Set([...staying].filter((one) => one !== id)) : new Set([...staying, id]))}
            />
          ))}
          <p className="hint">
            {archived
              ? 'Nothing more is expected of an archived stream, from this month on. What it brought stays counted.'
              : 'Of a stream that is back, months like its past ones are expected again.'}
          </p>
        </fieldset>
      )}
      <Trouble error={create.error ?? change.error} />
      <div className="actions">
        <Button type="submit" disabled={create.isPending || change.isPending}>
          Save
        </Button>
        <Button tone="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
