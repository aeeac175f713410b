import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readWhole } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const STUDIO = 'youtube-studio-days'
const ADSENSE = 'adsense-activity'

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')

test('Studio: each day is rounded half to even by itself, and the total is no day', async () => {
  const text = sampleText('studio-total-first-and-troubles.csv')
  expect(layoutOf(text)).toBe(STUDIO)
  const { lines, transfers, passedOver, complaints, sums, facts } = await readWhole(STUDIO, text)
  expect(lines.map(({ key, at, gross, ref }) => [key, at, gross, ref])).toEqual([
    ['studio:2026-08-01', '2026-08-01', 100, 'youtube-2026-08'],
    ['studio:2026-08-02', '2026-08-02', 102, 'youtube-2026-08'],
    ['studio:2026-08-05', '2026-08-05', 33, 'youtube-2026-08'],
  ])
  expect(transfers.map(({ key, gross }) => [key, gross])).toEqual([
    ['studio:2026-08-03', 0],
    ['studio:2026-08-04', 0],
  ])
  expect(sums.net).toBe(235)
  expect(passedOver).toEqual(['totals row', 'repeated row'])
  expect(complaints.map(({ row, field, text: cell }) => [row, field, cell])).toEqual([
    [8, 'Date', '2026-08-01'],
    [10, 'Date', '2026-08-32'],
    [11, 'Estimated revenue (EUR)', ''],
    [12, 'Estimated revenue (EUR)', 'none'],
  ])
  expect(facts.warnings).toHaveLength(1)
})

test('Studio: days whose rounding does not add up say so', async () => {
  const { facts, sums } = await readWhole(STUDIO, 'Date,Estimated revenue (USD)\n2026-08-01,0.004\n2026-08-02,0.004\n2026-08-03,0.004\n')
  expect(sums.net).toBe(0)
  expect(facts.warnings[1]).toBe('Each day is rounded by itself: the days add up to 0.00 USD, unrounded to 0.01 USD.')
})

test('AdSense: earnings are the sum of a month, payments only move money, withheld tax is told beside the net', async () => {
  const text = sampleText('adsense-two-products.csv')
  expect(layoutOf(text)).toBe(ADSENSE)
  const { lines, transfers, passedOver, complaints, sums } = await readWhole(ADSENSE, text)
  expect(lines.map(({ key, at, kind, gross, tax }) => [key, at, kind, gross, tax])).toEqual([
    ['2026-08:Earnings - YouTube:EUR', '2026-08', 'summary', 235, 0],
    ['2026-08:Earnings - AdSense for Content:EUR', '2026-08', 'summary', 1000, 0],
    ['2026-08-31:Invalid traffic - YouTube:EUR:-10', '2026-08-31', 'adjustment', -10, 0],
    ['2026-08-31:Tax withholding (US) - YouTube:EUR:-35', '2026-08-31', 'adjustment', 0, 35],
  ])
  expect(sums.net).toBe(1225)
  expect(transfers.map(({ at, gross }) => [at, gross])).toEqual([['2026-08-21', -9000]])
  expect(passedOver).toEqual(['balance of the account', 'balance of the account'])
  expect(complaints.map(({ row, field, text: cell }) => [row, field, cell])).toEqual([
    [8, 'Date', 'Aug 20 – Sep 3, 2026'],
    [9, 'Description', 'A gift from the stars'],
    [10, 'Amount (EUR)', 'one'],
  ])
})

test("a month's earnings on YouTube, and only those, bear the reference to which its estimates yield", async () => {
  const studio = await readWhole(STUDIO, sampleText('studio-total-first-and-troubles.csv'))
  const adSense = await readWhole(ADSENSE, sampleText('adsense-two-products.csv'))
  expect(studio.lines.every((line) => line.yields === true && line.ref === 'youtube-2026-08')).toBe(true)
  expect(adSense.lines.map(({ ref, yields }) => [ref, yields])).toEqual([
    ['youtube-2026-08', undefined],
    [undefined, undefined],
    [undefined, undefined],
    [undefined, undefined],
  ])
})

test('any rows give each row one outcome, without throwing', async () => {
  const texts = ['studio-total-first-and-troubles.csv', 'adsense-two-products.csv'].map(sampleText)
  const cells = ['2026-08-01', 'Aug 1 – 31; 2026', 'Earnings - YouTube', 'Payment', '5', '-1.5', 'Total', '99999999999999999']
  await expectOneOutcomeEach({ layouts: [STUDIO, ADSENSE], texts, cells })
})

const real = fileURLToPath(new URL('../../../../shared/samples/youtube-adsense/', import.meta.url))

test.skipIf(!existsSync(real))('the samples of others are recognised, and read to the cent', async () => {
  const activity = readFileSync(`${real}adsense-account-activity.synthetic-fixture.csv`, 'utf8')
  expect(layoutOf(activity)).toBe(ADSENSE)
  const adSense = await readWhole(ADSENSE, activity)
  const earned = activity.split('\n').filter((row) => row.includes('Earnings'))
  const cents = (row: string) => Number(row.split('"').at(-2)?.replace('.', ''))
  expect(adSense.sums.net).toBe(earned.reduce((sum, row) => sum + cents(row), 0))
  expect(adSense.counts).toEqual({ lines: 1, transfer: 1, 'non-row': 2 })
  const days = readFileSync(`${real}youtube-studio-daily.synthetic-fixture.csv`, 'utf8')
  expect(layoutOf(days)).toBe(STUDIO)
  const studio = await readWhole(STUDIO, days)
  const thousandths = days
    .trim()
    .split('\n')
    .slice(2)
    .map((row) => Number(row.split(',')[1]?.replace('.', '').padEnd(4, '0')))
  const rounded = thousandths.reduce((sum, one) => sum + Math.round(one / 10), 0)
  expect(studio.sums.net).toBe(rounded)
  expect(studio.complaints).toEqual([])
})
