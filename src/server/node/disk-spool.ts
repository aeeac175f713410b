import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { noFile, type Spool } from '../spool.ts'

const DAY_MS = 86_400_000
/** Pieces in which a file is read; larger ones are no faster and lie about for longer. */
const READ_BYTES = 65_536

/** A spool in a folder: files are hashed while they are written and take their name when they are whole. */
export function diskSpool(folder: string): Spool {
  const pathOf = (file: string): string => join(folder, file)
  return {
    async put(chunks) {
      await mkdir(folder, { recursive: true })
      const part = join(folder, `${randomUUID()}.part`)
      const hash = createHash('sha256')
      let bytes = 0
      const writing = await open(part, 'wx')
      try {
        for await (const chunk of chunks) {
          hash.update(chunk)
          bytes += chunk.byteLength
          await writing.writeFile(chunk)
          release(chunk)
        }
        await writing.close()
        const file = hash.digest('hex')
        await rename(part, pathOf(file))
        return { file, bytes }
      } catch (error) {
        await writing.close()
        await rm(part, { force: true })
        throw error
      }
    },
    async size(file) {
      return (await stat(pathOf(file)).catch(() => undefined))?.size
    },
    async *open(file) {
      try {
        await using opened = await open(pathOf(file))
        // One for all pieces, since those of a large file would pile up until they are collected.
        const piece = new Uint8Array(READ_BYTES)
        for (;;) {
          const { bytesRead } = await opened.read(piece, 0, READ_BYTES)
          if (bytesRead === 0) return
          yield piece.subarray(0, bytesRead)
        }
      } catch (error) {
        throw gone(error)
      }
    },
    async read(file, from, to) {
      try {
        await using opened = await open(pathOf(file))
        const { bytesRead, buffer } = await opened.read(new Uint8Array(to - from), 0, to - from, from)
        return buffer.subarray(0, bytesRead)
      } catch (error) {
        throw gone(error)
      }
    },
    async remove(files) {
      await Promise.all(files.map((file) => rm(pathOf(file), { force: true })))
    },
  }
}

/** Gives a chunk's memory back at once: until the next collection of garbage the chunks of a large file would pile up. */
function release({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0)
}

function gone(error: unknown): unknown {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? noFile('the file') : error
}

/** Removes what nobody came back for in a day, and what an interrupted upload left. `now` in milliseconds. */
export async function sweepSpool(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const age = now - ((await stat(path).catch(() => undefined))?.mtimeMs ?? now)
    if (age > DAY_MS) await rm(path, { force: true })
  }
}
