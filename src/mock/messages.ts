/** What the page and the worker that holds the app say to each other: one ask, one answer, told apart by a number. */
export interface Ask {
  id: number
  url: string
  method: string
  headers: [string, string][]
  body: ArrayBuffer | null
}

export interface Answer {
  id: number
  status: number
  statusText: string
  headers: [string, string][]
  /** Absent for a status that has none. */
  body: ArrayBuffer | null
}

/** Takes a request apart so that it can be posted; its body is moved, not copied. */
export async function askOf(id: number, request: Request): Promise<Ask> {
  const bodiless = request.method === 'GET' || request.method === 'HEAD'
  const body = bodiless ? null : await request.arrayBuffer()
  return { id, url: request.url, method: request.method, headers: [...request.headers], body }
}

export function requestOf({ url, method, headers, body }: Ask): Request {
  return new Request(url, { method, headers, body })
}

export async function answerOf(id: number, response: Response): Promise<Answer> {
  const { status, statusText } = response
  const body = response.body === null ? null : await response.arrayBuffer()
  return { id, status, statusText, headers: [...response.headers], body }
}

export function responseOf({ status, statusText, headers, body }: Answer): Response {
  return new Response(body, { status, statusText, headers })
}
