import { ProblemError } from '#http/problem.ts'
import { readEntryId } from './entry-id.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import type { StoredEntry } from '#storage/storage.ts'

export function entryDeleteHandlers({ storage }: Parts): Handlers<'deleteEntries'> {
  return {
    async deleteEntries({ book, body: { entries, deleted } }) {
      const lines: { stream: number; key: string; edit: StoredEntry['edit'] }[] = []
      for (const id of entries) {
        const { stream, key } = readEntryId(id)
        const entry = await storage.entry(book.id, stream, key)
        // A line that is gone, or that is worked out from others, is not the user's to delete.
        if (entry && entry.double?.role !== 'remainder' && !entry.estimate) lines.push({ stream, key, edit: entry.edit })
      }
      if (lines.length === 0) throw new ProblemError(404, 'Failed to find any of the lines: the book has changed since. Load them again.')
      const edits = lines.map(({ stream, key, edit }) => {
        const { deleted: _, ...others } = edit ?? {}
        const next = deleted ? { ...others, deleted } : others
        return { stream, key, edit: Object.keys(next).length > 0 ? next : null }
      })
      await storage.write(book.id, (writer) => writer.editAll(edits))
      return { changed: lines.length }
    },
  }
}
