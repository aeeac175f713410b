import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvParser, guessDelimiter, openRows } from './csv.ts'

/** CPU time of this thread in milliseconds: it does not grow when other tests run beside. */
const cpu = () => process.threadCpuUsage().user / 1000

function parse(pieces: string[], delimiter = ',') {
  const parser = new CsvParser(delimiter)
  return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()]
}

const cellsOf = (text: string, delimiter = ',') => parse([text], delimiter).map((row) => row.cells)

function write(rows: string[][], delimiter: string, lineEnd: string) {
  const quoted = (cell: string) => (/[",;\t\r\n]/.test(cell) || cell.trim() === '' ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => row.map(quoted).join(delimiter)).join(lineEnd)
}

function cut(text: string, places: number[]) {
  const marks = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b)
  return [0, ...marks].map((mark, i) => text.slice(mark, marks[i] ?? text.length))
}

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', '"', '""', 'a"b', 'line\nline', '\r\n', 'x,y', 'p;q', '\t'),
)
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })

test('parse(write(rows)) = rows, whatever the delimiter, the line ends and the chunks', () => {
  const property = fc.property(
    rows,
    fc.constantFrom(',', ';', '\t'),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.array(fc.nat(), { maxLength: 6 }),
    fc.boolean(),
    (table, delimiter, lineEnd, places, ends) => {
      const text = write(table, delimiter, lineEnd) + (ends ? lineEnd : '')
      const read = parse(cut(text, places), delimiter)
      expect(read.map((row) => row.cells)).toEqual(table)
      expect(read.map((row) => row.number)).toEqual(table.map((_, i) => i + 1))
      expect(read.map((row) => row.raw).join(lineEnd)).toBe(write(table, delimiter, lineEnd))
      expect(read.some((row) => row.broken)).toBe(false)
    },
  )
  fc.assert(property, { numRuns: 500 })
})

test('any text gives the same rows in one piece and in many', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', '\r', ' ') })
  fc.assert(
    fc.property(text, fc.array(fc.nat(), { maxLength: 6 }), (all, places) => {
      expect(parse(cut(all, places))).toEqual(parse([all]))
    }),
    { numRuns: 1000 },
  )
})

test('blank lines are no rows, but a spreadsheet counts them', () => {
  expect(parse(['a,b\n\n1,2\r\n \r\n3,4\n\n']).map((row) => [row.number, ...row.cells])).toEqual([
    [1, 'a', 'b'],
    [3, '1', '2'],
    [5, '3', '4'],
  ])
})

test('text after a closing quote and quotes inside plain cells are kept', () => {
  expect(cellsOf('"Big" Joe,5" disk,"say ""hi"""\n')).toEqual([['Big Joe', '5" disk', 'say "hi"']])
})

test('a first line that only names the separator is no row, and spreadsheets do not number it', () => {
  expect(guessDelimiter('sep=;\r\na;b\r\n1;2\r\n')).toBe(';')
  expect(parse(['sep=;\r\na;b\r\n'], ';')).toEqual([{ number: 1, cells: ['a', 'b'], raw: 'a;b' }])
})

test('a trailing comma is one more empty cell', () => {
  expect(cellsOf('a,b,\n1,2,')).toEqual([
    ['a', 'b', ''],
    ['1', '2', ''],
  ])
})

test('only the last row without a line end is told as the last', () => {
  expect(parse(['a\nb']).map((row) => row.last)).toEqual([undefined, true])
  expect(parse(['a\nb\n']).map((row) => row.last)).toEqual([undefined, undefined])
})

test('a quote that is never closed breaks its own line and swallows none', () => {
  const read = parse(['a,b\n1,"two\n3,4\n5,6\n'])
  expect(read.map((row) => (row.broken ? row.raw : row.cells))).toEqual([['a', 'b'], '1,"two', ['3', '4'], ['5', '6']])
  expect(read.map((row) => row.number)).toEqual([1, 2, 3, 4])
})

test('a quote open for a megabyte is given up, in time, and what follows is read', { timeout: 30_000 }, () => {
  const lines = '1,2\n'.repeat(400_000)
  const started = cpu()
  const read = parse(
    cut(
      `"a,b\n${lines}`,
      Array.from({ length: 40 }, (_, i) => i * 65_536),
    ),
  )
  expect(read).toHaveLength(400_001)
  expect(read.filter((row) => row.broken)).toHaveLength(1)
  expect(cpu() - started).toBeLessThan(3000)
})

test.each(['b","\n', '"a\n""b\n'])(
  'quotes that stay open on every line of a file, as in %j, cost no more than the file is long',
  (line) => {
    const text = `a,b\n${line.repeat(500_000 / line.length)}`
    const lines = text.split('\n').length - 1
    const started = cpu()
    const read = parse(
      cut(
        text,
        Array.from({ length: 16 }, (_, i) => i * 65_536),
      ),
    )
    expect(cpu() - started).toBeLessThan(3000)
    expect(read.at(-1)?.number).toBe(read.length)
    expect(parse([text]).every(({ raw, number }, i) => read[i]?.raw === raw && read[i].number === number)).toBe(true)
    expect(lines).toBe(read.reduce((sum, row) => sum + row.raw.split('\n').length, 0))
  },
)

test.each([
  {
    of: 'a cell of its own',
    text: `1,"${'x'.repeat(3_000_000)}",2\n3,4,5\n`,
    told: 'A cell of this row is longer than a million',
    lines: 1,
  },
  { of: 'lines', text: `1,"${'x,\n'.repeat(500_000)}`, told: 'not closed within a million characters', lines: 499_999 },
])('three megabytes in quotes are told for what they are: $of', ({ text, told, lines }) => {
  const [first, ...others] = parse(
    cut(
      text,
      Array.from({ length: 47 }, (_, i) => i * 65_536),
    ),
  )
  expect(first?.broken).toContain(told)
  expect(others).toHaveLength(lines)
  expect(others.at(-1)?.broken).toBeUndefined()
})

test('a row without an end is given up and skipped', () => {
  const parser = new CsvParser(',')
  const read = Array.from({ length: 40 }, () => parser.push('x'.repeat(65_536))).flat()
  expect([...read, ...parser.push('\na,b\n'), ...parser.end()].map((row) => row.broken ?? row.cells.join())).toEqual([
    expect.stringContaining('longer than a million'),
    'a,b',
  ])
})

test.each([
  ['a,b,c\n1,2,3\n', ','],
  ['Datum;Betrag;Name\n01.02.2024;1,50;x\n01.03.2024;2,50;y\n', ';'],
  ['a\tb\n1,5\t2\n', '\t'],
  ['"a;b","c"\n"1;2;3","4"\n', ','],
  ['"Datum";"Betrag, brutto"\r\n01.02.2024;5,00\r\n', ';'],
  ['Betrag, brutto;Datum\n5,00;01.02.2024\n', ';'],
  ['single\n', ','],
  ['', ','],
])('the delimiter of %j is %j', (text, delimiter) => expect(guessDelimiter(text)).toBe(delimiter))

test('a hundred thousand rows of twenty columns are read well under a second', { timeout: 30_000 }, async () => {
  const row = `${Array.from({ length: 20 }, (_, i) => (i % 5 === 0 ? `"cell ${i}"` : `value${i}`)).join(',')}\n`
  const piece = row.repeat(500)
  async function* pieces() {
    for (let i = 0; i < 200; i++) yield piece
  }
  const started = cpu()
  let count = 0
  for await (const batch of openRows(pieces())) count += batch.length
  expect(count).toBe(100_000)
  expect(cpu() - started).toBeLessThan(1000)
})
