import { useState } from 'react'
import type { Publication, PublicationDraft } from '#contract/publication.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook } from '#web/shell/book.ts'
import { toast } from '#web/ui/toast.tsx'
import { draftOf, formOf, type PageForm, type Typing } from './form.ts'
import { refusedFields, troubleAt, troubleOf, type Trouble } from './trouble.ts'
import { savedSentence } from './words.ts'

/** What is edited, what is wrong with it, and how it is saved. */
export interface EditedPage {
  form: PageForm
  draft: PublicationDraft
  unsaved: boolean
  /** What this page sees wrong with it. */
  trouble: Trouble
  saving: boolean
  /** What the server says against it, in whole. */
  error: unknown
  errorAt(place: string): string | undefined
  set(change: Partial<PageForm>): void
  /** Takes over a part of a draft, as a file fills it. */
  fill(change: Partial<PublicationDraft>): void
  /** Saves and tells what became public; false where something is wrong. */
  save(): Promise<boolean>
  /** Takes over another secret address; what is typed stays. */
  moved(publication: Publication): void
}

interface Place {
  publication: Publication
  typing: Typing
  /** The page of an archived venture is private, whatever is said of it. */
  archived: boolean
  /** Where a draft would be, for the sentence after saving. */
  urlOf: (publication: Publication) => string | null
}

export function usePageForm({ publication, typing, archived, urlOf }: Place): EditedPage {
  const book = useBook()
  const send = useSend('setPublication')
  const [form, setForm] = useState(() => formOf(publication, typing))
  const [saved, setSaved] = useState(publication)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<Trouble>({})
  const draft = draftOf(form, typing)
  const local = troubleOf(form, typing)
  const params = { book: book.id, venture: publication.venture }
  const take = (next: Publication) => {
    setSaved(next)
    setForm(formOf(next, typing))
  }
  const put = async (draft: PublicationDraft, { revision }: Pick<Publication, 'revision'>) => {
    const after = await send.mutateAsync({ params, body: { ...draft, revision } })
    take(after)
    return after
  }
  const save = async () => {
    setTried(true)
    setRefused({})
    send.reset()
    if (Object.keys(local).length > 0) return false
    const before = saved
    try {
      const after = await put(draft, before)
      setTried(false)
      const text = savedSentence(after.title, {
        before: archived ? 'private' : before.visibility,
        after: archived ? 'private' : after.visibility,
        url: urlOf(after),
      })
      toast({ text, undo: async () => void (await put(draftOf(formOf(before, typing), typing), after)) })
      return true
    } catch (error) {
      setRefused(refusedFields(error))
      return false
    }
  }
  return {
    form,
    draft,
    // What was saved is read again before its saving is told as done: from then on nothing is lost by leaving.
    unsaved: [saved, publication].every((kept) => JSON.stringify(draft) !== JSON.stringify(draftOf(formOf(kept, typing), typing))),
    trouble: local,
    saving: send.isPending,
    error: send.error,
    errorAt: (place) => troubleAt(tried ? { ...refused, ...local } : refused, place),
    set: (change) => setForm({ ...form, ...change }),
    fill: (change) => setForm(formOf({ ...draft, ...change }, typing)),
    save,
    moved: ({ secret, revision }) => setSaved((now) => ({ ...now, secret, revision })),
  }
}
