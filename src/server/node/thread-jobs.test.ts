import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ImportRequest } from '#contract/import.ts'
import { githubCsv, sponsorship } from '../app-fixture.ts'
import type { ImportTask } from '../jobs.ts'
import { createTurn, withTurn } from '../turn.ts'
import { openBooks } from './open-books.ts'
import { openImportThread } from './thread-jobs.ts'

// Threads start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enough-thread-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function opened() {
  const own = join(folder, randomUUID())
  const { storage: bare, spool } = await openBooks(own)
  const turn = createTurn()
  const errors: unknown[] = []
  const thread = openImportThread({ folder: own, turn, log: (_, error) => errors.push(error) })
  const storage = withTurn(bare, turn)
  await storage.createBook('main', { name: 'Mine', homeCurrency: 'EUR', zone: 'UTC', locale: 'en' }, false)
  const task = async (text: string, commit = true): Promise<ImportTask> => {
    const bytes = new TextEncoder().encode(text)
    const { file } = await spool.put(
      (async function* () {
        yield bytes
      })(),
    )
    return { book: 'main', request: ImportRequest.parse({ files: [{ file, name: 'a.csv' }] }), commit }
  }
  const close = async () => {
    await thread.close()
    await storage.close()
  }
  return { storage, thread, task, errors, close }
}

const quiet = () => {}

test('an import in a thread is there for the main thread, and a preview is not', async () => {
  const { storage, thread, task, close } = await opened()
  const seen: number[] = []
  const preview = await thread.run(await task(githubCsv(sponsorship('a')), false), (progress) => seen.push(progress.rows))
  expect(preview).toMatchObject({ saved: false, files: [{ added: 1 }] })
  expect(seen.at(-1)).toBe(1)
  expect((await storage.book('main'))?.entries).toBe(0)
  expect(await thread.run(await task(githubCsv(sponsorship('a'))), quiet)).toMatchObject({ saved: true, files: [{ added: 1 }] })
  expect((await storage.book('main'))?.entries).toBe(1)
  await close()
})

test('writes of both threads take turns: none is refused, none is lost', async () => {
  const { storage, thread, task, close } = await opened()
  const rows = Array.from({ length: 3_000 }, (_, i) => sponsorship(String(i)))
  const importing = thread.run(await task(githubCsv(...rows)), quiet)
  const targets = Array.from({ length: 20 }, (_, i) => `20${String(i + 10)}-01`)
  const levels = { bare: 1, enough: 2, comfortable: 3 }
  const writes = targets.map((from) => storage.write('main', (writer) => writer.setTarget(from, levels)))
  await Promise.all([importing, ...writes])
  expect(await storage.targets('main')).toHaveLength(20)
  expect((await storage.book('main'))?.entries).toBe(3_000)
  await close()
})

test('an import is taken back in the thread, which goes on', async () => {
  const { storage, thread, task, close } = await opened()
  const { files } = await thread.run(await task(githubCsv(sponsorship('a'), sponsorship('b'))), quiet)
  const id = files[0]?.import ?? 0
  expect(await thread.undo('main', [id])).toEqual({ imports: [id], removed: 2, restored: 0 })
  expect((await storage.book('main'))?.entries).toBe(0)
  await expect(thread.undo('none', [id])).rejects.toThrow(/none/)
  expect(await thread.run(await task(githubCsv(sponsorship('a'))), quiet)).toMatchObject({ saved: true, files: [{ added: 1 }] })
  await close()
})

test('a problem keeps its words, and the thread goes on', async () => {
  const { thread, task, close } = await opened()
  const good = await task(githubCsv(sponsorship('a')))
  await expect(thread.run({ ...good, book: 'none' }, quiet)).rejects.toMatchObject({ name: 'ProblemError', status: 404 })
  expect(await thread.run(good, quiet)).toMatchObject({ saved: true })
  await close()
})

test('an import that is not wanted any more ends in the thread, leaves nothing, and the thread goes on', async () => {
  const { storage, thread, task, errors, close } = await opened()
  const rows = Array.from({ length: 20_000 }, (_, i) => sponsorship(String(i)))
  const ended = thread.run(await task(githubCsv(...rows)), () => {
    throw new Error('not wanted')
  })
  await expect(ended).rejects.toThrow('not wanted')
  expect((await storage.book('main'))?.entries).toBe(0)
  expect(await thread.run(await task(githubCsv(sponsorship('a'))), quiet)).toMatchObject({ saved: true, files: [{ added: 1 }] })
  expect(errors).toEqual([])
  await close()
})

test('a thread that dies fails its import, leaves nothing, and the next import gets a new one', async () => {
  const { storage, thread, task, close } = await opened()
  const rows = Array.from({ length: 20_000 }, (_, i) => sponsorship(String(i)))
  const big = await task(githubCsv(...rows))
  let killed = false
  const dying = thread.run(big, () => {
    if (!killed) void thread.close()
    killed = true
  })
  await expect(dying).rejects.toThrow(/^Failed to import: the import broke off, and nothing of it was saved\./)
  expect((await storage.book('main'))?.entries).toBe(0)
  await storage.write('main', (writer) => writer.setTarget('2024-01', { bare: 1, enough: 2, comfortable: 3 }))
  expect(await thread.run(await task(githubCsv(sponsorship('a'))), quiet)).toMatchObject({ saved: true })
  await close()
})
