import { createContext, use } from 'react'
import type { KnownPatron, Publication, PublicationDraft, Sharing } from '#contract/publication.ts'
import type { Need } from '#domain/need.ts'
import type { PageForm, Typing } from './form.ts'

/** Windows above the form; none of them is a part of it. */
export type Window = 'site' | 'address' | 'needs' | 'fill' | 'preview'

/** What every section of the editor works on. */
export interface Editing {
  publication: Publication
  /** Whether the venture is archived, and so has no page for now. */
  archived: boolean
  form: PageForm
  draft: PublicationDraft
  set(change: Partial<PageForm>): void
  /** What is wrong at a place of the draft, once the owner has tried to save. */
  error(place: string): string | undefined
  open(window: Window): void
  typing: Typing
  site: Sharing['site']
  patrons: readonly KnownPatron[]
  /** What the venture needs this month, in its order. */
  needs: readonly Need[]
}

export const EditingContext = createContext<Editing | null>(null)

export function useEditing(): Editing {
  const editing = use(EditingContext)
  if (!editing)
    throw new Error('Failed to read the page that is edited: no editor stands above. Render the section inside <PublicPageEditor>.')
  return editing
}
