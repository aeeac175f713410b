import { beforeAll, describe, expect, test } from 'vitest'
import { MOVES } from '#domain/movement.ts'
import { damping } from '#domain/steadiness.ts'
import { NO_FACTS } from '#storage/storage.ts'
import { githubCsv, sponsorship, testApp, type TestApp } from './app-fixture.ts'

const sum = (rows: readonly { net: number }[]) => rows.reduce((all, { net }) => all + net, 0)

describe('the crowd of the example', () => {
  let app: TestApp
  const params = { book: 'example' }

  beforeAll(async () => {
    app = await testApp()
    await app.ask('createExample', { body: { zone: 'Europe/Berlin', locale: 'de' } })
  })

  test('streams, payers and what names nobody sum to the month, in both lenses', async () => {
    for (const lens of ['cash', 'smoothed'] as const) {
      const { month, total, streams, payers, others, breadth, currencies } = await app.ask('crowd', { params: { ...params, lens } })
      expect(month).toBe('2024-05')
      expect(total).toBe((await app.ask('month', { params: { ...params, month, lens } })).total.net)
      expect(sum(streams)).toBe(total)
      for (const { stream, net, unnamed, history } of streams) {
        const named = [...payers.flatMap(({ parts }) => parts), ...others.parts].filter((part) => part.stream === stream)
        expect(sum(named) + unnamed).toBe(net)
        expect(history.at(-1)).toBe(net)
      }
      expect(currencies.reduce((all, { parts }) => all + sum(parts), 0)).toBe(total)
      for (const { stream, history } of streams) {
        const paidIn = currencies.flatMap(({ parts }) => parts).filter((part) => part.stream === stream)
        expect(paidIn.reduce((all, { year }) => all + year, 0)).toBe(history.reduce((all, net) => all + net, 0))
      }
      expect(breadth.stream.parts).toBe(streams.filter(({ net }) => net > 0).length)
      expect(breadth.patron.parts).toBe(payers.filter(({ parts }) => sum(parts) > 0).length + others.patrons)
    }
  })

  test('an earlier month tells of itself, and a month that is not over has the last full one answer', async () => {
    const told = await app.ask('crowd', { params: { ...params, lens: 'cash', month: '2024-02' } })
    expect([told.month, told.months.at(-1)]).toEqual(['2024-02', '2024-02'])
    expect(told.total).toBe((await app.ask('month', { params: { ...params, month: '2024-02', lens: 'cash' } })).total.net)
    expect(await app.ask('carriers', { params: { ...params, lens: 'cash', month: '2024-02' } })).toEqual({
      lens: 'cash',
      currency: told.currency,
      month: '2024-02',
      gifts: told.gifts,
    })
    const { start, end } = told.movement
    expect(MOVES.reduce((all, move) => all + told.movement[move].net, start.net)).toBe(end.net)
    for (const month of ['2024-06', '2030-01'])
      expect(await app.ask('crowd', { params: { ...params, month } })).toEqual(await app.ask('crowd', { params }))
  })

  test('what patrons give moves from the start to the end without a rest', async () => {
    const { movement, churn, quick, survival } = await app.ask('crowd', { params })
    expect(movement.start.patrons).toBeGreaterThan(50)
    expect(MOVES.reduce((all, move) => all + movement[move].net, movement.start.net)).toBe(movement.end.net)
    expect(churn.interval?.low).toBeLessThan(churn.interval?.high ?? 0)
    // The example loses about three in a hundred patrons a month.
    expect(churn.hazard).toBeGreaterThan(0.015)
    expect(churn.hazard).toBeLessThan(0.06)
    expect(churn.lifetime?.low).toBeGreaterThan(15)
    expect(quick.gained).toBeGreaterThan(0)
    // Months sum to what is told of them, and the newest one is the movement that is drawn.
    expect(churn.months.reduce((all, { gone }) => all + gone, 0)).toBe(churn.gone)
    expect(churn.months.reduce((all, { there }) => all + there, 0)).toBe(churn.patronMonths)
    expect(churn.months.at(-1)).toEqual({ month: '2024-05', there: movement.start.patrons, gone: movement.gone.patrons })
    expect(quick.months).toHaveLength(6)
    expect(quick.months.reduce((all, one) => all + one.new + one.returned + one.more, 0)).toBe(quick.gained)
    expect(quick.months.reduce((all, one) => all - one.less - one.gone, 0)).toBe(quick.lost)
    expect(quick.months.at(-1)).toMatchObject({ month: '2024-05', gone: movement.gone.net })
    expect(survival.patrons).toBeGreaterThanOrEqual(20)
    expect(survival.steps.at(-1)?.atRisk).toBeGreaterThanOrEqual(5)
    expect(survival.observed[0]).toEqual({ month: 0, atRisk: survival.patrons })
    expect(survival.cohorts.reduce((all, { still }) => all + (still[0] ?? 0), 0)).toBe(survival.patrons)
    expect(survival.cohorts.at(-1)?.month).toBe('2024-05')
  })

  test('together the ventures are steadier than alone', async () => {
    const { steadiness } = await app.ask('crowd', { params })
    expect(steadiness?.months).toHaveLength(12)
    expect(steadiness?.ventures).toHaveLength(6)
    expect(steadiness?.damping).toBeGreaterThan(0)
    const most = Math.max(...(steadiness?.ventures.map(({ swing }) => swing ?? 0) ?? []))
    expect(steadiness?.swing).toBeLessThan(most)
    const { ventures = [] } = steadiness ?? {}
    for (const [left, { dampingWithout }] of ventures.entries())
      expect(dampingWithout).toBe(damping(ventures.filter((_, i) => i !== left).map(({ net }) => net)))
  })

  test('gifts stand in steps, and every patron is a person, an organisation or unknown', async () => {
    const { gifts } = await app.ask('crowd', { params })
    expect(gifts.patrons).toBeGreaterThan(50)
    expect(gifts.steps.reduce((all, { patrons }) => all + patrons, 0)).toBe(gifts.patrons)
    expect(gifts.kinds.reduce((all, { patrons }) => all + patrons, 0)).toBe(gifts.patrons)
    expect(sum(gifts.kinds)).toBe(sum(gifts.steps))
    expect(gifts.smallest.patrons).toBe(Math.floor(gifts.patrons * 0.8))
  })

  test('a patron said to be an organisation is one here too', async () => {
    const [first] = (await app.ask('crowd', { params })).payers
    const patron = first?.patron ?? ''
    await app.ask('setPatronKind', { params, body: { patron, kind: 'organisation' } })
    expect((await app.ask('crowd', { params })).payers[0]?.kind).toBe('organisation')
    const carriers = async () => (await app.ask('carriers', { params })).gifts
    for (const kind of ['organisation', 'person', 'unknown'] as const) {
      await app.ask('setPatronKind', { params, body: { patron, kind } })
      expect(await carriers()).toEqual((await app.ask('crowd', { params })).gifts)
    }
  })
})

