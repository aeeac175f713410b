import { expect, test } from 'vitest'
import { testApp } from './app-fixture.ts'

const book = 'main'

test('ventures and streams are made, renamed, moved and archived', async () => {
  const { createBook, ask } = await testApp()
  await createBook()
  const first = await ask('createVenture', { params: { book }, body: { name: ' Obtool ' } })
  expect(first).toEqual({ id: first.id, name: 'Obtool', work: 'basic', archived: false, joy: null, streams: 0 })
  const second = await ask('createVenture', { params: { book }, body: { name: 'Editing', work: 'income' } })
  const stream = await ask('createStream', { params: { book }, body: { name: 'Invoices', venture: first.id, kind: 'service' } })
  expect(stream).toMatchObject({ ventureName: 'Obtool', platform: '', platformName: '', kind: 'service', entries: 0, firstDay: null })
  const moved = await ask('changeStream', {
    params: { book, stream: stream.id },
    body: { venture: second.id, name: 'Bills', archived: true },
  })
  expect(moved).toMatchObject({ venture: second.id, ventureName: 'Editing', name: 'Bills', archived: true, kind: 'service' })
  const renamed = await ask('changeVenture', { params: { book, venture: second.id }, body: { name: 'Lectorate' } })
  expect(renamed).toMatchObject({ name: 'Lectorate', work: 'income', streams: 1 })
  expect(await ask('ventures', { params: { book } })).toHaveLength(2)
  expect(await ask('streams', { params: { book } })).toHaveLength(1)
})

test('a venture is archived and taken back with the streams that are named, all at once', async () => {
  const { createBook, ask, raw, bookFile } = await testApp()
  await createBook()
  const { id: venture } = await ask('createVenture', { params: { book }, body: { name: 'Shop' } })
  const { id: other } = await ask('createVenture', { params: { book }, body: { name: 'Editing' } })
  const add = async (name: string, of: number) => (await ask('createStream', { params: { book }, body: { name, venture: of } })).id
  const [orders, fairs, bills] = [await add('Orders', venture), await add('Fairs', venture), await add('Bills', other)]
  const before = await bookFile()
  const change = (archived: boolean, ...streams: number[]) => ({
    params: { book, venture },
    body: { archived, streams: streams.map((stream) => ({ stream, archived })) },
  })
  const archived = async () => (await ask('streams', { params: { book } })).flatMap((stream) => (stream.archived ? stream.id : []))
  expect((await ask('changeVenture', change(true, orders))).archived).toBe(true)
  expect(await archived()).toEqual([orders])
  await ask('changeVenture', change(false, orders))
  expect(await bookFile()).toBe(before)
  // A stream of another venture is refused, and nothing of the change holds.
  for (const strange of [bills, 99]) {
    const answer = await raw('changeVenture', change(true, fairs, strange))
    expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([
      404,
      expect.stringContaining(`stream ${strange}`),
    ])
  }
  expect(await bookFile()).toBe(before)
})

test('two ventures of one name are refused, and so are two streams of one venture', async () => {
  const { createBook, ask, raw } = await testApp()
  await createBook()
  const { id: venture } = await ask('createVenture', { params: { book }, body: { name: 'Obtool' } })
  const other = await ask('createVenture', { params: { book }, body: { name: 'Other' } })
  expect((await raw('createVenture', { params: { book }, body: { name: 'OBTOOL' } })).status).toBe(409)
  expect((await raw('changeVenture', { params: { book, venture: other.id }, body: { name: 'obtool' } })).status).toBe(409)
  expect((await raw('changeVenture', { params: { book, venture }, body: { name: 'OBTOOL' } })).status).toBe(200)
  await ask('createStream', { params: { book }, body: { name: 'Shop', venture } })
  expect((await raw('createStream', { params: { book }, body: { name: 'shop', venture } })).status).toBe(409)
  const same = await ask('createStream', { params: { book }, body: { name: 'Shop', venture: other.id } })
  expect((await raw('changeStream', { params: { book, stream: same.id }, body: { venture } })).status).toBe(409)
})

test('what is not there is a problem', async () => {
  const { createBook, raw } = await testApp()
  await createBook()
  expect((await raw('changeVenture', { params: { book, venture: 9 }, body: { name: 'x' } })).status).toBe(404)
  expect((await raw('createStream', { params: { book }, body: { name: 'x', venture: 9 } })).status).toBe(404)
  expect((await raw('changeStream', { params: { book, stream: 9 }, body: { name: 'x' } })).status).toBe(404)
  expect((await raw('stream', { params: { book, stream: 9 } })).status).toBe(404)
  expect((await raw('removeTarget', { params: { book, month: '2024-01' } })).status).toBe(404)
  expect((await raw('removeOwnRate', { params: { book, currency: 'USD', against: 'EUR', from: '2024-01-01' } })).status).toBe(404)
})

test('targets hold from their month on, in order, and can be removed', async () => {
  const { createBook, ask, raw } = await testApp()
  await createBook()
  const levels = { bare: 1, enough: 2, comfortable: 3 }
  const set = await ask('setTarget', { params: { book, month: '2024-03' }, body: levels })
  expect(set.map((target) => target.from)).toEqual(['1999-01', '2024-03'])
  const shown = await ask('incomeByMonth', { params: { book, from: '2024-02', to: '2024-03' } })
  expect(shown.enough).toEqual([200_000, 2])
  expect(await ask('removeTarget', { params: { book, month: '1999-01' } })).toEqual([{ from: '2024-03', ...levels }])
  const wrong = await raw('setTarget', { params: { book, month: '2024-03' }, body: { ...levels, bare: 5 } })
  expect(await wrong.json()).toMatchObject({ status: 400, detail: expect.stringContaining('bare must not be above enough') })
})

test('an own rate overrides, and gives way when it is removed', async () => {
  const { createBook, ask, raw } = await testApp()
  await createBook()
  const venture = await ask('createVenture', { params: { book }, body: { name: 'V' } })
  const stream = await ask('createStream', { params: { book }, body: { name: 'S', venture: venture.id } })
  const body = { stream: stream.id, day: '2024-06-10', amount: 10_000, currency: 'RUB' }
  const line = await ask('addEntry', { params: { book }, body })
  expect(line).toMatchObject({ home: null, rate: 'none' })
  const rate = { currency: 'RUB', against: 'EUR', from: '2024-01-01', rate: '0.0105' }
  expect(await ask('setOwnRate', { params: { book }, body: rate })).toEqual([rate])
  expect(await ask('entry', { params: { book, entry: line.id } })).toMatchObject({ home: { gross: 105 }, rate: 'own' })
  for (const wrong of [{ against: 'RUB' }, { currency: 'ABC' }, { from: '2024-02-30' }, { rate: '0.0' }]) {
    expect((await raw('setOwnRate', { params: { book }, body: { ...rate, ...wrong } })).status).toBe(400)
  }
  expect(await ask('removeOwnRate', { params: { book, currency: 'RUB', against: 'EUR', from: '2024-01-01' } })).toEqual([])
  expect(await ask('entry', { params: { book, entry: line.id } })).toMatchObject({ home: null })
})
