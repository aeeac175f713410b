import { expect, test } from 'vitest'
import { addDays } from '#domain/month.ts'
import { testApp } from './app-fixture.ts'

const main = { book: 'main' }
/** A Monday; the clock of these tests stands on Saturday, 15 June 2024. */
const RUNNING = '2024-06-10'
const back = (weeks: number) => addDays(RUNNING, -7 * weeks)
const line = ([basic, paid, care]: [number, number, number], venture: number | null = null) => ({
  venture,
  basic: basic * 60,
  paid: paid * 60,
  care: care * 60,
})
const CLOCK = 'i 2024/05/28 09:00 editing\no 2024/05/28 12:00\ni 2024/06/04 09:00 editing\no 2024/06/04 11:00\n'

async function opened() {
  const app = await testApp()
  await app.createBook()
  const editing = await app.ask('createVenture', { params: main, body: { name: 'Editing', work: 'income' } })
  const obtool = await app.ask('createVenture', { params: main, body: { name: 'Obtool', work: 'basic' } })
  const say = (week: string, ...lines: ReturnType<typeof line>[]) => app.ask('setCheckIn', { params: { ...main, week }, body: { lines } })
  return { ...app, editing: editing.id, obtool: obtool.id, say, time: () => app.ask('time', { params: main }) }
}

test('a week that was said stands in the place of what was imported for it, until it is taken back', async () => {
  const { commit, ask, say, time, editing, bookFile } = await opened()
  await commit([{ name: 'work.timeclock', text: CLOCK }])
  const before = await bookFile()
  const week = { ...main, week: back(1) }
  const imported = [{ venture: editing, basic: 0, paid: 120, care: 0 }]
  expect(await ask('checkIn', { params: week })).toEqual({
    week: back(1),
    today: '2024-06-15',
    said: false,
    lines: imported,
    imported,
    before: [{ venture: editing, basic: 0, paid: 180, care: 0 }],
  })
  // The newest known week before it, and none that lies a season back.
  expect((await ask('checkIn', { params: { ...main, week: back(-6) } })).before).toEqual(imported)
  expect((await ask('checkIn', { params: { ...main, week: back(-8) } })).before).toEqual([])
  const said = await say(back(1), line([10, 0, 1]), line([0, 4, 0], editing))
  expect(said).toMatchObject({ said: true, lines: [line([10, 0, 1]), line([0, 4, 0], editing)], imported })
  const weeks = (await time()).weeks.slice(-3)
  expect(weeks).toEqual([
    { week: back(2), known: true, said: false, basic: 0, paid: 180, care: 0, outvoted: 0 },
    { week: back(1), known: true, said: true, basic: 600, paid: 240, care: 60, outvoted: 120 },
    { week: RUNNING, known: false, said: false, basic: 0, paid: 0, care: 0, outvoted: 0 },
  ])
  // Months hold what counts, and are known where every week of theirs is.
  const { months } = await time()
  expect(months.map(({ month, known }) => [month, known])).toEqual([
    ['2024-05', false],
    ['2024-06', false],
  ])
  expect(months[0]).toMatchObject({ basic: 0, paid: 180, care: 0 })
  expect(months[1]).toMatchObject({ basic: 600, paid: 240, care: 60 })
  expect(await ask('removeCheckIn', { params: week })).toMatchObject({ said: false, lines: imported })
  expect(await bookFile()).toBe(before)
})

test('what is no week, has not begun, names a strange venture or was never said is refused in words', async () => {
  const { raw } = await opened()
  const put = async (week: string, ...lines: ReturnType<typeof line>[]) => {
    const answer = await raw('setCheckIn', { params: { ...main, week }, body: { lines } })
    return [answer.status, ((await answer.json()) as { detail: string }).detail]
  }
  expect(await put('2024-06-11', line([1, 1, 1]))).toEqual([422, expect.stringContaining('2024-06-11 is no Monday')])
  expect(await put('2024-06-17', line([1, 1, 1]))).toEqual([422, expect.stringContaining('has not begun')])
  expect(await put(RUNNING, line([160, 9, 0]))).toEqual([422, expect.stringContaining('168 hours')])
  expect(await put(RUNNING, line([1, 1, 1], 99))).toEqual([404, expect.stringContaining('venture 99')])
  expect((await raw('removeCheckIn', { params: { ...main, week: RUNNING } })).status).toBe(404)
  expect((await raw('checkIn', { params: { ...main, week: '2024-06-11' } })).status).toBe(422)
})

