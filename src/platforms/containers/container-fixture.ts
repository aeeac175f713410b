import {
  TextReader,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipWriter,
  type ZipWriterAddDataOptions,
} from '@zip.js/zip.js/lib/zip-core-native.js'
import type { Bytes } from './container.ts'

type Content = string | Uint8Array<ArrayBuffer>

/** A zip archive of files by their paths. */
export async function zipOf(files: Record<string, Content>, options: ZipWriterAddDataOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, useCompressionStream: true })
  for (const [path, content] of Object.entries(files)) {
    await zip.add(path, typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content), options)
  }
  return new Uint8Array(await zip.close())
}

export function bytesOf(content: Uint8Array): Bytes {
  return { size: content.length, read: async (from, to) => content.slice(from, to) }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

interface Workbook {
  /** Inner XML of each sheet's `sheetData`, by the sheet's name. */
  sheets: Record<string, string>
  texts?: string[]
  /** Format codes of the styles 1, 2, …; style 0 has none. */
  formats?: string[]
  from1904?: boolean
}

/** A workbook as Excel lays it out. */
export function workbookOf({ sheets, texts = [], formats = [], from1904 = false }: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const names = Object.keys(sheets)
  const numFmts = formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`).join('')
  const xfs = ['<xf numFmtId="0"/>', ...formats.map((_, i) => `<xf numFmtId="${164 + i}" applyNumberFormat="1"/>`)].join('')
  return zipOf({
    '[Content_Types].xml': `${XML}<Types/>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships>${names
      .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/workbook.xml': `${XML}<workbook ${MAIN} ${RELATIONS}><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    ...Object.fromEntries(
      Object.values(sheets).map((data, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `${XML}<worksheet ${MAIN}><sheetData>${data}</sheetData></worksheet>`,
      ]),
    ),
    'xl/styles.xml': `${XML}<styleSheet ${MAIN}><numFmts>${numFmts}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${XML}<sst ${MAIN}>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
  })
}

const SPACES = ['office', 'table', 'text', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

/** A spreadsheet as LibreOffice lays it out; inner XML of each `table:table` by its name. */
export function openDocumentOf(tables: Record<string, string>, manifest = ''): Promise<Uint8Array<ArrayBuffer>> {
  const type = 'application/vnd.oasis.opendocument.spreadsheet'
  const body = Object.entries(tables).map(([name, rows]) => `<table:table table:name="${escaped(name)}">${rows}</table:table>`)
  return zipOf({
    mimetype: type,
    'content.xml': `${XML}<office:document-content ${SPACES}><office:body><office:spreadsheet>${body.join('')}</office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}">${manifest}</manifest:file-entry></manifest:manifest>`,
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
