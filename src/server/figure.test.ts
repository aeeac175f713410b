import { beforeAll, describe, expect, test } from 'vitest'
import type { ViewLens } from '#domain/income.ts'
import { testApp, type TestApp } from './app-fixture.ts'

const params = { book: 'example' }
const LENSES: readonly ViewLens[] = ['cash', 'smoothed', 'dependable']
const MONTHS = ['2022-04', '2023-12', '2024-06']

/** Cells of a CSV; the book's names hold no line breaks. */
function cellsOf(csv: string): string[][] {
  const line = (text: string) => [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2] ?? '')
  return csv.trimEnd().split('\r\n').map(line)
}

/** What the rows of a figure sum to, in cents. */
function sumOf(csv: string, lens: ViewLens): number {
  const [header = [], ...rows] = cellsOf(csv)
  const at = header.indexOf(`net in the figure (${lens})`)
  expect(at).toBeGreaterThan(0)
  return rows.reduce((sum, cells) => sum + Number((cells[at] ?? '').replace('.', '') || 0), 0)
}

const cents = (text: string) => Number(text.replace(/[^\d\u2212]/g, '').replace('\u2212', '-'))
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await app.ask('createExample', { body: { zone: 'Europe/Berlin', locale: 'de' } })
})

async function opened(asked: { lens: ViewLens; from: string; to: string; stream?: number; streams?: string; venture?: number }) {
  const all = { ...params, ...asked }
  const figure = await app.ask('figure', { params: all })
  const file = async (name: 'figureRows' | 'figureText') => (await app.raw(name, { params: all })).text()
  return { figure, rows: await file('figureRows'), text: await file('figureText') }
}

describe.each(LENSES)('every figure opens: %s', (lens) => {
  test.each(MONTHS)('the total of %s, its ventures and its streams are what their rows sum to, in CSV and in words', async (month) => {
    const page = await app.ask('month', { params: { ...params, month, lens } })
    const ventures = Map.groupBy(page.streams, ({ venture }) => venture)
    const figures: { net: number; of?: { stream?: number; streams?: string; venture?: number } }[] = [
      { net: page.total.net },
      ...page.streams.map(({ stream, net }) => ({ net, of: { stream } })),
      ...[...ventures].map(([venture, streams]) => ({ net: total(streams.map(({ net }) => net)), of: { venture } })),
      ...[2, 5].map((many) => {
        const some = page.streams.slice(0, many)
        return { net: total(some.map(({ net }) => net)), of: { streams: some.map(({ stream }) => stream).join(',') } }
      }),
    ]
    for (const { net, of } of figures) {
      const { figure, rows, text } = await opened({ lens, from: month, to: month, ...of })
      expect(figure.sums.net).toBe(net)
      expect(sumOf(rows, lens)).toBe(net)
      expect(figure.words.title).toContain(lens)
      const early = figure.drawn?.months.length === 0
      expect(early ? 0 : cents(figure.words.figure)).toBe(net)
      expect(text).toContain(`${figure.words.title}: ${figure.words.figure}`)
      for (const words of [figure.words.formula, ...figure.words.leftOut]) expect(text).toContain(words)
      for (const { label, value } of figure.words.inputs) expect(text).toContain(`${label}: ${value}`)
    }
  })

  test('twelve months are the sum of their months', async () => {
    const span = { from: '2023-07', to: '2024-06' }
    const months = await app.ask('incomeByMonth', { params: { ...params, lens, ...span } })
    const { figure, rows } = await opened({ lens, ...span })
    expect(figure.sums.net).toBe(total(months.streams.flatMap(({ net }) => net)))
    expect(sumOf(rows, lens)).toBe(figure.sums.net)
    const [stream] = months.streams
    const { figure: own, rows: ownRows } = await opened({ lens, ...span, stream: stream?.stream ?? 0 })
    expect(own.sums.net).toBe(total(stream?.net ?? []))
    expect(sumOf(ownRows, lens)).toBe(own.sums.net)
  })
})

test('the ledger shows the very lines that were paid in the months, whatever the lens', async () => {
  const streams = await app.ask('streams', { params })
  for (const of of [{}, { stream: streams[0]?.id ?? 0 }, { venture: streams[1]?.venture ?? 0 }]) {
    for (const lens of LENSES) {
      const span = { from: '2023-11', to: '2024-02', ...of }
      const figure = await app.ask('figure', { params: { ...params, lens, ...span } })
      const { sums } = await app.ask('entries', { params: { ...params, ...span, limit: 1 } })
      expect(figure.paid).toEqual(sums)
      if (figure.spread) expect(figure.sums.net).toBe(figure.paid.net - figure.spread.away + figure.spread.here)
    }
  }
})

test('what is left out is told, and why', async () => {
  const own = await testApp()
  await own.createBook()
  const book = { book: 'main' }
  const venture = await own.ask('createVenture', { params: book, body: { name: 'V' } })
  const stream = await own.ask('createStream', { params: book, body: { name: 'S', venture: venture.id } })
  const line = { stream: stream.id, day: '2024-05-03', amount: 1_000, currency: 'EUR' }
  for (const more of [{}, { currency: 'RUB', amount: 70_000 }, { kind: 'transfer' as const, amount: -500 }]) {
    await own.ask('addEntry', { params: book, body: { ...line, ...more } })
  }
  const gone = await own.ask('addEntry', { params: book, body: { ...line, amount: 300 } })
  await own.ask('editEntry', { params: { ...book, entry: gone.id }, body: { edit: { deleted: true } } })
  const { words, uncounted } = await own.ask('figure', { params: { ...book, from: '2024-05', to: '2024-05' } })
  expect(uncounted).toEqual({ transfer: 1, deleted: 1 })
  expect(words.leftOut.join(' ')).toMatch(
    /^700,00.RUB in 1 line, for which there is no rate\. 1 transfer, which only moves money\. 1 line that you deleted\.$/,
  )
  expect(cents(words.figure)).toBe(1_000)
})

test('a stream or venture that is not there is told', async () => {
  for (const of of [{ stream: 9_999 }, { streams: '1,9999' }, { venture: 9_999 }]) {
    expect((await app.raw('figure', { params: { ...params, ...of } })).status).toBe(404)
  }
  for (const streams of ['', '1,', 'all']) expect((await app.raw('figure', { params: { ...params, streams } })).status).toBe(400)
})

test('some streams are named, and many are counted', async () => {
  const ids = (await app.ask('streams', { params })).map(({ id }) => id)
  const of = async (some: readonly number[]) => (await app.ask('figure', { params: { ...params, streams: some.join(',') } })).of
  const names = await Promise.all(ids.slice(0, 2).map((id) => of([id])))
  expect(await of(ids.slice(0, 2))).toBe(names.join(', '))
  expect(await of(ids.slice(0, 5))).toBe('5 streams')
})

test('a file of rows can be read by a machine, and bears its figure’s name', async () => {
  const response = await app.raw('figureRows', { params: { ...params, lens: 'smoothed', from: '2024-03', to: '2024-03' } })
  expect(response.headers.get('content-type')).toContain('text/csv')
  expect(response.headers.get('content-disposition')).toMatch(/2024-03-smoothed\.csv"$/)
  const rows = cellsOf(await response.text())
  expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([13]))
})
