import { expect, test } from 'vitest'
import { monthRange } from '#domain/month.ts'
import { testApp } from './app-fixture.ts'

const params = { book: 'main' }

/** A book with two streams that each brought the same every month: 1,000 on the 2nd and 1,200 on the 20th, up to the running month. */
async function twoStreams() {
  const app = await testApp()
  await app.createBook()
  const { id: venture } = await app.ask('createVenture', { params, body: { name: 'Obtool' } })
  const stream = async (name: string) => (await app.ask('createStream', { params, body: { venture, name, kind: 'service' } })).id
  const [stays, ends] = [await stream('Stays'), await stream('Ends')]
  const add = (of: number, day: string, amount: number) =>
    app.ask('addEntry', { params, body: { stream: of, day, amount, currency: 'EUR' } })
  for (const month of monthRange('2023-05', '2024-05')) {
    await add(stays, `${month}-02`, 100_000)
    await add(ends, `${month}-20`, 120_000)
  }
  await add(stays, '2024-06-02', 100_000)
  const archive = (archived: boolean) => app.ask('changeStream', { params: { ...params, stream: ends }, body: { archived } })
  return { ...app, add, stays, ends, archive, month: (month: string) => app.ask('month', { params: { ...params, month } }) }
}

test('a stream that is archived brings nothing more to where the month will likely end, nor to its pace', async () => {
  const { month, archive } = await twoStreams()
  const [may, june] = [await month('2024-05'), await month('2024-06')]
  expect(june.target?.enough).toBe(200_000)
  expect(june).toMatchObject({ likely: { low: 220_000, high: 220_000, safe: true }, pace: { reachDay: '2024-06-20' } })
  expect(june.usualDays?.at(-1)).toBe(220_000)
  await archive(true)
  const after = await month('2024-06')
  expect(after).toMatchObject({ likely: { low: 100_000, high: 100_000, ofTen: 1, safe: false }, pace: { reachDay: null } })
  expect(after.likely?.rests.map(({ rest }) => rest)).toEqual(june.likely?.rests.map(() => 0))
  expect(after.usualDays?.at(-1)).toBe(100_000)
  // Nobody says when it was archived, so a month that is over is told as it was, and so are the days that made months enough.
  expect(await month('2024-05')).toEqual(may)
  expect(after.year).toEqual(june.year)
  await archive(false)
  expect(await month('2024-06')).toEqual(june)
})

test('what an archived stream still brought in the running month stays in it', async () => {
  const { month, archive, add, ends } = await twoStreams()
  await add(ends, '2024-06-10', 50_000)
  await archive(true)
  expect(await month('2024-06')).toMatchObject({ total: { net: 150_000 }, likely: { low: 150_000, high: 150_000 } })
})
