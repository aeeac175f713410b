import type { z } from 'zod'
import type { Restore } from '#contract/book.ts'
import type { Parts } from './parts.ts'
import { ProblemError } from '#http/problem.ts'

/** Restores a spooled book file; throws a problem when a book is there and is not to be replaced, or the file is no book file. */
export async function restoreBook({ storage, spool }: Parts, id: string, { file, replace }: z.output<typeof Restore>): Promise<void> {
  if (!replace && (await storage.book(id))) {
    throw new ProblemError(409, 'Failed to restore: there is a book here already. Export it first if you need it, then replace it.')
  }
  if ((await spool.size(file)) === undefined) throw new ProblemError(404, 'Failed to restore: the file is no longer kept. Drop it again.')
  try {
    await storage.restore(id, linesOf(spool.open(file)), { replace: replace ?? false })
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Failed to restore:')) throw new ProblemError(400, error.message)
    throw error
  }
  await spool.remove([file])
}

/** Lines of a UTF-8 text, without their ends. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.replace(/\r$/, '')
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}
