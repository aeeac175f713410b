import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ImportRequest, type Job } from '#contract/import.ts'
import { githubCsv, sponsorship, testApp, type TestApp } from './app-fixture.ts'
import { createJobs, type RunTask } from './jobs.ts'
import { runImport } from './run-import.ts'
import { memorySpool, type Spool } from './spool.ts'

const params = { book: 'main' }

/** A spool that hands its bytes out in small pieces, each in a turn of its own, as a disk does. */
function slowSpool(): Spool {
  const spool = memorySpool()
  return {
    ...spool,
    async *open(file) {
      for await (const chunk of spool.open(file))
        for (let at = 0; at < chunk.byteLength; at += 4_096) {
          await setImmediate()
          yield chunk.subarray(at, at + 4_096)
        }
    },
  }
}

async function ended(app: TestApp, started: Job): Promise<Job> {
  let job = started
  while (job.state === 'running') {
    await setImmediate()
    job = await app.ask('job', { params: { job: job.id } })
  }
  return job
}

const many = githubCsv(...Array.from({ length: 9_000 }, (_, i) => sponsorship(String(i))))

test.each(['previewImport', 'commitImport'] as const)('%s that is cancelled while it reads leaves nothing behind', async (name) => {
  const spool = slowSpool()
  // The jobs read from the slow spool too, and from the storage of the app, which is there only afterwards.
  const late: { run?: RunTask } = {}
  const jobs = createJobs({
    run: (task, tell) => late.run?.(task, tell) ?? Promise.reject(new Error('too early')),
    undo: () => Promise.reject(new Error('not wanted')),
    newId: () => 'job',
    log: () => {},
  })
  const app = await testApp({ spool, jobs })
  const { storage, ask, bookFile, spoolText, errors } = app
  late.run = (task, tell) => runImport({ storage, spool, clock: () => '2024-06-15T12:00:00Z', newId: () => 'id' }, task, tell)
  await app.createBook()
  const [before, book] = [await bookFile(), await ask('book', { params })]
  const file = await spoolText({ name: 'many.csv', text: many })
  const started = await ask(name, { params, body: { files: [{ file, name: 'many.csv' }] } })
  while ((await ask('job', { params: { job: started.id } })).rows === 0) await setImmediate()
  expect(await ask('cancelJob', { params: { job: started.id } })).toMatchObject({ state: 'running' })
  const job = await ended(app, started)
  expect(job).toMatchObject({ state: 'cancelled' })
  expect(job.rows).toBeLessThan(9_000)
  expect(job.report).toBeUndefined()
  expect(await bookFile()).toBe(before)
  expect(await ask('book', { params })).toEqual(book)
  expect(await ask('imports', { params })).toEqual([])
  expect(errors).toEqual([])
  // What was sent is let go of as well.
  await ask('forgetFile', { params: { file } })
  expect(await spool.size(file)).toBeUndefined()
})

test('what is cancelled while it is written is not written', async () => {
  const { storage, spool, spoolText, bookFile, createBook } = await testApp()
  await createBook()
  const before = await bookFile()
  const file = await spoolText({ name: 'a.csv', text: githubCsv(sponsorship('a')) })
  const ends: number[] = []
  const run = (endAt: number) => {
    let tellings = 0
    const tell = () => {
      tellings += 1
      if (tellings === endAt) throw new Error('ended here')
    }
    const parts = { storage, spool, clock: () => '2024-06-15T12:00:00Z', newId: () => 'id' }
    return runImport(parts, { book: 'main', request: ImportRequest.parse({ files: [{ file, name: 'a.csv' }] }), commit: true }, tell)
  }
  for (let endAt = 1; ; endAt += 1) {
    const outcome = await run(endAt).then(
      () => 'saved',
      (error: Error) => error.message,
    )
    if (outcome === 'saved') break
    ends.push(endAt)
    expect(outcome).toBe('ended here')
    expect(await bookFile()).toBe(before)
  }
  // While it reads, when all is read, before a file is written and when all is written.
  expect(ends.length).toBeGreaterThanOrEqual(4)
})

test('a job that is through stays as it is, and one that is not known is a problem', async () => {
  const { run, ask, raw, createBook } = await testApp()
  await createBook()
  const job = await run('commitImport', { files: [{ name: 'a.csv', text: githubCsv(sponsorship('a')) }] })
  expect(await ask('cancelJob', { params: { job: job.id } })).toEqual(job)
  expect((await raw('cancelJob', { params: { job: 'none' } })).status).toBe(404)
})
