import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Stream, StreamRoute } from '#contract/stream.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { plural } from '#web/ui/number-words.ts'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { isMerge, routesAbout, routeWords } from './route-words.ts'
import { streamTitle } from './stream-title.ts'

/** Merges another stream into this one, splits lines off, and takes either back. */
export function StreamRoutesCard({ stream }: { stream: Stream }) {
  const book = useBook()
  const routes = usePrefetched(q('streamRoutes', { book: book.id }))
  const streams = usePrefetched(q('streams', { book: book.id }))
  const { takeBack, taking, error } = useTakeBack()
  const { navigate } = useRouter()
  const about = routesAbout(routes, stream.id)
  const leaveAndTakeBack = async (route: StreamRoute) => {
    // A stream that only a split made goes with it: what is shown then is where its lines are.
    if (route.into === stream.id && !isMerge(route)) await navigate(to.stream(route.stream))
    await takeBack(route.id)
  }
  const others = streams.filter(({ id }) => id !== stream.id)
  return (
    <Card title="Merge and split" className="span-12">
      {about.length > 0 && (
        <ul className="routes">
          {about.map((route) => (
            <li key={route.id}>
              <span>{routeWords(route, stream.id)}</span>{' '}
              <button
                type="button"
                className="link-button"
                disabled={taking}
                aria-label={`Take back: ${routeWords(route, stream.id)}`}
                onClick={() => void leaveAndTakeBack(route).catch(() => {})}
              >
                Take back
              </button>
            </li>
          ))}
        </ul>
      )}
      <Trouble error={error} />
      <div className="route-forms">
        {others.length > 0 && <MergeForm key={stream.id} stream={stream} others={others} />}
        <SplitForm stream={stream} />
      </div>
    </Card>
  )
}

function useTakeBack() {
  const book = useBook()
  const remove = useSend('removeStreamRoute')
  const takeBack = async (route: number) => {
    await remove.mutateAsync({ params: { book: book.id, route } })
    toast({ text: 'Taken back: its lines count where they did before.' })
  }
  return { takeBack, taking: remove.isPending, error: remove.error }
}

/** Tells that a merge or a split is made, with the way back. */
function useTold() {
  const { takeBack } = useTakeBack()
  return (text: string, { id }: StreamRoute) => toast({ text, undo: () => takeBack(id) })
}

function MergeForm({ stream, others }: { stream: Stream; others: readonly Stream[] }) {
  const book = useBook()
  const merge = useSend('mergeStream')
  const tell = useTold()
  const [other, setOther] = useState('')
  const [asked, setAsked] = useState(false)
  const save = async () => {
    setAsked(true)
    if (other === '') return
    const made = await merge.mutateAsync({ params: { book: book.id, stream: Number(other) }, body: { into: stream.id } })
    setOther('')
    setAsked(false)
    tell(`${made.streamName} counts in ${made.intoName} now.`, made)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save().catch(() => {})
  }
  const choices = others.map((one) => ({ value: String(one.id), label: streamTitle(one) }))
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <SelectField
        label="Merge into this stream"
        hint="All its lines count here from then on, and what is imported into it later."
        value={other}
        error={asked && other === '' && 'Choose a stream.'}
        choices={[{ value: '', label: 'Choose a stream' }, ...choices]}
        onChange={setOther}
      />
      <Trouble error={merge.error} />
      <div className="actions">
        <Button type="submit" tone="quiet" disabled={merge.isPending}>
          Merge
        </Button>
      </div>
    </form>
  )
}

const NOTHING = { name: '', words: '', source: '' }

function SplitForm({ stream }: { stream: Stream }) {
  const book = useBook()
  const split = useSend('splitStream')
  const tell = useTold()
  const { platforms } = usePrefetched(q('about', {}))
  const [form, setForm] = useState(NOTHING)
  const [asked, setAsked] = useState(false)
  const words = form.words.trim()
  const trouble = {
    ...(form.name.trim() === '' && { name: 'The new stream needs a name.' }),
    ...(words === '' && form.source === '' && { words: 'Write a word that its lines hold, or choose where they come from.' }),
  }
  const save = async () => {
    setAsked(true)
    if (Object.keys(trouble).length > 0) return
    const body = { name: form.name.trim(), words, source: form.source }
    const made = await split.mutateAsync({ params: { book: book.id, stream: stream.id }, body })
    setForm(NOTHING)
    setAsked(false)
    tell(`${made.intoName} is split off from ${made.streamName}.`, made)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save().catch(() => {})
  }
  const sources = [
    { value: '', label: 'anywhere' },
    { value: 'hand', label: 'what you typed in' },
    ...platforms.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <div className="field-row">
        <TextField
          label="Split off lines with"
          hint={<Matching stream={stream} words={words} source={form.source} />}
          value={form.words}
          maxLength={200}
          error={asked && trouble.words}
          onChange={(text) => setForm({ ...form, words: text })}
        />
        <SelectField label="from" value={form.source} choices={sources} onChange={(source) => setForm({ ...form, source })} />
        <TextField
          label="into a new stream called"
          value={form.name}
          maxLength={80}
          error={asked && trouble.name}
          onChange={(name) => setForm({ ...form, name })}
        />
      </div>
      <Trouble error={split.error} />
      <div className="actions">
        <Button type="submit" tone="quiet" disabled={split.isPending}>
          Split
        </Button>
      </div>
    </form>
  )
}

/** How many lines hold the words now; later imports follow the same words. */
function Matching({ stream, words, source }: { stream: Stream; words: string; source: string }) {
  const book = useBook()
  const format = useFormat()
  const params = { book: book.id, stream: stream.id, search: words, limit: '1' }
  const { data } = useQuery({ ...q('entries', params), enabled: words !== '' && source === '' })
  if (words === '' || source !== '' || !data) return 'All of these words, in any text of a line. Later imports follow.'
  return `${plural(data.matching, 'line', { written: format.count(data.matching) })} of now, and those of later imports.`
}
