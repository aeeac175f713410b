import { expect, test } from 'vitest'
import { addDays } from '#domain/month.ts'
import { testApp } from './app-fixture.ts'
import { proposedDoubles } from './double-proposals.ts'
import { countDoubles } from './import-double-count.ts'

const KO_FI =
  'DateTime (UTC),From,Message,Item,Received,Given,Currency,TransactionType,TransactionId,Reference,SalesTax,PaymentProvider,BuyerEmail'
const PAYPAL =
  '"Date","Time","Time Zone","Description","Currency","Gross","Fee","Net","Balance","Transaction ID","From Email Address","Name","Bank Name","Bank Account","Shipping and Handling Amount","Sales Tax","Invoice ID","Reference Txn ID"'

/** Eight payments over a year on Ko-fi, each of them in PayPal too; the PayPal file comes last. */
async function begun() {
  const app = await testApp()
  await app.createBook()
  const days = Array.from({ length: 8 }, (_, i) => addDays('2023-02-13', i * 45))
  const koFi = days.map((day, i) => `${day} 13:04:05,Payer ${i},,Ko-fi Support,${5 + i}.00,0,EUR,Donation,tx${i},,0,PayPal,`)
  const american = (day: string) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`
  const payPal = days.map(
    (day, i) =>
      `"${american(day)}","15:04:05","Europe/Berlin","Website Payment","EUR","${5 + i}.00","-0.47","${4 + i}.53","","PP00000000000000${i}","","Payer ${i}","","","","","",""`,
  )
  await app.commit([{ name: 'kofi.csv', text: [KO_FI, ...koFi, ''].join('\n') }])
  const { files, doubles } = await app.commit([{ name: 'paypal.csv', text: [PAYPAL, ...payPal, ''].join('\n') }])
  const imports = new Map([['paypal', files[0]?.import ?? 0]])
  const counted = (most: number, days = { from: '2023-02-13', to: '2024-01-01' }) =>
    app.storage.write('main', (writer) => countDoubles(writer, { imports, days, most }), { rollback: true })
  return { ...app, doubles, counted }
}

test('above the number of lines that are compared a preview says so and names no proposals', async () => {
  const { counted, doubles } = await begun()
  expect(doubles).toMatchObject({ proposed: 8, beyond: null })
  expect((await counted(16)).told).toEqual(doubles)
  const { files, told } = await counted(15)
  expect(told).toEqual({ proposed: 0, first: [], beyond: { lines: 16, most: 15 } })
  expect(files.get('paypal')).toEqual({ doublesProposed: 0, doublesProven: 0 })
})

test('in a book with more lines only the days around the files are looked through', async () => {
  const { counted } = await begun()
  const { told } = await counted(10, { from: '2023-05-14', to: '2023-05-14' })
  // The two payments within two months of that day, each of them twice, and the day itself.
  expect(told).toMatchObject({ proposed: 3, beyond: null })
})

test('Doubles finds in spans what it finds at once, and tells the days that have too many lines', async () => {
  const { storage } = await begun()
  const facts = await storage.doubleBook('main')
  const reads = {
    doubleDays: () => storage.doubleDays('main'),
    doubleLines: (days: Parameters<typeof storage.doubleLines>[1]) => storage.doubleLines('main', days),
  }
  const question = { facts, platforms: ['ko-fi', 'paypal'] }
  const ids = async (most: number) => (await proposedDoubles(reads, { ...question, most })).proposals.map(({ id }) => id).sort()
  expect(await ids(16)).toHaveLength(8)
  expect(await ids(6)).toEqual(await ids(16))
  const none = await proposedDoubles(reads, { ...question, most: 1 })
  expect([none.proposals, none.beyond.reduce((sum, { lines }) => sum + lines, 0)]).toEqual([[], 16])
})
