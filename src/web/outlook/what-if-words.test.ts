import { expect, test } from 'vitest'
import type { ViewLens } from '#domain/income.ts'
import type { Year } from '#domain/outlook.ts'
import type { Change } from '#domain/what-if.ts'
import { createFormat } from '#web/ui/format.ts'
import { readDraft, draftOf } from './change-draft.ts'
import { addressBase, enoughOf, monthsAhead, outlookQuestion, wagesOf } from './outlook-question.ts'
import { calmYear, outlookFacts as outlook, planFacts as plans } from './outlook-fixture.ts'
import { changesText, changeText, outcomeSentences } from './what-if-words.ts'

const format = createFormat('en', 'EUR')
const names = { outlook, plans, format }
const say = (change: Change) => changeText(change, names)

test('each change has its words', () => {
  expect(say({ kind: 'venture', venture: 7 })).toBe('without Obtool')
  expect(say({ kind: 'venture', venture: 99 })).toBe('without a venture that is not here')
  expect(say({ kind: 'patron', patron: 'ada' })).toBe('without Ada')
  expect(say({ kind: 'patrons', count: 1, each: 500 })).toBe('with 1 more patron of €5')
  expect(say({ kind: 'job', stream: 2, monthly: 0, from: '2027-03' })).toBe('with the end of Archive before March 2027')
  expect(say({ kind: 'job', stream: null, monthly: 80_000, from: '2027-03' })).toBe('with a day job of €800 from March 2027')
  expect(say({ kind: 'fee', platform: 'github-sponsors', share: 105 })).toBe('with GitHub Sponsors keeping 10.5%')
  expect(say({ kind: 'days', days: 3 })).toBe('with 3 days off')
  expect(
    changesText(
      [
        { kind: 'venture', venture: 7 },
        { kind: 'days', days: 1 },
      ],
      names,
    ),
  ).toBe('Without Obtool and with 1 day off')
})

test('what is imagined is told against what is', () => {
  const [real, other] = [calmYear({ low: 142_060, pay: 184_000 }), calmYear({ low: 90_000, pay: 110_000 })]
  const told = (of: Year, lens: ViewLens = 'cash', cash = { real, other: of }) => outcomeSentences({ real, other: of, lens, cash }, names)
  expect(told(other)).toEqual([
    'Count on €900 instead of €1,420 in December.',
    'Enough in 6 of 10 as before.',
    'Steady pay €1,100 instead of €1,840 a month.',
    'Over the twelve months likely €6,247 less.',
  ])
  expect(told(real)).toEqual([
    'Count on €1,420 in December as before.',
    'Enough in 6 of 10 as before.',
    'Steady pay €1,840 a month as before.',
    'Over the twelve months likely as much as before.',
  ])
  // Pay is taken out of an account, so it is told in cash beside every lens.
  const inCash = { real: calmYear({ low: 0, pay: 150_000 }), other: calmYear({ low: 0, pay: 140_000 }) }
  expect(told(other, 'smoothed', inCash)).toEqual([
    'Count on €900 instead of €1,420 in December.',
    'Enough in 6 of 10 as before.',
    'Steady pay, in cash, €1,400 instead of €1,500 a month.',
    'Over the twelve months likely €6,247 less.',
  ])
  expect(told(other, 'dependable', inCash)).toEqual([
    'Count on €900 instead of €1,420 in December.',
    'Steady pay, in cash, €1,400 instead of €1,500 a month.',
    'Over the twelve months €6,247 less to count on.',
  ])
  expect(told(real, 'dependable').at(-1)).toBe('Over the twelve months as much to count on as before.')
  expect(told(calmYear({ low: -90_000, pay: 0 }), 'dependable')[0]).toBe(
    'In 1 of 10 cases December brings less than a loss of €900 instead of €1,420.',
  )
})

test('a draft says its change once it is whole', () => {
  const draft = (kind: Change['kind']) => draftOf(kind, outlook, plans)
  expect(readDraft(draft('venture'))).toEqual({ kind: 'venture', venture: 7 })
  expect(readDraft(draft('patron'))).toEqual({ kind: 'patron', patron: 'ada' })
  expect(readDraft(draft('patrons'))).toEqual({ kind: 'patrons', count: 5, each: 500 })
  expect(readDraft({ ...draft('patrons'), number: '0' })).toBeUndefined()
  expect(readDraft(draft('job'))).toBeUndefined()
  expect(readDraft({ ...draft('job'), amount: 0 })).toEqual({ kind: 'job', stream: 2, monthly: 0, from: '2026-12' })
  const none = draftOf('job', { ...outlook, streams: [] }, plans)
  expect(none.which).toBe('new')
  expect(readDraft({ ...none, amount: 0 })).toBeUndefined()
  expect(readDraft({ ...none, amount: 80_000 })).toEqual({ kind: 'job', stream: null, monthly: 80_000, from: '2026-12' })
  expect(readDraft({ ...draft('fee'), number: '10,5' })).toEqual({ kind: 'fee', platform: 'github-sponsors', share: 105 })
  expect(readDraft({ ...draft('fee'), number: '101' })).toBeUndefined()
  expect(readDraft({ ...draft('days'), number: '2.5' })).toBeUndefined()
})

test('the question leaves out what is known, and takes days off from the buffer', () => {
  const asked = outlookQuestion(outlook, plans, { changes: [{ kind: 'days', days: 3 }], certainty: 90 })
  expect(asked?.real.streams[0]?.net).toEqual([50_000, 38_000, 50_000, 50_000, 50_000, 50_000, 50_000, 50_000])
  expect(asked?.real.known).toEqual([{ stream: 0, ahead: 5, amount: 12_000, chance: 750 }])
  expect(asked).toMatchObject({ pay: { buffer: 300_000, least: 100_000, certainty: 90 }, spent: 27_586 })
  expect(outlookQuestion(outlook, plans, { changes: [], certainty: 90 })?.changed).toBeNull()
  expect(outlookQuestion({ ...outlook, first: null }, plans, { changes: [], certainty: 90 })).toBeUndefined()
  expect(wagesOf(outlook)).toEqual([{ stream: 2, name: 'Archive', level: 80_000 }])
  const base = addressBase(outlook, plans)
  expect([base.gift, base.wageOf(2), base.wageOf(null)]).toEqual([500, 80_000, 200_000])
  expect(monthsAhead(outlook)).toHaveLength(12)
  expect(enoughOf(outlook, ['2025-12', '2026-12'])).toEqual([null, 200_000])
})
