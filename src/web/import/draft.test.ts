import { expect, test, vi } from 'vitest'
import type { FileReport, ImportReport, ImportRequest } from '#contract/import.ts'
import { ApiError } from '#web/api/client.ts'
import { ImportDraft, type Doors } from './draft.ts'
import { fileReport, importReport } from './report-fixture.ts'

const file = (name: string, text = name) => new File([text], name)
const hashOf = (text: string) => text.padEnd(64, '0')

/** Doors that answer at once: a file's text is its hash, and a look finds one new row in each file. */
function doors(found: (name: string) => Partial<FileReport> = () => ({})): Doors & { asked: [string, ImportRequest][] } {
  const asked: [string, ImportRequest][] = []
  return {
    asked,
    spool: async (one) => ({ file: hashOf(await one.text()), name: one.name, bytes: one.size }),
    run: async (name, { body }): Promise<ImportReport> => {
      asked.push([name, body])
      const files = body.files.map((one) => fileReport({ file: one.file, name: one.name, added: 1, rows: 1, ...found(one.name) }))
      return importReport({ saved: name === 'commitImport', batch: body.batch ?? null, files })
    },
    forget: () => {},
    newBatch: () => 'batch-1',
    now: () => 0,
  }
}

test('files are sent, then looked at together; more files join them', async () => {
  const server = doors()
  const draft = new ImportDraft(server)
  await draft.add([file('a.csv'), file('b.csv')])
  await draft.add([file('c.csv')])
  expect(draft.read().files.map((one) => one.report?.name)).toEqual(['a.csv', 'b.csv', 'c.csv'])
  expect(server.asked.at(-1)?.[1].files).toHaveLength(3)
})

test('a file dropped while others are saved ends nothing, and is looked at afterwards', async () => {
  const server = doors()
  const end = Promise.withResolvers<void>()
  const run: Doors['run'] = async (name, asked) => {
    if (name === 'commitImport') await end.promise
    asked.signal?.throwIfAborted()
    return server.run(name, asked)
  }
  const draft = new ImportDraft({ ...server, run })
  await draft.add([file('a.csv')])
  const saved = draft.save()
  const added = draft.add([file('b.csv')])
  end.resolve()
  expect((await saved).saved).toBe(true)
  await added
  expect(draft.read().files.map(({ name, report }) => [name, report?.added])).toEqual([['b.csv', 1]])
  expect(server.asked.filter(([name]) => name === 'commitImport').map(([, { files }]) => files.length)).toEqual([1])
})

test('the same content under two names is one file, and that is said', async () => {
  const draft = new ImportDraft(doors())
  await draft.add([file('a.csv', 'x'), file('b.csv', 'x')])
  expect(draft.read().files).toHaveLength(1)
  expect(draft.read().notes).toEqual(['b.csv holds the same as a.csv and is taken once.'])
})

/** Doors by which a file called .zip holds a file for each line of its text. */
function archiveDoors() {
  const server = doors()
  const spool: Doors['spool'] = async (one) => {
    const whole = { file: hashOf(one.name), name: one.name, bytes: one.size }
    const names = (await one.text()).split('\n')
    return one.name.endsWith('.zip')
      ? { ...whole, inside: names.map((name) => ({ file: hashOf(name), name: `${one.name} › ${name}`, bytes: 1 })) }
      : server.spool(one, () => {})
  }
  return { ...server, spool: vi.fn(spool) }
}

test('each file of an archive goes its own way; the same content beside it is one file', async () => {
  const server = archiveDoors()
  const draft = new ImportDraft(server)
  await draft.add([file('b.csv'), file('x.zip', 'a.csv\nb.csv\nc.csv'), file('d.csv')])
  expect(draft.read().files.map(({ name }) => name)).toEqual(['b.csv', 'x.zip › a.csv', 'x.zip › c.csv', 'd.csv'])
  expect(draft.read().notes).toEqual(['x.zip › b.csv holds the same as b.csv and is taken once.'])
  expect(server.asked.at(-1)?.[1].files.map(({ name }) => name)).toEqual(draft.read().files.map(({ name }) => name))
})

