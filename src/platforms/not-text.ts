import { decodeHead, guessEncoding, HEAD_BYTES } from './decode.ts'

interface Kind {
  magic: string
  sentence: string
}

const EXPORT_AGAIN = 'Choose CSV or JSON where you export it.'
const SPREADSHEET = 'This is a spreadsheet of an old kind (.xls) or one with a password. Save it as .xlsx without a password, or as CSV.'
const ARCHIVE = 'This is an archive, or a document, that cannot be opened here. Unpack it and drop the exports that are inside.'

/** First bytes of what people drop by mistake, as Latin-1. https://en.wikipedia.org/wiki/List_of_file_signatures */
const KINDS: readonly Kind[] = [
  { magic: '%PDF', sentence: `This is a PDF, not text. ${EXPORT_AGAIN}` },
  { magic: '\x89PNG', sentence: `This is a picture, not text. ${EXPORT_AGAIN}` },
  { magic: '\xff\xd8\xff', sentence: `This is a picture, not text. ${EXPORT_AGAIN}` },
  { magic: 'GIF8', sentence: `This is a picture, not text. ${EXPORT_AGAIN}` },
  { magic: 'RIFF', sentence: `This is a picture or sound, not text. ${EXPORT_AGAIN}` },
  { magic: 'PK\x03\x04', sentence: ARCHIVE },
  { magic: '\x1f\x8b', sentence: 'This file is compressed (gzip). Unpack it and import what is inside.' },
  { magic: '7z\xbc\xaf', sentence: 'This file is compressed (7z). Unpack it and import what is inside.' },
  { magic: 'Rar!', sentence: 'This file is compressed (rar). Unpack it and import what is inside.' },
  { magic: '\xd0\xcf\x11\xe0', sentence: SPREADSHEET },
  { magic: 'SQLite format 3', sentence: 'This is a database, not an export. To bring a book back, restore its book file in Settings.' },
  { magic: '{\\rtf', sentence: `This is a word processor's document. ${EXPORT_AGAIN}` },
]

/** What tells a bank statement from other XML. */
const STATEMENT = /\bcamt\.053\b|<\??OFX\b/

/** Spaces, remarks and an XML declaration that may stand before a document's first element. */
const PREAMBLE = /^(\s|<!--[^]*?-->|<\?[^]*?\?>)+/

/** A sentence why a file's first bytes are nothing to read as text, or undefined when they are. */
export function notText(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'The file is empty.'
  const start = String.fromCharCode(...bytes.subarray(0, 16))
  const kind = KINDS.find(({ magic }) => start.startsWith(magic))
  if (kind) return kind.sentence
  const { text } = decodeHead(bytes)
  if (text.trim() === '') return 'The file is empty.'
  if (isBinary(bytes, text)) return `This is a binary file, not text. ${EXPORT_AGAIN}`
  const markup = text.replace(PREAMBLE, '')
  if (/^<(!doctype html|html|head|body|div|table)\b/i.test(markup)) {
    return `This is a web page, not an export (often a login page saved by mistake). ${EXPORT_AGAIN}`
  }
  if (/^\s*<\?xml\b/i.test(text) && !STATEMENT.test(text)) return `This is XML, which no reader knows. ${EXPORT_AGAIN}`
  return undefined
}

/** Text holds no NUL, and hardly any control character but tabs and line ends. */
function isBinary(bytes: Uint8Array, text: string): boolean {
  const isWide = guessEncoding(bytes.subarray(0, HEAD_BYTES)).startsWith('utf-16')
  if (!isWide && bytes.subarray(0, HEAD_BYTES).includes(0)) return true
  let control = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) control++
  }
  return control * 20 > text.length
}
