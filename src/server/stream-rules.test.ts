import { expect, test } from 'vitest'
import { githubCsv, sponsorship, testApp } from './app-fixture.ts'

const main = { book: 'main' }
const RATE = { currency: 'USD', against: 'EUR', from: '2024-05-01', rate: '0.5' }

async function withStream() {
  const app = await testApp()
  await app.createBook()
  const report = await app.commit([{ name: 'ada-sponsorships-all-time.csv', text: githubCsv(sponsorship('1'), sponsorship('2')) }])
  const stream = report.files[0]?.streams[0]?.stream ?? 0
  const entries = async () => (await app.ask('entries', { params: main })).entries
  return { ...app, stream, entries }
}

test('what the payments of a stream cover is said once, and a single entry may say otherwise', async () => {
  const { ask, stream, entries } = await withStream()
  const changed = await ask('changeStream', { params: { ...main, stream }, body: { months: 12 } })
  expect(changed.months).toBe(12)
  const [first] = await entries()
  await ask('editEntry', { params: { ...main, entry: first?.id ?? '' }, body: { edit: { months: 1 } } })
  expect((await entries()).map(({ months }) => months)).toEqual([1, 12])
  expect((await ask('changeStream', { params: { ...main, stream }, body: { months: null } })).months).toBeNull()
  expect((await entries()).map(({ months }) => months)).toEqual([1, 1])
})

test('rates of a stream are set, shown on each entry with what one unit was worth, and removed', async () => {
  const { ask, raw, stream, entries } = await withStream()
  const params = { ...main, stream }
  const [published] = await entries()
  expect(await ask('entry', { params: { ...main, entry: published?.id ?? '' } })).toMatchObject({
    rate: 'ecb',
    rateDay: '2024-05-07',
    unitRate: expect.stringMatching(/^0\.92\d+$/) as string,
  })
  const second = { ...RATE, from: '2024-06-01', rate: '0.6' }
  expect(await ask('setStreamRates', { params, body: { rates: [RATE, second] } })).toEqual([RATE, second])
  const [own] = await entries()
  expect(await ask('entry', { params: { ...main, entry: own?.id ?? '' } })).toMatchObject({
    rate: 'stream',
    rateDay: '2024-05-01',
    unitRate: '0.5',
    home: { net: 250 },
  })
  const gone = { ...params, currency: 'USD', against: 'EUR', from: '2024-05-01' }
  expect(await ask('removeStreamRate', { params: gone })).toEqual([second])
  expect((await raw('removeStreamRate', { params: gone })).status).toBe(404)
  expect((await raw('setStreamRates', { params, body: { rates: [{ ...RATE, against: 'USD' }] } })).status).toBe(400)
  expect((await raw('streamRates', { params: { ...main, stream: 99 } })).status).toBe(404)
})

test('entries without a rate stand apart until a rate of their stream is told', async () => {
  const { ask, stream } = await withStream()
  const line = { stream, day: '2024-05-07', amount: 1000, currency: 'RUB' }
  await ask('addEntry', { params: main, body: line })
  const apart = () => ask('entries', { params: { ...main, unconverted: 'true' } })
  expect(await apart()).toMatchObject({ matching: 1, unconverted: 1, sums: { entries: 0 } })
  await ask('setStreamRates', { params: { ...main, stream }, body: { rates: [{ ...RATE, currency: 'RUB', rate: '0.01' }] } })
  expect(await apart()).toMatchObject({ matching: 0, unconverted: 0 })
})
