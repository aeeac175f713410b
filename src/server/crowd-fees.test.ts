import { beforeEach, expect, test } from 'vitest'
import { testApp, type TestApp } from './app-fixture.ts'

let app: TestApp
let stream: number

beforeEach(async () => {
  app = await testApp()
  await app.createBook()
  stream = await app.storage.write('main', async (writer) => {
    const { id: venture } = await writer.addVenture({ name: 'Obtool', work: 'basic', automatic: false })
    return (await writer.addStream({ venture, name: 'Gifts', platform: 'liberapay', kind: 'patronage', automatic: false })).id
  })
})

interface Given {
  gross: number
  fees: number
  months?: number
  at?: string
}

const give = (name: string, given: Given) =>
  app.storage.write('main', (writer) =>
    writer.addByHand(stream, { currency: 'EUR', refunds: 0, tax: 0, at: '2024-05-08', kind: 'payment', months: 1, name, ...given }),
  )
const told = async () => (await app.ask('crowd', { params: { book: 'main', lens: 'cash' } })).fees

test('what small gifts of the month cost is told, and what a quarter at once would save of it', async () => {
  // 0.30 and 2.9 %: of 2.00 that is 0.36, of 3.00 0.39, of 10.00 0.59, of 50.00 1.75.
  await give('Ada', { gross: 200, fees: 36 })
  await give('Bob', { gross: 300, fees: 39 })
  await give('Cy', { gross: 1_000, fees: 59 })
  await give('Di', { gross: 5_000, fees: 175 })
  await give('Ed', { gross: 200, fees: 36, months: 12 })
  await give('Fay', { gross: 200, fees: 36, at: '2024-04-30' })
  await give('Gus', { gross: 200, fees: 0 })
  const fees = await told()
  // By the quarter (0.30 + 2.9 % of 6.00) ÷ 3 = 0.16 and (0.30 + 2.9 % of 9.00) ÷ 3 = 0.19.
  const gift = { currency: 'EUR', rhythm: 3 }
  expect(fees).toEqual({
    known: 4,
    small: [
      { ...gift, patron: 'Bob', name: 'Bob', gross: 300, fees: 39, quarterly: 19, home: { gross: 300, fees: 39, saved: 20 } },
      { ...gift, patron: 'Ada', name: 'Ada', gross: 200, fees: 36, quarterly: 16, home: { gross: 200, fees: 36, saved: 20 } },
    ],
    cost: 75,
    gifts: 2,
    askable: 2,
    saved: 40,
  })
})

test('gifts of one size cost what they cost, and do not tell what another rhythm would', async () => {
  await give('Ada', { gross: 200, fees: 36 })
  await give('Bob', { gross: 200, fees: 36 })
  expect(await told()).toMatchObject({
    known: 2,
    gifts: 2,
    cost: 72,
    askable: 0,
    saved: 0,
    small: [{ quarterly: null }, { quarterly: null }],
  })
})

test('where no fee of a gift is known, nothing is told', async () => {
  await give('Ada', { gross: 200, fees: 0 })
  expect(await told()).toEqual({ known: 0, small: [], cost: 0, gifts: 0, askable: 0, saved: 0 })
})
