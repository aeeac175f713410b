import { expect, test } from 'vitest'
import type { Time } from '#contract/time.ts'
import type { KeepOrDrop } from '#domain/keep-or-drop.ts'
import { createFormat } from '#web/ui/format.ts'
import { keepRows, keepTag, keepTrouble, likeSentence, overallRate, stopSentence } from './keep-words.ts'

const format = createFormat('en', 'EUR')
const rate = (amount: number, minutes: number) => ({ rate: amount, range: null, afterTax: null, months: 6, minutes, of: [] })
const venture = (id: number, name: string, told: ReturnType<typeof rate> | null): Time['ventures'][number] => {
  return { venture: id, name, work: 'income', joy: id, rate: told, noRate: told ? null : 'few', minutes: 600, net: 1 }
}
const time = { ventures: [venture(1, 'Editing', rate(30_00, 600)), venture(2, 'Obtool', rate(15_00, 1_200)), venture(3, 'Zines', null)] }
const without = { net: 1_500_00, ofTen: 1, swing: 0.18 }
const told: KeepOrDrop = {
  months: 12,
  all: { net: 2_400_00, ofTen: 6, swing: 0.23 },
  ventures: [
    { venture: 1, net: 900_00, dependable: 0.77, without },
    { venture: 2, net: 1_000_00, dependable: null, without: { ...without, ofTen: 6, swing: 0.23 } },
    { venture: 9, net: 5_00, dependable: 0, without },
  ],
}

test('ventures stand by what they bring, with their hours; one without a name is left out', () => {
  expect(keepRows(told, time).map(({ name, rate: hour, joy }) => [name, hour, joy])).toEqual([
    ['Obtool', 15_00, 2],
    ['Editing', 30_00, 1],
  ])
})

test('an hour of all ventures together is weighed by their hours', () => {
  expect([overallRate(time), overallRate({ ventures: [] })]).toEqual([20_00, null])
})

test('each venture has its sentence, and one of how the book would stand without it', () => {
  const [obtool, editing] = keepRows(told, time)
  if (!obtool || !editing) throw new Error('There are no rows.')
  expect(likeSentence(editing, format)).toBe('Editing: an hour brings €30, and 77% of its usual month comes in 9 of 10.')
  expect(likeSentence({ ...obtool, rate: null }, format)).toBe(
    'Obtool: what an hour brings is not known, and how far it can be counted on is not known yet.',
  )
  expect(likeSentence({ ...editing, dependable: 0 }, format)).toContain('no month of it can be counted on')
  expect(stopSentence(editing, told, format)).toBe(
    'Without Editing a mean month of twelve holds €1,500 instead of €2,400 (cash, net), the next month is enough in 1 of 10 or fewer instead of 6 of 10, 10 hours of a mean known month are free, and months swing by 18% instead of 23%.',
  )
  expect(stopSentence(obtool, told, format)).toContain('the next month is enough in 6 of 10 as before')
  // Money of twelve months and hours of six stand under names of their own.
  expect(keepTag({ month: '2026-10', knownMonths: 6 }, told, format)).toBe(
    'hours and what one brings: six months to October 2026, smoothed, net; a mean month: twelve full months, cash, net',
  )
})

test('what keeps the picture from being drawn is said', () => {
  const rows = keepRows(told, time)
  expect(keepTrouble(rows, told)).toBeUndefined()
  expect(keepTrouble([], { months: 0 })).toContain('takes full months')
  expect(keepTrouble(rows.slice(1), told)).toContain('takes two ventures')
  expect(
    keepTrouble(
      rows.map((row) => ({ ...row, dependable: null })),
      told,
    ),
  ).toContain('six full months')
  expect(
    keepTrouble(
      rows.map((row) => ({ ...row, rate: null })),
      told,
    ),
  ).toContain('hours by venture')
})
