import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { net } from '#domain/money.ts'
import { readWhole, type WholeReading } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const BY_MONTH = 'patreon-earnings-by-month'
const ANALYTICS = 'patreon-earnings-analytics'
const BEFORE = 'patreon-earnings-before-2026'

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const all = ({ lines, transfers }: WholeReading) => [...lines, ...transfers]
const brief = (reading: WholeReading) =>
  reading.lines.map((line) => [line.key, line.kind, line.at, line.gross, line.fees, line.refunds, line.currency])

test('each month is a summary by currency, with recovered payments in its gross and each fee once', async () => {
  const reading = await readWhole(BY_MONTH, sampleText('gap-and-adjustments-2026.csv'))
  expect(brief(reading)).toEqual([
    ['2026-10:EUR', 'summary', '2026-10', 13_900, 2132, 500, 'EUR'],
    ['2026-10:EUR:adjustment', 'adjustment', '2026-10', -170, 0, 0, 'EUR'],
    ['2026-10:USD', 'summary', '2026-10', 1000, 139, 0, 'USD'],
    ['2026-09:EUR', 'summary', '2026-09', 10_000, 1300, 0, 'EUR'],
    ['2026-09:EUR:adjustment', 'adjustment', '2026-09', -200, 0, 0, 'EUR'],
    ['2026-08:EUR', 'summary', '2026-08', 0, 0, 0, 'EUR'],
  ])
  expect(reading.facts.span).toEqual({ from: '2026-08-01', to: '2026-10-31' })
  expect(reading.counts).toEqual({ lines: 4 })
})

test('a net that its parts do not give wins, and the note says by how much', async () => {
  const { lines } = await readWhole(BY_MONTH, sampleText('gap-and-adjustments-2026.csv'))
  expect(lines[1]?.note).toBe("Patreon's adjustments: 2.50 EUR. The net that Patreon states differs by -4.20 EUR from what its parts give.")
})

test('two layouts of the same months name their lines alike and give the same net', async () => {
  const [one, other] = [
    await readWhole(BY_MONTH, sampleText('gap-and-adjustments-2026.csv')),
    await readWhole(ANALYTICS, sampleText('same-months-analytics.csv')),
  ]
  const nets = (reading: WholeReading) => new Map(all(reading).map((line) => [line.key, net(line)]))
  for (const [key, amount] of nets(other)) expect([key, nets(one).get(key)]).toEqual([key, amount])
  expect(nets(other).size).toBe(4)
  expect(other.passedOver).toEqual(['totals row'])
})

test('a month whose gap an export no longer tells still has its line, which then counts nothing', async () => {
  const text = sampleText('gap-and-adjustments-2026.csv')
  const before = await readWhole(BY_MONTH, text)
  const after = await readWhole(BY_MONTH, text.replace('85.00', '87.00'))
  const key = '2026-09:EUR:adjustment'
  expect(before.lines.find((line) => line.key === key)?.gross).toBe(-200)
  expect(after.transfers.find((line) => line.key === key)?.gross).toBe(0)
  expect(all(after).map((line) => line.key)).toEqual(expect.arrayContaining(all(before).map((line) => line.key)))
})

test('repeated months, months that do not exist and amounts that are none are told, not counted', async () => {
  const reading = await readWhole(BEFORE, sampleText('bad-rows-before-2026.csv'))
  expect(layoutOf(sampleText('bad-rows-before-2026.csv'))).toBe(BEFORE)
  expect(brief(reading)).toEqual([['2025-01:GBP', 'summary', '2025-01', 5000, 650, 0, 'GBP']])
  expect(reading.passedOver).toEqual(['repeated row'])
  expect(reading.complaints.map(({ row, field, text }) => [row, field, text])).toEqual([
    [4, 'Month - successful transactions', '2025-01 GBP'],
    [5, 'Month - successful transactions', '2025-13'],
    [6, 'Total net earnings', ''],
    [7, 'Currency', ''],
    [8, 'Total gross earnings', 'fifty'],
  ])
})

test('the layouts are told apart, and from tables that only look alike', () => {
  expect(layoutOf(sampleText('gap-and-adjustments-2026.csv'))).toBe(BY_MONTH)
  expect(layoutOf(sampleText('same-months-analytics.csv'))).toBe(ANALYTICS)
  expect(layoutOf('Month,Currency,Refunds,Total net earnings\n')).toBeUndefined()
  expect(layoutOf('Month,Currency,Total gross revenue,Net\n')).toBeUndefined()
})

test('a file without a total of its earnings adds up their kinds', async () => {
  const header = 'Month,Currency,Membership charges - web,Shop charges - web,Patreon fee,Your total earnings'
  const { sums, lines } = await readWhole(ANALYTICS, `${header}\n2026-08,JPY,"1,200",300,-120,1380\n`)
  expect(sums).toEqual({ gross: 1500, fees: 120, refunds: 0, tax: 0, net: 1380 })
  expect(lines).toHaveLength(1)
})

test('the lines of a row add up to its stated net, whatever its parts are', async () => {
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })
  const [header = ''] = sampleText('gap-and-adjustments-2026.csv').split('\n')
  await fc.assert(
    fc.asyncProperty(fc.array(cents, { minLength: 16, maxLength: 16 }), async (amounts) => {
      const text = (amount: number) =>
        `${amount < 0 ? '-' : ''}${Math.trunc(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`
      const reading = await readWhole(BY_MONTH, `${header}\n2026-10,EUR,${amounts.map(text).join(',')}\n`)
      expect(reading.sums.net).toBe(amounts.at(-1))
      expect(all(reading)).toHaveLength(2)
    }),
  )
})

test('any rows give each row one outcome, without throwing', async () => {
  const texts = ['gap-and-adjustments-2026.csv', 'same-months-analytics.csv', 'bad-rows-before-2026.csv'].map(sampleText)
  await expectOneOutcomeEach({ layouts: [BY_MONTH, ANALYTICS, BEFORE], texts, cells: ['2026-08', 'EUR', '1', '-1.5', 'Total'] })
})

const real = fileURLToPath(new URL('../../../../shared/samples/patreon/', import.meta.url))

test.skipIf(!existsSync(real))('the samples of others are recognised, and read to the cent of their own totals', async () => {
  const text = readFileSync(`${real}earnings-by-month-vA.synthetic-fixture.csv`, 'utf8')
  expect(layoutOf(text)).toBe(ANALYTICS)
  const { sums, counts } = await readWhole(ANALYTICS, text)
  const rows = text.trim().split('\n').slice(1)
  const stated = rows.reduce((sum, row) => sum + Number(row.split(',').at(-1)?.replace('.', '')), 0)
  expect(sums).toEqual({ gross: 15_300, fees: 2400, refunds: 1000, tax: 0, net: stated })
  expect(counts).toEqual({ lines: rows.length })
  expect(layoutOf(readFileSync(`${real}earnings-by-month-vC-header-before-2026.csv`, 'utf8'))).toBe(BEFORE)
})
