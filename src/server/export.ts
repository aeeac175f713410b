import { streamOf } from '#http/body.ts'
import type { Handlers } from './handle.ts'
import { ledgerCsv } from './ledger-csv.ts'
import type { Parts } from './parts.ts'
import { streamNames } from './entry.ts'

export function exportHandlers(parts: Parts): Handlers<'bookFile' | 'ledgerFile'> {
  const { storage, log } = parts
  return {
    async bookFile({ book }) {
      return download(told(storage.bookFile(book.id), log), { type: 'application/jsonl', name: `${fileName(book.name)}.enough.jsonl` })
    },
    async ledgerFile({ book }) {
      const names = await streamNames(storage, book.id)
      const lines = ledgerCsv(storage.allEntries(book.id), { home: book.homeCurrency, names })
      return download(told(lines, log), { type: 'text/csv; charset=utf-8', name: `${fileName(book.name)}-ledger.csv` })
    },
  }
}

/** The answer is under way when this fails: its connection breaks off, and only the log can say why. */
async function* told(lines: AsyncIterable<string>, log: Parts['log']): AsyncGenerator<string> {
  try {
    yield* lines
  } catch (error) {
    log('An export broke off.', error)
    throw error
  }
}

export function download(lines: AsyncIterable<string>, { type, name }: { type: string; name: string }): Response {
  return new Response(streamOf(lines), { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` } })
}

/** A book's name in letters that every file system takes. */
export function fileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .toLowerCase()
  return plain || 'book'
}
