import { Reader, ZipReader, type Entry, type FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js'
import { ContainerError, type Bytes, type Inner } from './container.ts'

/** Files that one archive may hold: as many as one drop. */
const MOST_FILES = 200
/** Entries of any kind, folders and what systems leave there included. */
const MOST_ENTRIES = 10_000
/** Bytes that all files of a drop may unpack to: as many as one file may have. */
const MOST_BYTES = 512 * 1024 * 1024
/** No export packs better than this, and no small file is worth the question. */
const BEST_RATIO = 250
const SMALL = 16 * 1024 * 1024

const LITTER = /^(\.|Thumbs\.db$|desktop\.ini$)/i

/** What may still be unpacked, in bytes: counted over an archive and all archives in it. */
export interface Budget {
  left: number
}

export function newBudget(): Budget {
  return { left: MOST_BYTES }
}

/** One file of an archive. */
export interface ZipFile {
  /** The name without its folders. */
  name: string
  /** The name with its folders, as the archive writes it: to find the parts of a spreadsheet, never to write anywhere. */
  path: string
  /** Its bytes; throws a `ContainerError` where they are damaged or too many. */
  open(): AsyncGenerator<Uint8Array>
}

class Spooled extends Reader<Bytes> {
  readonly #bytes: Bytes

  constructor(bytes: Bytes) {
    super(bytes)
    this.#bytes = bytes
    this.size = bytes.size
  }

  override readUint8Array(index: number, length: number): Promise<Uint8Array> {
    return this.#bytes.read(index, index + length)
  }
}

/**
 * The files of a zip archive, by its directory. Throws a `ContainerError` for
 * an archive that is damaged, encrypted or larger than any drop.
 */
export async function openZip(bytes: Bytes, budget: Budget): Promise<ZipFile[]> {
  const files: FileEntry[] = []
  let entries = 0
  try {
    for await (const entry of new ZipReader(new Spooled(bytes)).getEntriesGenerator({ strictness: 'tolerant' })) {
      entries += 1
      if (entries > MOST_ENTRIES) break
      if (isFile(entry)) files.push(entry)
    }
  } catch (error) {
    throw damaged(error)
  }
  if (entries > MOST_ENTRIES) throw new ContainerError(`it lists more than ${MOST_ENTRIES.toLocaleString('en')} entries. ${BY_HAND}`)
  const locked = files.find((entry) => entry.encrypted)
  if (locked) {
    throw new ContainerError(`${nameOf(locked)} in it has a password. Unpack it with the password and drop what is inside.`)
  }
  return files.map((entry) => ({ name: nameOf(entry), path: entry.filename, open: () => unpacked(entry, budget) }))
}

/** The files as they go to the spool. */
export function filesOf(files: readonly ZipFile[]): Inner[] {
  if (files.length === 0) throw new ContainerError('there is no file in it. Drop the files themselves.')
  checkCount(files.length)
  const alike = Map.groupBy(files, ({ name }) => name)
  const isAlone = ({ name }: ZipFile) => alike.get(name)?.length === 1
  return files.map((file) => ({ name: isAlone(file) ? file.name : plain(file.path.replaceAll('\\', '/')), chunks: file.open() }))
}

/** Throws for more files than one drop may have. */
export function checkCount(files: number): void {
  if (files <= MOST_FILES) return
  throw new ContainerError(`there are ${files.toLocaleString('en')} files in it, and ${MOST_FILES} go at once. ${BY_HAND}`)
}

const BY_HAND = 'Unpack it and drop the exports that are inside.'

function isFile(entry: Entry): entry is FileEntry {
  const inLitter = entry.filename.split('/').some((part) => part === '__MACOSX')
  return !entry.directory && !inLitter && !LITTER.test(nameOf(entry))
}

function nameOf({ filename }: Entry): string {
  return plain(filename.split(/[\\/]/).at(-1) ?? '')
}

function plain(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return name.replace(/[\u0000-\u001f\u007f]/g, ' ').trim() || 'file'
}

async function* unpacked(entry: FileEntry, budget: Budget): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writing = entry.getData(writable, { useWebWorkers: false, checkCrc32: true })
  // An entry that fails before its first byte closes no stream.
  const failing = new Promise<never>((_, reject) => void writing.catch(reject))
  failing.catch(() => {})
  const reader = readable.getReader()
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), failing])
      if (done) break
      bytes += value.byteLength
      budget.left -= value.byteLength
      if (budget.left < 0) throw new ContainerError(`what is in it comes to more than ${MOST_BYTES / 1024 / 1024} MiB. ${BY_HAND}`)
      if (bytes > SMALL && bytes > entry.compressedSize * BEST_RATIO) {
        throw new ContainerError(`${nameOf(entry)} in it unpacks to far more than any export does. ${BY_HAND}`)
      }
      yield value
    }
    await writing
  } catch (error) {
    throw error instanceof ContainerError ? error : damaged(error)
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function damaged(error: unknown): ContainerError {
  const reason = error instanceof Error ? error.message : String(error)
  return new ContainerError(`the archive is damaged (${reason}). Download it again.`, { cause: error })
}
