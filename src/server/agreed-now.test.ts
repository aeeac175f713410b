import { expect, test } from 'vitest'
import { monthRange } from '#domain/month.ts'
import { testApp } from './app-fixture.ts'

const params = { book: 'main' }

/** Wages of 1,000 on the 2nd of every month, and in every other one editing of 800 on the 25th; on 15 June 2024. */
async function freelancer() {
  const app = await testApp()
  await app.createBook()
  const { id: venture } = await app.ask('createVenture', { params, body: { name: 'Work' } })
  const stream = async (name: string, kind: 'wage' | 'service') =>
    (await app.ask('createStream', { params, body: { venture, name, kind } })).id
  const [job, editing] = [await stream('Job', 'wage'), await stream('Editing', 'service')]
  const add = (of: number, day: string, amount: number) =>
    app.ask('addEntry', { params, body: { stream: of, day, amount, currency: 'EUR' } })
  for (const [i, month] of monthRange('2023-05', '2024-06').entries()) {
    await add(job, `${month}-02`, 100_000)
    if (i % 2 === 1 && month < '2024-06') await add(editing, `${month}-25`, 80_000)
  }
  const agree = async (amount: number, due = '2024-06', of = editing) => {
    const body = { stream: of, due, amount, currency: 'EUR', note: 'Invoice 12', sureness: 'signed' as const, arrived: null }
    return app.ask('addAgreed', { params, body })
  }
  const likely = async () => (await app.ask('month', { params: { ...params, month: '2024-06' } })).likely
  return { ...app, add, agree, likely, editing, job }
}

test('what is agreed and due this month is awaited in the place of a usual payment of its stream, up to its amount', async () => {
  const { agree, likely } = await freelancer()
  const before = await likely()
  expect(before?.rests.map(({ rest }) => rest)).toEqual(Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 80_000 : 0)))
  await agree(50_000)
  const some = await likely()
  expect(some?.due).toEqual([{ patron: 'Invoice 12', amount: 50_000, chance: 950 }])
  // Where it comes, 800 stay 800 and nothing becomes 500.
  expect(some?.rests.map(({ rest }) => rest)).toEqual(before?.rests.map(({ rest }) => Math.max(0, rest - 50_000)))
  await agree(70_000)
  const all = await likely()
  expect(all?.rests.every(({ rest }) => rest === 0)).toBe(true)
  expect(all).toMatchObject({ high: 220_000, due: [{ amount: 50_000 }, { amount: 70_000 }] })
})

test('it is awaited until a line is there that may be it', async () => {
  const { agree, likely, add, editing } = await freelancer()
  const before = await likely()
  await agree(120_000)
  expect((await likely())?.due).toHaveLength(1)
  await add(editing, '2024-06-15', 118_000)
  const after = await likely()
  expect(after).toMatchObject({ due: [], low: (before?.low ?? 0) + 118_000, high: (before?.high ?? 0) + 118_000 })
})

test('what is due in another month is not, and a wage goes on beside what is agreed of its stream', async () => {
  const { agree, likely, job } = await freelancer()
  const before = await likely()
  await agree(120_000, '2024-07')
  expect(await likely()).toEqual(before)
  await agree(30_000, '2024-06', job)
  expect((await likely())?.rests).toEqual(before?.rests)
})
