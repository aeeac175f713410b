import { readXml, type XmlEars } from '../xml.ts'
import { builtInFormat, cellText, formatOf, type CellFormat } from './cell-text.ts'
import { ContainerError } from './container.ts'
import { columnIndex, SheetText, type Sheet } from './sheet.ts'
import type { ZipFile } from './zip.ts'

/** Texts of a workbook are held in memory; no export of payments has more of them. */
const MOST_TEXT = 64 * 1024 * 1024

/** What the sheets of a workbook refer to. */
interface Shared {
  texts: string[]
  formats: CellFormat[]
  from1904: boolean
}

export function isWorkbook(files: readonly ZipFile[]): boolean {
  return files.some(({ path }) => path === 'xl/workbook.xml')
}

/** The sheets of an .xlsx workbook (ECMA-376), in their order. */
export async function sheetsOfWorkbook(files: readonly ZipFile[]): Promise<Sheet[]> {
  const part = (path: string) => files.find((file) => file.path === path)
  const targets = new Map<string, string>()
  await hear(part('xl/_rels/workbook.xml.rels'), {
    open(name, { Id = '', Target = '' }) {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  const listed: { name: string; target: string }[] = []
  let from1904 = false
  await hear(part('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (name === 'sheet') listed.push({ name: attributes['name'] ?? '', target: targets.get(relationOf(attributes)) ?? '' })
    },
  })
  const shared = { texts: await textsOf(part('xl/sharedStrings.xml')), formats: await formatsOf(part('xl/styles.xml')), from1904 }
  return listed.flatMap(({ name, target }) => {
    const file = part(target)
    return file ? [{ name, chunks: rowsOf(file, shared) }] : []
  })
}

function relationOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => /^\w+:id$/.test(name))?.[1] ?? ''
}

async function hear(file: ZipFile | undefined, ears: XmlEars): Promise<void> {
  if (!file) return
  for await (const _ of readXml(file.open(), ears));
}

async function textsOf(file: ZipFile | undefined): Promise<string[]> {
  const texts: string[] = []
  let length = 0
  let text = ''
  const phrase = new Phrase()
  await hear(file, {
    open(name) {
      if (name === 'si') text = ''
      phrase.open(name)
    },
    text(said) {
      if (phrase.isHeard) text += said
    },
    close(name) {
      phrase.close(name)
      if (name !== 'si') return
      texts.push(text)
      length += text.length
      if (length > MOST_TEXT)
        throw new ContainerError('it holds more text than any table of payments. Save its sheet as CSV and drop that.')
    },
  })
  return texts
}

/** Text stands in `t`, but for the reading aids in `rPh`. */
class Phrase {
  #inText = false
  #inAid = false

  get isHeard(): boolean {
    return this.#inText && !this.#inAid
  }

  open(name: string): void {
    if (name === 't') this.#inText = true
    if (name === 'rPh') this.#inAid = true
  }

  close(name: string): void {
    if (name === 't') this.#inText = false
    if (name === 'rPh') this.#inAid = false
  }
}

async function formatsOf(file: ZipFile | undefined): Promise<CellFormat[]> {
  const codes = new Map<number, CellFormat>()
  const formats: CellFormat[] = []
  let inCells = false
  await hear(file, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatOf(formatCode))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) formats.push(codes.get(Number(numFmtId)) ?? builtInFormat(Number(numFmtId)))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

async function* rowsOf(file: ZipFile, shared: Shared): AsyncGenerator<Uint8Array> {
  const text = new SheetText()
  for await (const _ of readXml(file.open(), new SheetEars(text, shared))) yield text.take()
}

/** Hears the rows of one sheet. */
class SheetEars implements XmlEars {
  readonly #text: SheetText
  readonly #shared: Shared
  readonly #phrase = new Phrase()
  #row = 0
  #cells: (string | undefined)[] = []
  #column = -1
  #type = 'n'
  #format: CellFormat = 'number'
  #value = ''
  #inValue = false

  constructor(text: SheetText, shared: Shared) {
    this.#text = text
    this.#shared = shared
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#row = Number(attributes['r'] ?? this.#row + 1)
      this.#cells = []
      this.#column = -1
    } else if (name === 'c') {
      const reference = attributes['r']
      this.#column = reference === undefined ? this.#column + 1 : columnIndex(reference)
      this.#type = attributes['t'] ?? 'n'
      this.#format = this.#shared.formats[Number(attributes['s'] ?? 0)] ?? 'number'
      this.#value = ''
    } else if (name === 'v') this.#inValue = true
    this.#phrase.open(name)
  }

  text(said: string): void {
    if (this.#inValue || this.#phrase.isHeard) this.#value += said
  }

  close(name: string): void {
    this.#phrase.close(name)
    if (name === 'v') this.#inValue = false
    else if (name === 'c') this.#cells[this.#column] = this.#cellText()
    else if (name === 'row') this.#text.addRow(this.#row, this.#cells)
  }

  #cellText(): string {
    const value = this.#value
    if (value === '') return ''
    if (this.#type === 's') return this.#shared.texts[Number(value)] ?? ''
    if (this.#type === 'n') return cellText(value, this.#format, this.#shared.from1904)
    if (this.#type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    return this.#type === 'd' ? value.replace('T', ' ').replace(/ 00:00:00(\.0+)?Z?$/, '') : value
  }
}
