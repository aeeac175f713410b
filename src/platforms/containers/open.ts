import { XmlError } from '../xml.ts'
import { ContainerError, type Bytes, type Inner } from './container.ts'
import { isOpenDocument, sheetsOfOpenDocument } from './open-document.ts'
import type { Sheet } from './sheet.ts'
import { isWorkbook, sheetsOfWorkbook } from './workbook.ts'
import { filesOf, openZip, type Budget, type ZipFile } from './zip.ts'

/** What a container is: an archive of files, or a spreadsheet whose sheets are read as tables. */
export interface Opened {
  kind: 'archive' | 'spreadsheet'
  inside: Inner[]
}

/** Whether a file's first bytes are those of a zip archive, which spreadsheets are as well. */
export function isContainer(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && ((start[2] === 3 && start[3] === 4) || (start[2] === 5 && start[3] === 6))
}

/** Opens an archive or a spreadsheet. Throws a `ContainerError` where it cannot, also while its files are read. */
export async function openContainer(bytes: Bytes, budget: Budget): Promise<Opened> {
  const files = await openZip(bytes, budget)
  const sheets = await told(() => sheetsOf(files))
  if (!sheets) return { kind: 'archive', inside: filesOf(files) }
  return { kind: 'spreadsheet', inside: sheets.map(({ name, chunks }) => ({ name, chunks: whole(chunks) })) }
}

async function sheetsOf(files: readonly ZipFile[]): Promise<Sheet[] | undefined> {
  if (isWorkbook(files)) return sheetsOfWorkbook(files)
  if (isOpenDocument(files)) return sheetsOfOpenDocument(files)
  if (!files.some(({ path }) => path === '[Content_Types].xml')) return undefined
  throw new ContainerError('it is a document without tables of payments. Choose CSV or JSON where you export it.')
}

async function* whole(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } catch (error) {
    throw inWords(error)
  }
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw inWords(error)
  }
}

function inWords(error: unknown): unknown {
  return error instanceof XmlError ? new ContainerError(`it is damaged (${error.message}). Save it again.`, { cause: error }) : error
}
