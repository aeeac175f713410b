import { ProblemError } from './problem.ts'

export const JSON_LIMIT = 1_000_000
export const FILE_LIMIT = 512 * 1024 * 1024

/** The body's chunks, as they come; throws a problem as soon as they pass the limit, in bytes. */
export async function* limited(body: ReadableStream<Uint8Array> | null, limit: number): AsyncGenerator<Uint8Array> {
  if (!body) return
  const reader = body.getReader()
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      bytes += value.byteLength
      if (bytes > limit) throw tooLarge(limit)
      yield value
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function tooLarge(limit: number): ProblemError {
  const size = limit >= 1024 * 1024 ? `${Math.floor(limit / 1024 / 1024)} MiB` : `${limit} bytes`
  return new ProblemError(413, `Failed to take the body: it is larger than ${size}. Send less at once.`)
}

/** Refuses at once what says itself that it is too large. */
export function checkLength(request: Request, limit: number): void {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
}

/** The request's body as a JSON value; throws a problem for any other, and for more than the limit, in bytes. */
export async function jsonBody(request: Request, limit = JSON_LIMIT): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    throw new ProblemError(415, 'Failed to read the body: it is not said to be JSON. Send it with Content-Type: application/json.')
  }
  checkLength(request, limit)
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of limited(request.body, limit)) text += decoder.decode(chunk, { stream: true })
  try {
    return JSON.parse(text + decoder.decode())
  } catch {
    throw new ProblemError(400, 'Failed to read the body: it is not JSON. Correct it and send it again.')
  }
}

/** An answer's body from lines of text that are made while they are sent. */
export function streamOf(lines: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = lines[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
