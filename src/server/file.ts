import { checkLength, FILE_LIMIT, limited } from '#http/body.ts'
import type { Handlers } from './handle.ts'
import { openSpooled } from './open-spooled.ts'
import type { Parts } from './parts.ts'

export function fileHandlers({ spool }: Parts): Handlers<'spoolFile' | 'forgetFile'> {
  return {
    async spoolFile({ query, request }) {
      checkLength(request, FILE_LIMIT)
      const kept = { ...(await spool.put(limited(request.body, FILE_LIMIT))), name: query.name }
      const inside = await openSpooled(spool, kept)
      return inside ? { ...kept, inside } : kept
    },
    async forgetFile({ params }) {
      await spool.remove([params.file])
      return null
    },
  }
}