test('an empty book has no crowd, and nothing is made up for it', async () => {
  const app = await testApp()
  await app.createBook()
  const answer = await app.ask('crowd', { params: { book: 'main' } })
  expect(answer).toMatchObject({
    month: '2024-05',
    total: 0,
    since: null,
    streams: [],
    payers: [],
    steadiness: null,
    missing: null,
    lostShare: null,
  })
  expect(answer.breadth.patron).toEqual({ parts: 0, top: 0, hhi: 0, effective: 0, losses: 0 })
  expect(answer.churn).toMatchObject({ interval: null, gone: 0, patronMonths: 0, lifetime: null })
  expect(answer.survival).toEqual({ patrons: 0, steps: [], until: 0, observed: [], cohorts: [] })
})

test('sponsors of two months: who stays is held against who went, and what is missing is told in gifts', async () => {
  const app = await testApp()
  await app.createBook()
  const paid = (id: string, month: string, amount: string) =>
    sponsorship(`${id}`, { amount, at: `2024-${month}-07 10:00:00 +0200` }).replace(
      /,([^,]+),\$5\.00 a month/,
      `,${id}-${month},$5.00 a month`,
    )
  const rows = [
    paid('ada', '04', '$5.00'),
    paid('ada', '05', '$10.00'),
    paid('bob', '04', '$5.00'),
    paid('bob', '03', '$5.00'),
    paid('eve', '05', '$5.00'),
  ]
  await app.commit([{ name: 'sponsors.csv', text: githubCsv(...rows) }])
  const { movement, missing, breadth } = await app.ask('crowd', { params: { book: 'main', lens: 'cash' } })
  expect([movement.start.patrons, movement.end.patrons, movement.gone.patrons, movement.new.patrons, movement.more.patrons]).toEqual([
    2, 2, 1, 1, 1,
  ])
  expect(breadth.patron).toMatchObject({ parts: 2, losses: 0 })
  expect(missing?.gifts).toBe(Math.ceil((200_000 - movement.end.net) / (missing?.usual ?? 1)))
})

