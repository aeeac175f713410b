import { readXml, type XmlEars } from '../xml.ts'
import { decimalText } from './cell-text.ts'
import { ContainerError } from './container.ts'
import { MOST_COLUMNS, SheetText, type Sheet } from './sheet.ts'
import type { ZipFile } from './zip.ts'

/** No table repeats a row with something in it more often; beyond it is made to fill memories. */
const MOST_REPEATS = 10_000

const SHEET_TYPE = 'application/vnd.oasis.opendocument.spreadsheet'

/** Whether an archive is an OpenDocument file of any kind. */
export function isOpenDocument(files: readonly ZipFile[]): boolean {
  return files.some(({ path }) => path === 'content.xml') && files.some(({ path }) => path === 'META-INF/manifest.xml')
}

/** The sheets of an .ods spreadsheet (OpenDocument 1.2 and later), in their order. Throws for a text or one with a password. */
export async function sheetsOfOpenDocument(files: readonly ZipFile[]): Promise<Sheet[]> {
  await checkManifest(files)
  const content = files.find(({ path }) => path === 'content.xml')
  if (!content) return []
  // All sheets stand in one document, which is read once for their names and once for each of them.
  const names: string[] = []
  const listing: XmlEars = {
    open(name, attributes) {
      if (name === 'table') names.push(attributes['table:name'] ?? '')
    },
  }
  for await (const _ of readXml(content.open(), listing));
  return names.map((name, i) => ({ name, chunks: rowsOf(content, i) }))
}

async function checkManifest(files: readonly ZipFile[]): Promise<void> {
  const manifest = files.find(({ path }) => path === 'META-INF/manifest.xml')
  if (!manifest) return
  let [isLocked, isSheet] = [false, false]
  const ears: XmlEars = {
    open(name, attributes) {
      if (name === 'encryption-data') isLocked = true
      if (Object.values(attributes).some((value) => value.startsWith(SHEET_TYPE))) isSheet = true
    },
  }
  for await (const _ of readXml(manifest.open(), ears));
  if (isLocked) throw new ContainerError('it has a password. Save it without one and drop it again.')
  if (!isSheet) throw new ContainerError('it is a document without tables of payments. Choose CSV or JSON where you export it.')
}

async function* rowsOf(content: ZipFile, sheet: number): AsyncGenerator<Uint8Array> {
  const text = new SheetText()
  for await (const _ of readXml(content.open(), new TableEars(text, sheet))) yield text.take()
}

/** Hears the rows of one table among those of a document. */
class TableEars implements XmlEars {
  readonly #text: SheetText
  readonly #sheet: number
  #table = -1
  #row = 1
  #rowRepeats = 1
  #cells: string[] = []
  #cellRepeats = 1
  #value: string | undefined
  #paragraphs: string[] = []
  #inParagraph = 0
  #inNote = false

  constructor(text: SheetText, sheet: number) {
    this.#text = text
    this.#sheet = sheet
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'table') this.#table += 1
    if (this.#table !== this.#sheet) return
    if (name === 'table-row') {
      this.#cells = []
      this.#rowRepeats = repeats(attributes['table:number-rows-repeated'])
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#value = valueOf(attributes)
      this.#cellRepeats = repeats(attributes['table:number-columns-repeated'])
      this.#paragraphs = []
    } else if (name === 'annotation') this.#inNote = true
    else if (!this.#inNote) this.#openText(name, attributes)
  }

  #openText(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'p') {
      this.#inParagraph += 1
      this.#paragraphs.push('')
    } else if (name === 's') this.#say(' '.repeat(Math.min(1000, repeats(attributes['text:c']))))
    else if (name === 'tab') this.#say('\t')
    else if (name === 'line-break') this.#say('\n')
  }

  text(said: string): void {
    if (this.#inParagraph > 0 && !this.#inNote) this.#say(said)
  }

  #say(said: string): void {
    const last = this.#paragraphs.length - 1
    if (last >= 0) this.#paragraphs[last] += said
  }

  close(name: string): void {
    if (this.#table !== this.#sheet) return
    if (name === 'annotation') this.#inNote = false
    else if (name === 'p' && !this.#inNote) this.#inParagraph -= 1
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#endCell()
    else if (name === 'table-row') this.#endRow()
  }

  #endCell(): void {
    const text = this.#value ?? this.#paragraphs.join('\n')
    // Cells repeat to the edge of the sheet where there is nothing in them.
    const times = text === '' ? Math.min(this.#cellRepeats, 1024) : Math.min(this.#cellRepeats, MOST_REPEATS)
    const room = MOST_COLUMNS + 1 - this.#cells.length
    for (let i = 0; i < Math.min(times, room); i++) this.#cells.push(text)
  }

  #endRow(): void {
    const isFilled = this.#cells.some((cell) => cell !== '')
    if (isFilled && this.#rowRepeats > MOST_REPEATS) {
      throw new ContainerError(
        `a row in it is repeated ${this.#rowRepeats.toLocaleString('en')} times. Save the sheet as CSV and drop that.`,
      )
    }
    if (isFilled) for (let i = 0; i < this.#rowRepeats; i++) this.#text.addRow(this.#row + i, this.#cells)
    this.#row += this.#rowRepeats
  }
}

function repeats(text: string | undefined): number {
  const count = Number(text ?? 1)
  return Number.isInteger(count) && count > 0 ? count : 1
}

/** What a cell holds beside the text that is shown; undefined for one that holds its text. */
function valueOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const type = attributes['office:value-type']
  if (type === 'float' || type === 'currency' || type === 'percentage') return decimalText(attributes['office:value'] ?? '')
  if (type === 'date') return (attributes['office:date-value'] ?? '').replace('T', ' ').replace(/ 00:00:00(\.0+)?$/, '')
  if (type === 'boolean') return (attributes['office:boolean-value'] ?? '').toUpperCase()
  return type === 'time' ? clockOf(attributes['office:time-value'] ?? '') : undefined
}

/** `PT10H38M06S` as `10:38:06`. */
function clockOf(duration: string): string {
  const [, hours = '0', minutes = '0', seconds = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(duration) ?? []
  return [hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':')
}
