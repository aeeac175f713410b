import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWith } from './read-fixture.ts'
import {
  columnsOf,
  headOf,
  layoutName,
  notText,
  platformName,
  platformOf,
  platforms,
  readerById,
  readers,
  recognise,
  mayTellPayments,
} from './registry.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

test('ids of platforms and layouts are unique and kebab-case, and each layout names its platform', () => {
  const ids = readers.map((reader) => reader.layout.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(platforms.map((platform) => platform.id)).size).toBe(platforms.length)
  expect([...ids, ...platforms.map((platform) => platform.id)].filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
  for (const platform of platforms) expect(platform.readers.every((reader) => reader.layout.platform === platform.id)).toBe(true)
})

test('layouts and platforms are found by id, and named', () => {
  expect(readerById('stripe-balance')?.layout.name).toBe('Stripe, itemised balance')
  expect(readerById('stripe')).toBeUndefined()
  expect(layoutName('github-sponsors-json')).toBe('GitHub Sponsors, JSON')
  expect(layoutName('gone')).toBe('gone')
  expect(platformOf('stripe').streamKind).toBe('sales')
  expect(() => platformOf('gone')).toThrow('Failed to find a platform')
  expect([platformName('open-collective'), platformName('')]).toEqual(['Open Collective', ''])
})

test('the README names every platform in its table of imports', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const [, imports = ''] = readme.split('\n## Import\n')
  const named = new Set(
    [
      ...imports
        .split('\n## ', 1)
        .join('')
        .matchAll(/^\| (.+?) +\|/gm),
    ].map(([, name]) => name),
  )
  expect(platforms.filter(({ id, name }) => !named.has(id === 'any-csv' ? 'any other' : name)).map(({ name }) => name)).toEqual([])
})

test('the samples beside a reader are recognised as of its platform, and as of one layout alone', () => {
  for (const platform of platforms.filter((one) => one.id !== 'any-csv')) {
    const folder = new URL(`${platform.id}/samples/`, import.meta.url)
    for (const name of readdirSync(folder)) {
      const head = headOf(new Uint8Array(readFileSync(new URL(name, folder))), name)
      expect([name, recognise(head)?.layout.platform]).toEqual([name, platform.id])
      expect([name, readers.filter((reader) => reader.recognise(head) !== undefined).length]).toEqual([name, 1])
    }
  }
})

test('a head has its text without a mark, its columns and its encoding', () => {
  expect(headOf(bytesOf('\uFEFF"Datum";"Betrag, brutto"\r\n01.02.2024;5,00\r\n'), 'x.csv')).toMatchObject({
    header: ['Datum', 'Betrag, brutto'],
    delimiter: ';',
    encoding: 'utf-8',
    fileName: 'x.csv',
  })
  expect(headOf(bytesOf('[{"a": 1, "b": 2}]'), 'x')).toMatchObject({ header: [], delimiter: '' })
  expect(headOf(bytesOf('just words\n'), 'x').header).toEqual([])
})

test('the mapping page gets names, first rows and a guess', () => {
  const head = headOf(bytesOf('date,sum\n2024-01-01,5.00\n2024-01-02,6.00\n'), 'x')
  expect(columnsOf(head, 'NOK')).toEqual({
    header: ['date', 'sum'],
    rows: [
      ['2024-01-01', '5.00'],
      ['2024-01-02', '6.00'],
    ],
    guess: { date: 'date', amount: 'sum', currencyCode: 'NOK', dateOrder: 'ymd', decimals: '.' },
  })
})

test.each([
  ['a note', 'Dear Ada, thanks for May.\nThe rest, as I said, comes later, on the 3rd.\n', false],
  ['one line', 'Hello, world\n', false],
  ['a list of names', 'name,mail\nAda,ada@example.org\n', false],
  ['a table of payments', 'when,what\n2024-05-01,5.00\n', true],
  ['its names alone', 'Date,Amount\n', true],
  ['payments without a header', '01.05.2024;5,00;Ada\n', true],
])('whether a text may tell of payments is told of %s', (_, text, may) => {
  expect(mayTellPayments(headOf(bytesOf(text), 'x'))).toBe(may)
})

test('any bytes are looked at, and read by every reader, without throwing', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '[', '{', '1'), maxLength: 60 }).map(bytesOf),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      const head = headOf(content, 'x')
      recognise(head)
      notText(content)
      columnsOf(head)
      mayTellPayments(head)
      for (const reader of readers) {
        const { outcomes } = await readWith(reader, content, { chunk: 7 })
        const numbers = outcomes.map((one) => one.row)
        expect(new Set(numbers).size).toBe(numbers.length)
      }
    }),
  )
})

test('twenty thousand rows of Open Collective are read in time', { timeout: 30_000 }, async () => {
  const header =
    'datetime,shortId,shortGroup,description,type,kind,isRefund,amount,paymentProcessorFee,netAmount,currency,accountSlug,oppositeAccountSlug,oppositeAccountName'
  const rows = Array.from({ length: 20_000 }, (_, i) => {
    const id = i.toString(16).padStart(8, '0')
    return `"2024-06-30T10:38:06","${id}","${id}","Monthly contribution from Ada (Bronze)","CREDIT","CONTRIBUTION","",2,-0.56,1.44,"USD","zine","ada","Ada"`
  })
  const reader = readerById('open-collective-legacy')
  const started = process.threadCpuUsage().user
  const { sums } = reader ? await readWith(reader, [header, ...rows].join('\n'), { chunk: 65_536 }) : { sums: undefined }
  expect(sums?.net).toBe(2_880_000)
  expect((process.threadCpuUsage().user - started) / 1000).toBeLessThan(1500)
})
