import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { creditorReference } from '#domain/creditor-reference.ts'
import { createFormat } from '#web/ui/format.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { approval } from './approval-fixture.ts'
import { sheetPdf, wrapped } from './sheet-pdf.ts'
import { fileName, sheetOf } from './sheet-words.ts'

const format = createFormat('en-GB', 'EUR')
const folder = 'node_modules/@expo-google-fonts/noto-serif'
const fonts = {
  regular: readFileSync(`${folder}/400Regular/NotoSerif_400Regular.ttf`),
  bold: readFileSync(`${folder}/700Bold/NotoSerif_700Bold.ttf`),
}

/** The text of a PDF, by the tables that its own fonts carry from glyphs to letters: what a reader copies out of it. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes)
  const streamText = (stream: PDFRawStream) => {
    const filter = stream.dict.get(PDFName.of('Filter'))
    return (filter ? inflateSync(stream.getContents()) : Buffer.from(stream.getContents())).toString('latin1')
  }
  const fontsOf = document.getPages()[0]!.node.Resources()!.lookup(PDFName.of('Font'), PDFDict)
  const tables = new Map<string, Map<string, string>>()
  for (const [name] of fontsOf.entries()) {
    const map = streamText(fontsOf.lookup(name, PDFDict).lookup(PDFName.of('ToUnicode')) as PDFRawStream)
    const pairs = [...map.matchAll(/<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>/g)].map(
      ([, glyph = '', letters = '']) => [glyph.toUpperCase(), Buffer.from(letters, 'hex').swap16().toString('utf16le')] as const,
    )
    tables.set(name.asString().slice(1), new Map(pairs))
  }
  const contents = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [streamText(object)] : []))
    .filter((text) => text.includes(' Tf'))
  let font = ''
  const out: string[] = []
  for (const [, name, hex] of contents.join('\n').matchAll(/\/(\S+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj/g)) {
    if (name) font = name
    else out.push((hex ?? '').replace(/.{4}/g, (glyph) => tables.get(font)?.get(glyph.toUpperCase()) ?? '\ufffd'))
  }
  return out.join('\n')
}

test('a sheet says on one page of A4 what is paid to whom, and that it is no invoice', async () => {
  const [line] = approval.lines
  const sheet = sheetOf({
    approval,
    line: { ...line!, title: 'Żółw – Παπ Жи', holder: 'Zoë Łukasz' },
    site: 'https://enough.example',
    format,
  })
  const bytes = await sheetPdf(sheet, fonts)
  const text = await textOf(bytes)
  for (const words of [
    'Payment confirmation',
    'This is not an invoice.',
    'Żółw – Παπ Жи',
    'Zoë Łukasz',
    'DE89 3704 0044 0532 0130 00',
    '€150.00 each month, first on 1 December 2026',
    'Söhne & Co',
    'DE123456789',
    'PO-77',
    line!.reference.replace(/(.{4})(?=.)/g, '$1 '),
  ]) {
    expect(text).toContain(words)
  }
  const document = await PDFDocument.load(bytes)
  expect(document.getPageCount()).toBe(1)
  expect(document.getTitle()).toBe('Payment confirmation')
  expect(bytes.length).toBeLessThan(100_000)
})

test('letters that the font does not have are told as missing', async () => {
  const line = { ...approval.lines[0]!, title: 'Zine מגזין 本の会 shop', holder: 'محمد' }
  const text = await textOf(await sheetPdf(sheetOf({ approval, line, site: 'https://enough.example', format }), fonts))
  expect(text).toContain('Zine … shop')
  expect(text).not.toContain('\ufffd')
  expect(text.replaceAll('\n', ' ')).toContain('… stands for those')
})

test('an announced payment has the recipient’s link, with its token in the fragment', async () => {
  const announced = { id: 'a', token: 'patron-secret', recipientToken: 'recipient-secret' }
  const line = { ...approval.lines[0]!, announced }
  const sheet = sheetOf({ approval, line, site: 'https://enough.example', format })
  expect(sheet.title).toBe('Remittance advice')
  expect(sheet.link).toBe('https://enough.example/remittance#recipient-secret')
  const bytes = await sheetPdf(sheet, fonts)
  const text = await textOf(bytes)
  expect(text.replaceAll('\n', '')).toContain('https://enough.example/remittance#recipient-secret')
  expect(text).not.toContain('patron-secret')
  expect((await PDFDocument.load(bytes)).getPage(0).node.Annots()?.lookup(0, PDFDict).toString()).toContain(`(${sheet.link})`)
})

test('a sheet that is too long goes on on another page', async () => {
  const line = { ...approval.lines[0]!, title: 'long '.repeat(900) }
  const bytes = await sheetPdf(sheetOf({ approval, line, site: 'https://enough.example', format }), fonts)
  expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(1)
})

test('breaking a text loses nothing but its spaces, and each line fits', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab cdefgh '), maxLength: 120 })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (text, width) => {
      const lines = wrapped(text, width, (part) => part.length)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
    }),
  )
})

test('a file has a plain name', () => {
  expect(fileName('Remittance', 'Żółw & Söhne', creditorReference('0'.repeat(32)).slice(0, 6))).toMatch(/^remittance-zo-?\w*-sohne-rf\w+$/)
  expect(fileName('日本')).toBe('list')
})
