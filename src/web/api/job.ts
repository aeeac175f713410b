import type { ImportReport, ImportRequest, Job } from '#contract/import.ts'
import type { RouteAnswer } from '#contract/routes.ts'
import { addressOf, ApiError, request, send } from './client.ts'

/** A job is asked soon at first, then at rest: most imports are done before the second question. */
const FIRST_WAIT_MS = 40
const LONGEST_WAIT_MS = 500

export interface JobRun {
  book: string
  body: ImportRequest
  onProgress?: (job: Job) => void
  /** Ends the job where it still can be ended: then its reason is thrown, and nothing was saved. */
  signal?: AbortSignal
}

/** Waits, at most until the signal comes. */
async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    if (signal?.aborted) end()
    else signal?.addEventListener('abort', end, { once: true })
  })
}

/** Starts a preview or an import and answers with its report; throws an ApiError with the job's words when it fails. */
export async function runJob(name: 'previewImport' | 'commitImport', run: JobRun): Promise<ImportReport> {
  let job: RouteAnswer<'previewImport'> = await send(name, { params: { book: run.book }, body: run.body })
  let wait = FIRST_WAIT_MS
  let cancelling = false
  while (job.state === 'running') {
    run.onProgress?.(job)
    await pause(wait, cancelling ? undefined : run.signal)
    wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    if (run.signal?.aborted && !cancelling) {
      cancelling = true
      job = await send('cancelJob', { params: { job: job.id } })
      // Nobody waits for the end of a look; a save may be through already, and then that is told.
      if (name === 'previewImport') run.signal.throwIfAborted()
      continue
    }
    const response = await request(addressOf('job', { job: job.id }))
    // The server types its answers by the same contract.
    job = (await response.json()) as Job
  }
  if (job.state === 'cancelled') run.signal?.throwIfAborted()
  if (job.state === 'done' && job.report) return job.report
  const detail = job.problem ?? 'Failed to import: the job ended without a report. Drop the files again.'
  throw new ApiError({ type: 'about:blank', title: 'The import failed', status: 500, detail })
}
