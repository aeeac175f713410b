import type { z } from 'zod'
import type { Problem } from '#contract/problem.ts'

const TITLES: Record<number, string> = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  429: 'Too many requests',
  500: 'Internal error',
  502: 'Bad gateway',
}

/** An error whose words are meant for the caller. `detail` reads *Failed to X: Y. Do Z.* */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  readonly fields: Problem['fields']
  /** Headers that the answer carries besides, such as `retry-after`. */
  headers: Readonly<Record<string, string>> = {}

  constructor(status: number, detail: string, fields?: Problem['fields']) {
    super(detail)
    this.status = status
    this.fields = fields
  }
}

/** A problem (RFC 9457) as an answer. */
export function problemResponse(error: ProblemError): Response {
  const { status, message, fields } = error
  const problem: Problem = { type: 'about:blank', title: TITLES[status] ?? 'Failed', status, detail: message }
  if (fields) problem.fields = fields
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...error.headers },
  })
}

/** What the app says of an error that it did not foresee: nothing of its insides. */
export function unforeseen(): ProblemError {
  return new ProblemError(500, 'Failed to answer: something went wrong inside Enough. Try again; its log tells more.')
}

/** The fields that zod found wrong, as one problem; `place` names the part of the request. */
export function invalid(place: 'path' | 'query' | 'body', error: z.ZodError): ProblemError {
  const fields = error.issues.map((issue) => ({ field: issue.path.join('.') || place, reason: issue.message }))
  const told = fields.slice(0, 3).map(({ field, reason }) => `${field}: ${reason}`)
  return new ProblemError(400, `Failed to read the ${place} of the request: ${told.join('; ')}. Correct it and send it again.`, fields)
}

/** A thing of the book that the address names and that is not there. */
export function notThere(what: string): ProblemError {
  return new ProblemError(404, `Failed to find ${what}: it is not in this book. Look at the list and choose another.`)
}

/** A value that has the right shape and still cannot be. */
export function unfit(field: string, reason: string): ProblemError {
  return new ProblemError(400, `Failed to take ${field}: ${reason}. Correct it and send it again.`, [{ field, reason }])
}
