import { RECORDS } from './records-fixture.ts'
import { isTable, samples, sheetOf, writeSheet, type Sample } from './samples-fixture.ts'

/** Columns and fields in which ids stand. */
const OF_IDS = /(^|[^a-z])(id|key|hash|ref|reference|number|charge|intent|group|shortid|shortgroup|login)([^a-z]|$)|Id$/i

/** Of these, columns that say something else of what they name. */
const NO_IDS = /frequency|date|status|amount/i

/** Where an id stands in a record that must not come again. */
const IDS: Readonly<Record<string, RegExp>> = {
  'bank-camt-053': /(?<=<AcctSvcrRef>[^<]*)(?=<)/g,
  'bank-ofx': /(?<=<FITID>[^<\s]+)(?=[<\s])/g,
}

/** The longest sample of each layout, by its id. */
export function longestSamples(): Map<string, Sample> {
  const longest = new Map<string, Sample>()
  for (const sample of samples()) {
    const before = longest.get(sample.reader.layout.id)
    if (!before || before.bytes.length < sample.bytes.length) longest.set(sample.reader.layout.id, sample)
  }
  return longest
}

/** A file of at least so many bytes: the sample's records again and again, each time with other ids. Undefined where none is found. */
export function longFile(sample: Sample, bytes: number): string | undefined {
  const again = repeated(sample)
  if (!again) return undefined
  const one = again(1).length
  return again(Math.ceil(bytes / (again(2).length - one)))
}

/** The sample with its records so many times. */
type Repeated = (times: number) => string

function repeated(sample: Sample): Repeated | undefined {
  const { id } = sample.reader.layout
  const record = RECORDS[id]
  if (record) return repeatedText(sample.text, record, IDS[id])
  if (!isTable(sample)) return repeatedJson(sample.text)
  const sheet = sheetOf(sample.text)
  const ids = sheet.header.map((name) => OF_IDS.test(name) && !NO_IDS.test(name))
  return (times) =>
    writeSheet({
      ...sheet,
      rows: many(times, (n) => sheet.rows.map((row) => row.map((cell, i) => (ids[i] && cell !== '' ? `${cell}${n}` : cell)))),
    })
}

function many<T>(times: number, one: (n: number) => T[]): T[] {
  return Array.from({ length: times }, (_, n) => one(n)).flat()
}

/** The records in the place of the first one, the others taken out of what comes after. */
function repeatedText(text: string, record: RegExp, id: RegExp | undefined): Repeated | undefined {
  const found = [...text.matchAll(record)]
  const [first] = found
  if (!first) return undefined
  const body = found.map(([one]) => one).join('')
  const before = text.slice(0, first.index)
  const after = text.slice(first.index + first[0].length).replace(record, '')
  return (times) => [before, ...many(times, (n) => [id ? body.replace(id, String(n)) : body]), after].join('')
}

/** Every list of records, and every table of tiers by their price. */
function repeatedJson(text: string): Repeated | undefined {
  let whole: unknown
  try {
    whole = JSON.parse(text)
  } catch {
    return undefined
  }
  const longer = (value: unknown, times: number, name: string): unknown => {
    if (isRecords(value)) return many(times, (n) => value.map((record) => withIds(record, n)))
    if (typeof value !== 'object' || value === null) return value
    const fields = Object.entries(value)
    if (!name.endsWith('per_tier')) return Object.fromEntries(fields.map(([key, one]) => [key, longer(one, times, key)]))
    return Object.fromEntries(many(times, (n) => fields.map(([key, one]) => [key.replace(/\d+/, `$&${n}`), one])))
  }
  return (times) => JSON.stringify(longer(whole, times, ''), null, 1)
}

function isRecords(value: unknown): value is object[] {
  return Array.isArray(value) && typeof value[0] === 'object'
}

function withIds(record: object, n: number): unknown {
  return JSON.parse(JSON.stringify(record, (field, one: unknown) => (OF_IDS.test(field) && typeof one === 'string' ? `${one}${n}` : one)))
}