test('money that names nobody is of equal patrons where a list tells how many, else of its stream alone', async () => {
  const app = await testApp()
  await app.createBook()
  const stream = await app.storage.write('main', async (writer) => {
    const { id: venture } = await writer.addVenture({ name: 'Obtool', work: 'basic', automatic: false })
    const { id } = await writer.addStream({ venture, name: 'Liberapay', platform: 'liberapay', kind: 'patronage', automatic: false })
    const amounts = { currency: 'EUR', gross: 900, fees: 0, refunds: 0, tax: 0 }
    await writer.addByHand(id, { ...amounts, at: '2024-05-08', kind: 'payment', months: 1 })
    return id
  })
  const unlisted = await app.ask('crowd', { params: { book: 'main' } })
  expect(unlisted.streams[0]).toMatchObject({ net: 900, unnamed: 900, listed: null })
  expect([unlisted.breadth.patron.parts, unlisted.breadth.stream.parts, unlisted.breadth.platform.parts]).toEqual([0, 1, 1])
  await app.storage.write('main', async (writer) => {
    const importing = await writer.beginImport('2024-06-01T10:00:00Z')
    await importing.sight(stream, [{ key: 'all', patrons: 3, status: 'active', amount: 300, currency: 'EUR', every: 'month' }])
    await importing.finish({ ...NO_FACTS, savedAt: '2024-06-01T10:00:00Z', asOf: '2024-06-01T10:00:00Z' })
  })
  const { streams, breadth, gifts } = await app.ask('crowd', { params: { book: 'main' } })
  expect(streams[0]).toMatchObject({ unnamed: 900, listed: 3 })
  expect(breadth.patron.parts).toBe(3)
  expect(breadth.patron.effective).toBeCloseTo(3, 9)
  expect(gifts.patrons).toBe(0)
})

test('who stays is drawn from twenty patrons on, not from nineteen', async () => {
  const app = await testApp()
  await app.createBook()
  const patrons = (from: number, to: number) =>
    githubCsv(
      ...Array.from({ length: to - from }, (_, i) =>
        ['04', '05'].map((month) =>
          sponsorship(`p${from + i}`, { amount: '$5.00', at: `2024-${month}-07 10:00:00 +0200` }).replace(
            /,([^,]+),\$5\.00 a month/,
            `,p${from + i}-${month},$5.00 a month`,
          ),
        ),
      ).flat(),
    )
  const told = async () => (await app.ask('crowd', { params: { book: 'main' } })).survival
  await app.commit([{ name: 'nineteen.csv', text: patrons(0, 19) }])
  expect(await told()).toMatchObject({ patrons: 19, observed: [], cohorts: [] })
  await app.commit([{ name: 'one.csv', text: patrons(19, 20) }])
  expect(await told()).toMatchObject({
    patrons: 20,
    observed: [{ month: 0, atRisk: 20 }],
    cohorts: [{ month: '2024-04', still: [20, 20] }],
  })
})

test('how ventures steady each other takes six full months, and two of them', async () => {
  const app = await testApp()
  await app.createBook()
  const add = (venture: string, ...months: string[]) =>
    app.storage.write('main', async (writer) => {
      const { id } = await writer.addVenture({ name: venture, work: 'income', automatic: false })
      const stream = await writer.addStream({ venture: id, name: venture, platform: '', kind: 'service', automatic: false })
      for (const [i, month] of months.entries()) {
        const amounts = { currency: 'EUR', gross: 900 + i, fees: 0, refunds: 0, tax: 0 }
        await writer.addByHand(stream.id, { ...amounts, at: `${month}-08`, kind: 'payment', months: 1 })
      }
    })
  const told = async () => (await app.ask('crowd', { params: { book: 'main' } })).steadiness?.months.length ?? null
  await add('Obtool', '2024-01', '2024-03')
  await add('Editing', '2024-02', '2024-05')
  expect(await told()).toBeNull()
  await add('Zines', '2023-12')
  expect(await told()).toBe(6)
})

test('what is assumed of patrons of whom little is known is the user’s to say', async () => {
  const app = await testApp()
  await app.createBook()
  const params = { book: 'main' }
  const churn = async () => (await app.ask('crowd', { params })).churn
  const leaving = async () => (await app.ask('plans', { params })).leaving
  expect([await churn(), await leaving()]).toMatchObject([{ assumed: 500, hazard: 0.05 }, 50])
  await app.ask('setLeaving', { params, body: { share: 200 } })
  expect([await churn(), await leaving()]).toMatchObject([{ assumed: 200, hazard: 0.02 }, 20])
  // What is usual anyway is no fact.
  await app.ask('setLeaving', { params, body: { share: 500 } })
  expect(await app.storage.leaving('main')).toBeNull()
})
