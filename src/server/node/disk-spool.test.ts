import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memorySpool, type Spool } from '../spool.ts'
import { diskSpool, sweepSpool } from './disk-spool.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enough-spool-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** SHA-256 of "abc", from FIPS 180-2. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text)
}

async function* breaking(): AsyncGenerator<Uint8Array> {
  yield* chunks('ab')
  throw new Error('The line went dead.')
}

async function textOf(spool: Spool, file: string): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of spool.open(file)) text += decoder.decode(chunk, { stream: true })
  return text
}

test.each([
  ['on disk', () => diskSpool(join(folder, 'one'))],
  ['in memory', () => memorySpool()],
])('a spool %s names files by what they hold and gives them back', async (_, open) => {
  const spool = open()
  expect(await spool.put(chunks('a', 'bc'))).toEqual({ file: ABC, bytes: 3 })
  expect(await spool.put(chunks('abc'))).toEqual({ file: ABC, bytes: 3 })
  expect(await textOf(spool, ABC)).toBe('abc')
  expect(await spool.size(ABC)).toBe(3)
  expect(await spool.read(ABC, 1, 9)).toEqual(new TextEncoder().encode('bc'))
  expect(await spool.read(ABC, 0, 2)).toEqual(new TextEncoder().encode('ab'))
  await spool.remove([ABC, 'a'.repeat(64)])
  expect(await spool.size(ABC)).toBeUndefined()
  await expect(spool.read(ABC, 0, 1)).rejects.toThrow('Drop the file again.')
  await expect(textOf(spool, ABC)).rejects.toThrow(/^Failed to read the file: .+\. Drop the file again\.$/)
  await expect(spool.put(breaking())).rejects.toThrow('The line went dead.')
})

test('an upload that breaks off leaves nothing on disk', async () => {
  const own = join(folder, 'two')
  await expect(diskSpool(own).put(breaking())).rejects.toThrow('The line went dead.')
  expect(await readdir(own)).toEqual([])
})

test('what nobody came back for in a day is swept, the rest stays', async () => {
  const own = join(folder, 'three')
  const { file } = await diskSpool(own).put(chunks('new'))
  await writeFile(join(own, 'old.part'), 'x')
  await utimes(join(own, 'old.part'), 1, 1)
  await sweepSpool(own, Date.now())
  expect(await readdir(own)).toEqual([file])
  await sweepSpool(join(folder, 'none'), Date.now())
})
