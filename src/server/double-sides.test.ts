import { expect, test } from 'vitest'
import { testApp } from './app-fixture.ts'

const params = { book: 'main' }

const KO_FI =
  'DateTime (UTC),From,Message,Item,Received,Given,Currency,TransactionType,TransactionId,Reference,SalesTax,PaymentProvider,BuyerEmail'
const STRIPE =
  'balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,reporting_category,source_id,description,charge_id'
const stripe = {
  name: 'stripe.csv',
  text: `${STRIPE}\ntxn_1,2024-05-14 10:00:00,2024-05-16 00:00:00,eur,60.00,1.80,58.20,charge,ch_3Abc,Membership,ch_3Abc\n`,
}
const koFi = {
  name: 'kofi.csv',
  text: `${KO_FI}\n2024-05-13 13:04:05,Ada,,Ko-fi Support,60.00,0,EUR,Donation,tx1,ch_3Abc,0,Stripe,\n`,
}

test('each line of a double tells the way to its other side, in the ledger and by itself', async () => {
  const { ask, commit, createBook } = await testApp()
  await createBook()
  await commit([stripe, koFi])
  const { entries } = await ask('entries', { params })
  const counted = entries.find(({ streamName }) => streamName === 'Ko-fi')
  const covered = entries.find(({ streamName }) => streamName === 'Stripe')
  expect(covered?.double).toMatchObject({ role: 'covered', other: { id: counted?.id, streamName: 'Ko-fi' } })
  expect(counted?.double).toMatchObject({ role: 'counts', other: { id: covered?.id, streamName: 'Stripe' } })
  const alone = await ask('entry', { params: { ...params, entry: covered?.id ?? '' } })
  expect(alone.double).toEqual(covered?.double)
})

test('a line that is in no double tells of no other side', async () => {
  const { ask, commit, createBook } = await testApp()
  await createBook()
  await commit([koFi])
  const { entries } = await ask('entries', { params })
  expect(entries.map(({ double }) => double)).toEqual([undefined])
})
