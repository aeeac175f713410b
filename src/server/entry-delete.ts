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
      await storage.write(book.id, async (writer) => {
        for (const { stream, key, edit } of lines) {
          const { deleted: _, ...others } = edit ?? {}
          const next = deleted ? { ...others, deleted } : others
          await writer.edit(stream, key, Object.keys(next).length > 0 ? next : null)
        }
      })
      return { changed: lines.length }
    },
  }
}