test('the share of basic work is of four full weeks, and the floor of the plan is held against it', async () => {
  const { ask, say, time } = await opened()
  expect(await time()).toMatchObject({ plan: { floor: 40, sustainable: null }, share: null, under: 0, missed: false, usual: null })
  for (let n = 6; n >= 1; n -= 1) await say(back(n), line([n > 2 ? 10 : 2, 10, 2]))
  const told = await time()
  expect(told.share).toEqual({ basic: 24 * 60, all: (24 + 40 + 8) * 60, known: 4 })
  // Of the last three weeks: 24 ÷ 72, 32 ÷ 80 (which is just the floor), 40 ÷ 88.
  expect([told.under, told.missed]).toEqual([1, false])
  await ask('setTimePlan', { params: main, body: { floor: 50, sustainable: null } })
  expect(await time()).toMatchObject({ under: 3, missed: true })
})

test('rates, ceiling and bought hours come from the money and hours of full months', async () => {
  const { ask, say, time, editing, obtool } = await opened()
  const stream = async (name: string, venture: number, kind: 'service' | 'patronage') =>
    (await ask('createStream', { params: main, body: { name, venture, kind } })).id
  const [invoices, gifts] = [await stream('Invoices', editing, 'service'), await stream('Gifts', obtool, 'patronage')]
  for (const month of ['2024-02', '2024-03', '2024-04', '2024-05']) {
    for (const [id, amount] of [
      [invoices, 120_000],
      [gifts, 50_000],
    ] as const) {
      await ask('addEntry', { params: main, body: { stream: id, day: `${month}-10`, amount, currency: 'EUR', kind: 'payment' } })
    }
  }
  // 28 hours a week in each of 20 weeks: 4 a day, of which 2 are paid, 1 is basic and 1 is care.
  for (let n = 20; n >= 1; n -= 1) await say(back(n), line([0, 14, 7], editing), line([7, 0, 0], obtool))
  await ask('setTarget', { params: { ...main, month: '2024-01' }, body: { bare: 100_000, enough: 200_000, comfortable: 250_000 } })
  const told = await time()
  expect([told.month, told.knownMonths, told.enough]).toEqual(['2024-05', 4, 200_000])
  expect(told.months.find(({ month }) => month === '2024-05')).toEqual({
    month: '2024-05',
    known: true,
    basic: 31 * 60,
    paid: 62 * 60,
    care: 31 * 60,
  })
  // February to May have 121 days: 363 hours of editing for 4,800.
  expect(told.ventures[0]).toMatchObject({
    name: 'Editing',
    rate: { rate: 13_22, months: 4, minutes: 363 * 60 },
    noRate: null,
    net: 120_000,
  })
  expect(told.ventures[0]?.rate?.afterTax).toBeNull()
  const of = told.ventures[0]?.rate?.of ?? []
  expect(of.map(({ month, net }) => [month, net])).toEqual(['2024-02', '2024-03', '2024-04', '2024-05'].map((month) => [month, 120_000]))
  expect(of.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(363 * 60)
  expect(told.ground.months).toEqual(['2024-02', '2024-03', '2024-04', '2024-05'])
  expect(told.ground.streams).toMatchObject([
    {
      name: 'Invoices',
      ventureName: 'Editing',
      bound: [120_000, 120_000, 120_000, 120_000],
      free: [0, 0, 0, 0],
      minutes: [87, 93, 90, 93].map((h) => h * 60),
    },
    { name: 'Gifts', kind: 'patronage', bound: [0, 0, 0, 0], free: [50_000, 50_000, 50_000, 50_000], minutes: null },
  ])
  await ask('setTaxRule', {
    params: { ...main, month: '2024-01' },
    body: { rate: 2_500, streams: [], preset: '', periods: [{ start: 1, dueMonth: 4, dueDay: 15 }] },
  })
  // A quarter set aside: 3,600 in 363 hours.
  expect((await time()).ventures[0]?.rate).toMatchObject({ rate: 13_22, afterTax: 9_92 })
  expect(told.care).toEqual({ care: 121 * 60, paid: 242 * 60 })
  // 3 hours a day: the months have 87, 93, 90 and 93 hours of paid work and care, of which the middle is 91.5.
  expect(told.usual).toBe(91.5 * 60)
  // Rates of the months: 13.79, 12.90, 13.33, 12.90, of which the middle is 13.12 (half to even); 91.5 hours of it and 500 besides.
  expect(told.ceiling).toMatchObject({
    free: 50_000,
    sustainable: 5_490,
    filled: [{ name: 'Invoices', ventureName: 'Editing', rate: 13_12, minutes: 5_490, net: 1_200_48 }],
  })
  expect(told.ceiling?.total).toBe(50_000 + 1_200_48)
  // 500 ÷ (2,000 ÷ 91.5 h) = 22.875 hours of the 31 of May.
  expect(told.patronage).toEqual({ net: 50_000, funded: 1_372, basic: 31 * 60 })
  expect(told.free).toEqual({ free: 200_000, all: 680_000, before: null })
})

test('the ceiling fills streams: time whose project names one is its own, the rest is parted, and what is archived is left out', async () => {
  const { ask, commit, say, time, editing } = await opened()
  const stream = async (name: string, monthly: number) => {
    const { id } = await ask('createStream', { params: main, body: { name, venture: editing, kind: 'service' } })
    for (const month of ['2024-02', '2024-03', '2024-04', '2024-05']) {
      await ask('addEntry', {
        params: main,
        body: { stream: id, day: `${month}-10`, amount: monthly, currency: 'EUR', kind: 'payment' },
      })
    }
    return id
  }
  const [, courses] = [await stream('Invoices', 80_000), await stream('Courses', 40_000)]
  for (let n = 20; n >= 1; n -= 1) await say(back(n), line([0, 14, 7], editing))
  const filled = async () => (await time()).ceiling?.filled.map(({ name, rate, minutes }) => [name, rate, minutes])
  // 3 hours a day in months of 29 to 31 days, two thirds of them for the invoices: an hour brings the same in both.
  expect(await filled()).toEqual([
    ['Invoices', 13_12, 62 * 60],
    ['Courses', 13_12, 91.5 * 60 - 62 * 60],
  ])
  // The same time from a tracker, an hour a day of it for courses by the project's name: 400 in 30 hours, and 800 in 60.
  for (let n = 20; n >= 1; n -= 1) await ask('removeCheckIn', { params: { ...main, week: back(n) } })
  const days = Array.from({ length: 140 }, (_, i) => addDays(back(20), i).replaceAll('-', '/'))
  const clock = (day: string) => [`i ${day} 08:00 Editing`, `o ${day} 10:30`, `i ${day} 14:00 Editing:Courses`, `o ${day} 14:30`].join('\n')
  await commit([{ name: 'work.timeclock', text: `${days.map(clock).join('\n')}\n` }])
  expect(await filled()).toEqual([
    ['Courses', 26_24, 15.5 * 60],
    ['Invoices', 10_50, 91.5 * 60 - 15.5 * 60],
  ])
  await ask('changeStream', { params: { ...main, stream: courses }, body: { archived: true } })
  expect(await filled()).toEqual([['Invoices', 10_50, 77.5 * 60]])
})

test('joy and the hours-bound share are said of a venture and a stream, and taken back', async () => {
  const { ask, obtool } = await opened()
  const made = await ask('createStream', { params: main, body: { name: 'Gifts', venture: obtool, kind: 'patronage' } })
  expect([made.bound, made.usualBound]).toEqual([null, 0])
  const change = (bound: number | null) => ask('changeStream', { params: { ...main, stream: made.id }, body: { bound } })
  expect([(await change(30)).bound, (await change(null)).bound]).toEqual([30, null])
  const like = (joy: number | null) => ask('changeVenture', { params: { ...main, venture: obtool }, body: { joy } })
  expect([(await like(5)).joy, (await like(null)).joy]).toEqual([5, null])
})
