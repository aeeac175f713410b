import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { clockSeconds, lengthSeconds } from '../hour-rows.ts'
import { readWhole, type WholeReading } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const LAYOUT = 'toggl-detailed'
const REAL = new URL('../../../../shared/samples/toggl/toggl_time_entries_1.csv', import.meta.url)

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const brief = ({ hours }: WholeReading) => hours.map(({ key, minutes, project }) => [key, minutes, project])

test('entries keep their start day past midnight, and equal starts are told apart; what is not there is told in words', async () => {
  const text = sampleText('half-minutes-and-running.csv')
  expect(layoutOf(text)).toBe(LAYOUT)
  const reading = await readWhole(LAYOUT, text)
  expect(brief(reading)).toEqual([
    ['2024-03-04T09:00:00:ada example', 90, 'Obtool'],
    ['2024-03-04T11:00:00:ada example', 61, 'Big Company: Editing'],
    ['2024-03-04T23:30:00:ada example', 105, ''],
    ['2024-03-04T09:00:00:ada example#2', 20, 'Obtool'],
  ])
  expect(reading.hours[1]).toMatchObject({ at: '2024-03-04T11:00:00', note: 'Chapter "one"' })
  expect(reading.passedOver).toEqual(['shorter than half a minute', 'still running'])
  expect(reading.complaints.map(({ row, field, text: cell }) => [row, field, cell])).toEqual([
    [8, 'Start date', '2024-02-30'],
    [9, 'Duration', '744:00:00'],
    [10, 'Duration', 'soon'],
  ])
  expect(reading.facts).toMatchObject({ span: { from: '2024-03-04', to: '2024-03-04' }, warnings: [] })
})

test('the newer report with stops and localised words is read alike, and says that several people worked', async () => {
  const text = sampleText('several-people-stop-date.csv')
  expect(layoutOf(text)).toBe(LAYOUT)
  const reading = await readWhole(LAYOUT, text)
  expect(brief(reading)).toEqual([
    ['2024-05-01T09:00:00:ada example', 60, 'Zine shop'],
    ['2024-05-01T09:00:00:bo example', 120, 'Zine shop'],
  ])
  expect(reading.facts.warnings).toEqual(['The file tells of the time of 2 people; all of it is taken as yours.'])
})

test('times of a day and lengths of time are read in the ways that people set them to', () => {
  expect(['00:00', '9:05', '10:23:52', '12:00 AM', '12:30 pm', '1:05:09 p.m.', '22h15'].map(clockSeconds)).toEqual([
    0, 32_700, 37_432, 0, 45_000, 47_109, 80_100,
  ])
  expect(['24:00', '0:00 am', '13:00 PM', '9', '', '10:60'].map(clockSeconds)).toEqual(Array<undefined>(6).fill(undefined))
  expect(['01:00:01', '1:30', '120:00:00', '1.5', '0,33', '8 h', '20,0'].map(lengthSeconds)).toEqual([
    3601, 5400, 432_000, 5400, 1188, 28_800, 72_000,
  ])
  expect(['', '1:60', '-1', '1.234,5', 'soon'].map(lengthSeconds)).toEqual(Array<undefined>(5).fill(undefined))
})

test.skipIf(!existsSync(REAL))('the real report is read whole, to the minute', async () => {
  const text = readFileSync(REAL, 'utf8')
  const reading = await readWhole(LAYOUT, text)
  const seconds = [...text.matchAll(/,(\d\d):(\d\d):(\d\d),(?:"[^"]*"|[^",]*),[^,\n]*$/gm)].map(
    ([, h, m, s]) => Number(h) * 3600 + Number(m) * 60 + Number(s),
  )
  expect([layoutOf(text), reading.complaints, seconds]).toEqual([LAYOUT, [], [0, 3601]])
  expect(reading.hours.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60)
  expect(reading.counts).toEqual({ hours: 1, 'non-row': 1 })
})

test('any rows give each row one outcome, without throwing', async () => {
  const texts = ['half-minutes-and-running.csv', 'several-people-stop-date.csv'].map(sampleText)
  const cells = ['2024-03-04', '03/04/2024', '13.05.2024', '10:00', '10:00 PM', '25:00', '01:00:00', '1,5', 'Ada']
  await expectOneOutcomeEach({ layouts: [LAYOUT], texts: texts.map((text) => text.replace('\uFEFF', '')), cells })
})