test('a second try sends an archive once and keeps what was said of its files and what was left out', async () => {
  const server = archiveDoors()
  const draft = new ImportDraft(server)
  await draft.add([file('x.zip', 'a.csv\nb.csv')])
  const [a, b] = draft.read().files
  await draft.leaveOut(b?.id ?? 0)
  await draft.wish(a?.id ?? 0, { destinations: [{ account: '', streamName: 'Zines' }] })
  await draft.retry()
  expect(server.spool).toHaveBeenCalledTimes(2)
  expect(draft.read().files).toMatchObject([{ id: a?.id, name: 'x.zip › a.csv', destinations: [{ streamName: 'Zines' }] }])
})

test('a failure keeps every file, and a second try sends all of them again', async () => {
  const server = doors()
  const spool = vi.fn(server.spool).mockRejectedValueOnce(new Error('no answer came'))
  const draft = new ImportDraft({ ...server, spool })
  await draft.add([file('a.csv')])
  expect(draft.read()).toMatchObject({ work: null, error: new Error('no answer came'), files: [{ hash: null }] })
  await draft.retry()
  expect(draft.read()).toMatchObject({ error: null, report: { saved: false } })
})

test('a file that is refused does not keep the others from being read', async () => {
  const server = doors()
  const tooLarge = new ApiError({ type: 'about:blank', title: 'Too large', status: 413, detail: 'Failed to take a.csv: it is too large.' })
  const spool = vi.fn(server.spool).mockRejectedValueOnce(tooLarge)
  const draft = new ImportDraft({ ...server, spool })
  await draft.add([file('a.csv'), file('b.csv')])
  expect(draft.read().files).toMatchObject([{ refused: 'Failed to take a.csv: it is too large.' }, { report: { name: 'b.csv' } }])
})

test('a save that is tried again carries the same batch; one after a change carries another', async () => {
  const server = doors()
  const batches = ['one', 'two']
  const failing = vi.fn(server.run)
  const draft = new ImportDraft({ ...server, run: failing, newBatch: () => batches.shift() ?? '' })
  await draft.add([file('a.csv')])
  failing.mockRejectedValueOnce(new Error('gone'))
  await expect(draft.save()).rejects.toThrow('gone')
  failing.mockRejectedValueOnce(new Error('gone'))
  await expect(draft.save()).rejects.toThrow('gone')
  const sent = failing.mock.calls.filter(([name]) => name === 'commitImport').map(([, run]) => run.body.batch)
  expect(sent).toEqual(['one', 'one'])
  await draft.add([file('b.csv')])
  await draft.save()
  expect(server.asked.at(-1)).toMatchObject(['commitImport', { batch: 'two' }])
})

test('saving takes what was read and leaves what still needs a word', async () => {
  const server = doors((name) => (name === 'odd.csv' ? { state: 'mapping', added: 0 } : {}))
  const draft = new ImportDraft(server)
  await draft.add([file('a.csv'), file('odd.csv')])
  const saved = await draft.save()
  expect(saved.files.map(({ name }) => name)).toEqual(['a.csv'])
  expect(draft.read()).toMatchObject({ saved: { saved: true }, files: [{ report: { name: 'odd.csv' } }] })
  await draft.wish(draft.read().files[0]?.id ?? 0, { reader: 'any-csv' })
  expect(draft.read(), 'a word on what waits begins a preview of its own').toMatchObject({ saved: null })
})

test('a word on a file is carried by every later look, and a newer look wins over an older one', async () => {
  const server = doors()
  const draft = new ImportDraft(server)
  await draft.add([file('a.csv'), file('b.csv')])
  const [first, second] = draft.read().files
  const older = draft.wish(first?.id ?? 0, { destinations: [{ account: '', stream: 3 }] })
  const newer = draft.wish(second?.id ?? 0, { reader: 'any-csv' })
  await Promise.all([older, newer])
  const [one, two] = server.asked.at(-1)?.[1].files ?? []
  expect(one?.destinations).toEqual([{ account: '', stream: 3 }])
  expect(two?.reader).toBe('any-csv')
  expect(draft.read().work).toBeNull()
})

test('a book that changed is looked at again, one that did not is left in peace', async () => {
  const server = doors()
  const draft = new ImportDraft(server)
  await draft.bookIsAt(1)
  await draft.add([file('a.csv')])
  await draft.bookIsAt(1)
  expect(server.asked).toHaveLength(1)
  await draft.bookIsAt(2)
  expect(server.asked).toHaveLength(2)
})

