import { useSyncExternalStore } from 'react'
import { send } from '#web/api/client.ts'
import { runJob } from '#web/api/job.ts'
import { spool } from '#web/api/spool.ts'
import { ImportDraft, type Draft } from './draft.ts'

/** One draft for each book, for as long as the page is open. */
const drafts = new Map<string, ImportDraft>()

export function draftOf(book: string): ImportDraft {
  const known = drafts.get(book)
  if (known) return known
  const made = new ImportDraft({
    spool,
    run: (name, run) => runJob(name, { book, ...run }),
    // What stays there all the same is swept away after a day.
    forget: (file) => void send('forgetFile', { params: { file } }).catch(() => {}),
    newBatch,
    now: () => performance.now(),
  })
  drafts.set(book, made)
  return made
}

/** A name that no other batch has; made by hand, because `randomUUID` is missing where a page comes without TLS. */
function newBatch(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The book's draft and what it shows now. */
export function useDraft(book: string): [ImportDraft, Draft] {
  const draft = draftOf(book)
  return [draft, useSyncExternalStore(draft.subscribe, draft.read)]
}
