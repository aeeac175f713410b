import { expect, test } from 'vitest'
import { FIRST_SPLIT } from '#domain/splitter.ts'
import { presetOf } from '#domain/tax-preset.ts'
import { testApp } from './app-fixture.ts'

const book = 'main'
const params = { book }
const periods = [...presetOf('de').periods]
const OFFER = {
  wage: 3_600_00,
  social: 765,
  tax: 1_200,
  premium: 120_00,
  employer: { premium: 657_08, pension: 300, leave: 125 },
  minutes: null,
}

async function withIncome() {
  const app = await testApp()
  await app.createBook()
  const { id: venture } = await app.ask('createVenture', { params, body: { name: 'Obtool' } })
  const streamOf = async (name: string) => (await app.ask('createStream', { params, body: { name, venture } })).id
  const [sales, gifts] = [await streamOf('Sales'), await streamOf('Gifts')]
  const add = (stream: number, day: string, amount: number) =>
    app.ask('addEntry', { params, body: { stream, day, amount, currency: 'EUR' } })
  await add(sales, '2024-04-10', 1_000_00)
  await add(sales, '2024-06-10', 600_00)
  await add(gifts, '2024-05-10', 300_00)
  await add(sales, '2024-03-10', 77_00)
  return { ...app, sales, gifts }
}

test('tax is told by quarter, with what is put aside and what is left', async () => {
  const { ask, gifts } = await withIncome()
  expect(await ask('tax', { params })).toMatchObject({ rules: [], periods: [] })
  const rule = { rate: 2_500, streams: [{ stream: gifts, rate: 0 }], periods, preset: 'de' }
  await ask('setTaxRule', { params: { book, month: '2024-04' }, body: rule })
  const told = await ask('setPutAside', { params: { book, month: '2024-04' }, body: { amount: 150_00 } })
  expect(told.rules).toEqual([{ from: '2024-04', ...rule }])
  expect(told.periods).toEqual([
    { from: '2024-04', to: '2024-06', due: '2024-06-10', net: 1_900_00, aside: 400_00, withheld: 0, put: 150_00, rest: 250_00 },
  ])
  expect((await ask('removeTaxRule', { params: { book, month: '2024-04' } })).periods).toEqual([])
})

test('the months tell what of each is set aside, and nothing where nothing was said', async () => {
  const { ask, gifts } = await withIncome()
  expect((await ask('incomeByMonth', { params })).aside).toBeNull()
  const rule = { rate: 2_500, streams: [{ stream: gifts, rate: 1_000 }], periods, preset: 'de' }
  await ask('setTaxRule', { params: { book, month: '2024-05' }, body: rule })
  const { months, aside } = await ask('incomeByMonth', { params })
  expect(months.map((month, i) => [month, aside?.[i]])).toEqual([
    ['2024-03', 0],
    ['2024-04', 0],
    ['2024-05', 30_00],
    ['2024-06', 150_00],
  ])
})

test('shares of streams that are not there, calendars that overlap and rules that are not there are a problem', async () => {
  const { raw } = await withIncome()
  const rule = { rate: 2_500, streams: [], periods, preset: 'de' }
  const set = async (body: typeof rule | object) =>
    (await raw('setTaxRule', { params: { book, month: '2024-04' }, body: { ...rule, ...body } })).status
  expect(await set({ streams: [{ stream: 99, rate: 0 }] })).toBe(404)
  expect(await set({ periods: [] })).toBe(400)
  expect(await set({ periods: [...periods, ...periods] })).toBe(400)
  expect(await set({ rate: 10_001 })).toBe(400)
  expect((await raw('removeTaxRule', { params: { book, month: '2024-04' } })).status).toBe(404)
})

test('a job is said, changed and taken back', async () => {
  const { ask, raw } = await withIncome()
  expect(await ask('jobOffer', { params })).toEqual({ offer: null })
  expect(await ask('setJobOffer', { params, body: { offer: OFFER } })).toEqual({ offer: OFFER })
  const greedy = { ...OFFER, social: 5_000, tax: 5_000 }
  expect((await raw('setJobOffer', { params, body: { offer: greedy } })).status).toBe(400)
  expect(await ask('setJobOffer', { params, body: { offer: null } })).toEqual({ offer: null })
})

test('shares by which a month is split are said and taken back, and are refused where they make no whole', async () => {
  const { ask, raw, createBook } = await testApp()
  await createBook()
  const params = { book: 'main' }
  expect(await ask('splitter', { params })).toEqual({ splitter: null })
  expect(await ask('setSplitter', { params, body: { splitter: FIRST_SPLIT } })).toEqual({ splitter: FIRST_SPLIT })
  for (const parts of [[], [{ name: 'All', share: 9_999 }], [{ name: ' ', share: 10_000 }]]) {
    expect((await raw('setSplitter', { params, body: { splitter: { parts } } })).status).toBe(400)
  }
  expect(await ask('splitter', { params })).toEqual({ splitter: FIRST_SPLIT })
  expect(await ask('setSplitter', { params, body: { splitter: null } })).toEqual({ splitter: null })
})
