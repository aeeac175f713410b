import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeHead, guessEncoding, openText } from './decode.ts'
import { notText } from './not-text.ts'

const utf8 = new TextEncoder()
const bytesOf = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8.encode(part)] : part)))

function wide(text: string, order: 'le' | 'be', mark: boolean) {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  const all = mark ? [0xfeff, ...units] : units
  return Uint8Array.from(all.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])))
}

async function* chunksOf(bytes: Uint8Array, size: number) {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}

async function textOf(bytes: Uint8Array, size = 7) {
  const source = openText(chunksOf(bytes, size))
  let text = ''
  for await (const piece of source) text += piece
  return { text, encoding: source.encoding, repaired: source.repaired }
}

test.each([
  ['UTF-8', bytesOf('naïve,€5\n'), 'utf-8'],
  ['UTF-8 with a mark', bytesOf([0xef, 0xbb, 0xbf], 'naïve,€5\n'), 'utf-8'],
  ['UTF-16 LE with a mark', wide('naïve,€5\n', 'le', true), 'utf-16le'],
  ['UTF-16 BE with a mark', wide('naïve,€5\n', 'be', true), 'utf-16be'],
  ['UTF-16 LE without one', wide('naïve,€5 and more text\n', 'le', false), 'utf-16le'],
  ['UTF-16 BE without one', wide('naïve,€5 and more text\n', 'be', false), 'utf-16be'],
  ['Windows-1252', bytesOf('na', [0xef], 've,', [0x80], '5\n'), 'windows-1252'],
])('%s is told by its bytes', async (_, bytes, encoding) => {
  expect(guessEncoding(bytes)).toBe(encoding)
  const read = await textOf(bytes, 1)
  expect(read).toMatchObject({ encoding, repaired: false })
  expect(read.text).toMatch(/^naïve,€5/)
})

test('no text is lost by any cut', async () => {
  const property = fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (text, size) => {
    fc.pre(!text.startsWith('\uFEFF') && text.isWellFormed())
    expect((await textOf(utf8.encode(text), size)).text).toBe(text)
    expect((await textOf(wide(text, 'le', true), size)).text).toBe(text)
  })
  await fc.assert(property, { numRuns: 200 })
})

test('characters cut by the large chunks of a stream are put together', async () => {
  const text = 'é€🙂'.repeat(40_000)
  expect((await textOf(utf8.encode(text), 65_537)).text).toBe(text)
})

test('bytes that are not UTF-8 after the first 64 KiB are read as Windows-1252, and told', async () => {
  const start = `${'plain,row\n'.repeat(7000)}café,`
  const read = await textOf(bytesOf(start, 'caf', [0xe9], ',end\n'), 4096)
  expect(read).toEqual({ text: `${start}café,end\n`, encoding: 'utf-8', repaired: true })
})

test('one stray byte does not spoil the other names of a UTF-8 file', async () => {
  expect(await textOf(bytesOf('é ü ñ caf', [0xe9], ' x'))).toEqual({ text: 'é ü ñ café x', encoding: 'utf-8', repaired: true })
})

test('any bytes become text without throwing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(typeof (await textOf(bytes, 3)).text).toBe('string')
      expect(() => notText(bytes)).not.toThrow()
    }),
  )
})

test('the head leaves out a character that its end cuts', () => {
  const bytes = bytesOf('a'.repeat(65_535), 'é')
  expect(decodeHead(bytes).text).toBe('a'.repeat(65_535))
})

test.each([
  ['an archive that was not opened', bytesOf('PK\x03\x04', [20, 0, 0, 0], 'rows.csv'), /archive/],
  ['an old spreadsheet', bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /spreadsheet/],
  ['a PDF', bytesOf('%PDF-1.7\n%', [0xe2, 0xe3]), /PDF/],
  ['a picture', bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0]), /picture/],
  ['a web page', bytesOf('\n<!DOCTYPE html><html>'), /web page/],
  ['a web page after a remark', bytesOf('<!-- saved from url -->\n<?xml version="1.0"?>\n<html><body>a, b</body></html>'), /web page/],
  ['a table of a web page', bytesOf('<table><tr><td>1,50</td></tr></table>'), /web page/],
  ['XML', bytesOf('\uFEFF<?xml version="1.0"?><Document><Ntry>1,50</Ntry></Document>'), /This is XML/],
  ['NUL bytes', bytesOf('abc', [0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 9], 'x'), /binary/],
  ['nothing', new Uint8Array(), /empty/],
  ['blank lines', bytesOf('\n \n'), /empty/],
])('%s is told apart from text in one sentence', (_, bytes, sentence) => expect(notText(bytes)).toMatch(sentence))

test.each([
  ['CSV', bytesOf('a,b\n1,2\n')],
  ['JSON', bytesOf('[]')],
  ['UTF-16', wide('a,b\r\n1,2\r\n', 'le', true)],
  ['Windows-1252', bytesOf('caf', [0xe9], ',1\n')],
])('%s is text', (_, bytes) => expect(notText(bytes)).toBeUndefined())
