import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWhole, type WholeReading } from '../read-fixture.ts'
import { headOf, recognise } from '../registry.ts'
import { expectOneOutcomeEach } from '../rows-fixture.ts'

const LAYOUT = 'clockify-detailed'
const REAL = new URL('../../../../shared/samples/clockify/', import.meta.url)

const sample = (name: string) => new Uint8Array(readFileSync(new URL(`samples/${name}`, import.meta.url)))
const read = (name: string) => readWhole(LAYOUT, sample(name))
const brief = ({ hours }: WholeReading) => hours.map(({ key, minutes, project }) => [key, minutes, project])
const told = ({ complaints }: WholeReading) => complaints.map(({ row, field, text }) => [row, field, text])

test('a date that proves the order of day and month decides for the rows before it', async () => {
  const reading = await read('month-first-proven-late.csv')
  expect(brief(reading)).toEqual([
    ['2024-03-04T10:00:00:ada example', 90, 'Obtool'],
    ['2024-03-31T23:00:00:ada example', 75, 'Big Company: Editing'],
  ])
  expect(reading.facts).toMatchObject({ style: { dates: 'month first' }, warnings: [], span: { from: '2024-03-04', to: '2024-03-31' } })
})

test('days that could be read in two ways, with nothing that tells, are complaints', async () => {
  const reading = await read('ambiguous-days.csv')
  expect(brief(reading)).toEqual([['2024-05-05T10:00:00:ada example', 60, 'Obtool']])
  expect(told(reading)).toEqual([[2, 'Start Date', '03/04/2024']])
})

test('a Portuguese report is read by its own names, day first, in Windows-1252', async () => {
  const reading = await read('portuguese-windows-1252.csv')
  expect(brief(reading)).toEqual([
    ['2024-02-20T14:00:00:ada example', 90, 'Cliente: Oficina'],
    ['2024-04-03T09:00:00:ada example', 120, 'Cliente: Oficina'],
  ])
  expect(reading.hours[0]?.note).toBe('Reunião')
  expect(reading.passedOver).toEqual(['still running'])
})

test('a German report without lengths is reckoned from start and end, over midnight too', async () => {
  const reading = await read('german-without-duration.csv')
  expect(brief(reading)).toEqual([['2024-03-04T22:15:00:ada example', 150, 'Obtool']])
  expect(told(reading)).toEqual([
    [3, 'Endzeit', '09:00'],
    [4, 'Startzeit', '25:00'],
  ])
})

test.skipIf(!existsSync(REAL))('real reports are read whole, each row by its own length', async () => {
  const readings: Record<string, WholeReading> = {}
  for (const name of readdirSync(REAL)) {
    const bytes = new Uint8Array(readFileSync(new URL(name, REAL)))
    expect(recognise(headOf(bytes, name))?.layout.id).toBe(LAYOUT)
    readings[name] = await readWhole(LAYOUT, bytes)
  }
  const { 'clockify_time_entries_1.csv': first, 'clockify_time_entries_3.csv': third, 'clockify_time_entries_7.csv': seventh } = readings
  // 10:23 AM to 11:23:01 AM on 4 March, the other entry lasts no time; the same without its length.
  for (const reading of [first, seventh]) {
    expect(reading?.hours.map(({ at, minutes }) => [at, minutes])).toEqual([['2024-03-04T10:23:00', 60]])
    expect(reading?.facts).toMatchObject({ warnings: [], dates: { order: 'mdy', because: 'the times are written with AM and PM' } })
  }
  expect(first?.passedOver).toEqual(['shorter than half a minute'])
  // It tells of the 15th day of a 13th month, or of the 13th of a 15th.
  expect(third && [told(third), third.counts]).toEqual([[[2, 'Start Date', '13/15/2024']], { complaint: 1 }])
})

test('any rows give each row one outcome, without throwing', async () => {
  const names = ['month-first-proven-late.csv', 'ambiguous-days.csv', 'german-without-duration.csv']
  const texts = names.map((name) => new TextDecoder().decode(sample(name)))
  const cells = ['2024-03-04', '03/04/2024', '13.05.2024', '10:00', '10:00 PM', '25:00', '01:00:00', '1,5', 'Ada']
  await expectOneOutcomeEach({ layouts: [LAYOUT], texts, cells })
})
