import type { PDFDocument, PDFFont, PDFPage, PDFString } from '@cantoo/pdf-lib'
import type { Sheet } from './sheet-words.ts'

export interface SheetFonts {
  regular: Uint8Array
  bold: Uint8Array
}

/** A4 and its margins, in points. */
const PAGE = { width: 595.28, height: 841.89, left: 64, right: 64, top: 72, bottom: 64 }
const WIDTH = PAGE.width - PAGE.left - PAGE.right
const LABELS = 120
const LINE = 1.4

interface Pen {
  document: PDFDocument
  page: PDFPage
  /** Distance from the foot of the page. */
  y: number
  fonts: { regular: PDFFont; bold: PDFFont }
  /** A text as a value of the document. */
  textOf: (text: string) => PDFString
  /** Whether letters were met that the font does not have. */
  lost: boolean
}

interface Style {
  font: PDFFont
  size: number
  x: number
  width: number
}

/** Breaks a text into lines that fit; a word that is longer than a line is cut. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const character of word) {
      if (line !== '' && widthOf(line + character) > width) {
        lines.push(line)
        line = ''
      }
      line += character
    }
  }
  return line === '' ? lines : [...lines, line]
}

const LOST = 'This font does not have all letters of the names: … stands for those. They are whole on the page of the venture.'
const known = new WeakMap<PDFFont, ReadonlySet<number>>()

/** A text with a mark for each run of letters that the font does not have: boxes could be taken for a name. */
function printable(pen: Pen, text: string, font: PDFFont): string {
  const letters = known.get(font) ?? new Set(font.getCharacterSet())
  known.set(font, letters)
  const marked = [...text].map((letter) => (/\s/.test(letter) || letters.has(letter.codePointAt(0) ?? 0) ? letter : '\0')).join('')
  if (marked.includes('\0')) pen.lost = true
  return marked.replace(/\0[\0\s]*/g, (run) => (/\s$/.test(run) ? '… ' : '…'))
}

/** Writes a text below what stands there, on a new page where this one is full; answers how high it was. */
function write(pen: Pen, text: string, { font, size, x, width }: Style): number {
  const lines = wrapped(printable(pen, text, font), width, (part) => font.widthOfTextAtSize(part, size))
  for (const line of lines) {
    if (pen.y - size * LINE < PAGE.bottom) turn(pen)
    pen.y -= size * LINE
    pen.page.drawText(line, { x, y: pen.y, size, font })
  }
  return lines.length * size * LINE
}

function turn(pen: Pen): void {
  pen.page = pen.document.addPage([PAGE.width, PAGE.height])
  pen.y = PAGE.height - PAGE.top
}

function rule(pen: Pen): void {
  pen.y -= 8
  pen.page.drawLine({ start: { x: PAGE.left, y: pen.y }, end: { x: PAGE.left + WIDTH, y: pen.y }, thickness: 0.5 })
}

/** An address that can be pressed (ISO 32000-2, 12.5.6.5), since one that breaks over two lines is hard to copy. */
function writeLink(pen: Pen, address: string, style: Style): void {
  const height = write(pen, address, style)
  const { context } = pen.document
  const [left, foot] = [style.x, pen.y - 3]
  const place = { Type: 'Annot', Subtype: 'Link', Border: [0, 0, 0], Rect: [left, foot, left + style.width, foot + height + 3] }
  const act = { Type: 'Action', S: 'URI', URI: pen.textOf(address) }
  pen.page.node.addAnnot(context.register(context.obj({ ...place, A: act })))
}

/** A label, and its value beside it; a value that breaks goes on below itself. */
function fact(pen: Pen, label: string, value: string): void {
  const { regular } = pen.fonts
  const size = 10.5
  if (pen.y - size * LINE < PAGE.bottom) turn(pen)
  pen.page.drawText(label, { x: PAGE.left, y: pen.y - size * LINE, size, font: regular, opacity: 0.65 })
  write(pen, value, { font: regular, size, x: PAGE.left + LABELS, width: WIDTH - LABELS })
  pen.y -= 3
}

/**
 * Draws a sheet as PDF on A4, with an embedded font that knows Latin, Greek and Cyrillic letters. What draws it is large, so it comes
 * only when a sheet is asked for.
 */
export async function sheetPdf(sheet: Sheet, files: SheetFonts): Promise<Uint8Array> {
  const [{ PDFDocument, PDFString }, fontkit] = await Promise.all([import('@cantoo/pdf-lib'), import('@cantoo/fontkit')])
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit.default)
  const [regular, bold] = await Promise.all([
    document.embedFont(files.regular, { subset: true }),
    document.embedFont(files.bold, { subset: true }),
  ])
  document.setTitle(sheet.title, { showInWindowTitleBar: true })
  document.setLanguage('en')
  document.setCreationDate(new Date(sheet.made))
  document.setModificationDate(new Date(sheet.made))
  const page = document.addPage([PAGE.width, PAGE.height])
  const pen: Pen = {
    document,
    page,
    y: PAGE.height - PAGE.top,
    fonts: { regular, bold },
    textOf: (text) => PDFString.of(text),
    lost: false,
  }
  const body = { font: regular, size: 10.5, x: PAGE.left, width: WIDTH }
  write(pen, sheet.title, { ...body, font: bold, size: 22 })
  pen.y -= 4
  write(pen, sheet.notice, { ...body, font: bold, size: 12 })
  for (const { heading, facts } of sheet.parts) {
    pen.y -= 18
    write(pen, heading, { ...body, font: bold, size: 12 })
    rule(pen)
    for (const [label, value] of facts) fact(pen, label, value)
  }
  pen.y -= 14
  rule(pen)
  for (const paragraph of pen.lost ? [...sheet.paragraphs, LOST] : sheet.paragraphs) {
    pen.y -= 8
    write(pen, paragraph, body)
  }
  if (sheet.link !== null) {
    pen.y -= 8
    writeLink(pen, sheet.link, { ...body, size: 8 })
  }
  return document.save()
}