test('discarding forgets the files', async () => {
  const draft = new ImportDraft(doors())
  await draft.add([file('a.csv')])
  draft.discard()
  expect(draft.read()).toMatchObject({ files: [], report: null })
})

test('what is discarded or left out is taken off the spool, also what arrives there later', async () => {
  const gone: string[] = []
  const sent = Promise.withResolvers<void>()
  const server = doors()
  const spool: Doors['spool'] = async (one, tell) => {
    if (one.name === 'late.csv') await sent.promise
    return server.spool(one, tell)
  }
  const draft = new ImportDraft({ ...server, spool, forget: (hash) => gone.push(hash) })
  await draft.add([file('a.csv'), file('b.csv')])
  const [a] = draft.read().files
  await draft.leaveOut(a?.id ?? 0)
  expect(gone).toEqual([hashOf('a.csv')])
  const adding = draft.add([file('late.csv')])
  draft.cancel()
  expect(draft.read()).toMatchObject({ files: [], work: null })
  sent.resolve()
  await adding
  expect(gone).toEqual([hashOf('a.csv'), hashOf('b.csv'), hashOf('late.csv')])
})

test('a save that is cancelled keeps the files and says that nothing is saved', async () => {
  const server = doors()
  const run: Doors['run'] = (name, running) => {
    if (name === 'previewImport') return server.run(name, running)
    return new Promise((_, reject) => running.signal?.addEventListener('abort', () => reject(new Error('aborted'))))
  }
  const draft = new ImportDraft({ ...server, run })
  await draft.add([file('a.csv')])
  const saving = draft.save()
  draft.cancel()
  await expect(saving).rejects.toThrow('aborted')
  expect(draft.read()).toMatchObject({
    work: null,
    error: null,
    notes: ['You cancelled it: nothing is saved.'],
    files: [{ name: 'a.csv' }],
  })
})

test('what is said of the columns of one file is meant of every file that waits with the same columns', async () => {
  const columns = (header: string[]) => ({ header, rows: [], guess: null })
  const server = doors((name) => ({ state: 'mapping', added: 0, columns: columns(name === 'c.csv' ? ['Tag'] : ['Day', 'Sum']) }))
  const draft = new ImportDraft(server)
  await draft.add([file('a.csv'), file('b.csv'), file('c.csv')])
  const mapping = { date: 'Day', amount: 'Sum', currencyCode: 'EUR', dateOrder: 'ymd', decimals: '.' } as const
  await draft.wish(draft.read().files[0]?.id ?? 0, { mapping })
  expect(server.asked.at(-1)?.[1].files.map((one) => one.mapping)).toEqual([mapping, mapping, undefined])
})

test('files of one name are told apart by their folders or by numbers, and what could not be saved stays on the page', async () => {
  const server = doors((name) => (name.startsWith('note') ? { state: 'unreadable', added: 0 } : {}))
  const draft = new ImportDraft(server)
  const inFolder = (folder: string) => Object.defineProperty(file('a.csv', folder), 'webkitRelativePath', { value: `${folder}/a.csv` })
  await draft.add([file('a.csv', '1'), file('a.csv', '2'), inFolder('2025'), file('note.txt', '3'), file('other.csv', '4')])
  const names = draft.read().files.map(({ name }) => name)
  expect(names).toEqual(['a.csv', 'a (2).csv', '2025/a.csv', 'note.txt', 'other.csv'])
  expect(server.asked.at(-1)?.[1].files.map(({ name }) => name)).toEqual(names)
  await draft.save()
  expect(draft.read().unsaved.map(({ name }) => name)).toEqual(['note.txt'])
})

test('a file of rows that could not be read can be saved, so that they are kept', async () => {
  const complaint = { row: 2, field: '', text: '', reason: 'No date.', raw: 'x' }
  const draft = new ImportDraft(doors(() => ({ added: 0, complaints: [complaint] })))
  await draft.add([file('a.csv')])
  expect((await draft.save()).files.map(({ name }) => name)).toEqual(['a.csv'])
})

test('more files than go at once are left out, and that is said', async () => {
  const draft = new ImportDraft(doors())
  await draft.add(Array.from({ length: 203 }, (_, i) => file(`${i}.csv`)))
  expect(draft.read().files).toHaveLength(200)
  expect(draft.read().notes).toEqual(['200 files go at once: 3 are left out. Drop them once these are saved.'])
})
