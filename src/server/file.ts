import { checkLength, FILE_LIMIT, limited } from '#http/body.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'

export function fileHandlers({ spool }: Parts): Handlers<'spoolFile'> {
  return {
    async spoolFile({ query, request }) {
      checkLength(request, FILE_LIMIT)
      const { file, bytes } = await spool.put(limited(request.body, FILE_LIMIT))
      return { file, bytes, name: query.name }
    },
  }
}
