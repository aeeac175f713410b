import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { basicMinutes, freedomOf, freedomSentence, ownModel, ownTakeHome, presetOffer } from './freedom.ts'

const format = createFormat('en-GB', 'USD')
const offer = { ...presetOffer('us', 'USD'), wage: 3_883_01 }

test('METRICS 13: a month that leaves 3,000 equals a wage of 3,883.01, which costs nothing an hour', () => {
  const freedom = freedomOf(3_000_00, offer, 62 * 60)
  expect(freedom).toMatchObject({ wage: 3_883_01, job: { takeHome: 3_000_00, perHour: 0 } })
  expect(freedomSentence(freedom, 62 * 60, format)).toBe('Freedom costs you nothing, for 62 hours a month.')
})

test('freedom costs or pays by the hour, by the month where no hours are known, and nothing is said without an offer', () => {
  const said = (own: number, minutes: number | null) => freedomSentence(freedomOf(own, offer, minutes), minutes, format)
  expect(said(2_621_80, 3_720)).toBe('Freedom costs you US$6.10 an hour, for 62 hours of your own work a month.'.replace('US$', '$'))
  expect(said(3_124_00, 3_720)).toBe('Freedom pays you $2.00 an hour, for 62 hours of your own work a month.')
  expect(said(2_600_00, null)).toBe('The job would leave you $400 more a month.')
  expect(said(3_200_00, null)).toBe('Freedom pays you: the job would leave you $200 less a month.')
  expect(freedomSentence(freedomOf(1, { ...offer, wage: null }, 60), 60, format)).toBeUndefined()
  expect(freedomOf(-5, offer, null).wage).toBeNull()
})

test('what one takes home is by the target’s numbers, else by the share for tax', () => {
  expect(ownModel(undefined, undefined)).toBeUndefined()
  const model = ownModel({ kind: 'after-tax', levels: { bare: 1, enough: 1, comfortable: 1 }, tax: 2_000 }, 3_000)
  expect(model && ownTakeHome([1_000_00, 2_000_00], undefined, model)).toBe(1_200_00)
  expect(ownModel(undefined, 3_000)?.tax).toBe(3_000)
})

test('hours are the basic ones of full weeks that are known, by the month', () => {
  const week = (basic: number, known = true) => ({ week: '2026-11-02', known, said: false, basic, paid: 60, care: 0, outvoted: 0 })
  const running = week(9_999)
  expect(basicMinutes({ weeks: [week(600), week(600), week(0, false), week(600), week(600), running] })).toBe(2_600)
  expect(basicMinutes({ weeks: [week(600), week(600), week(600), running] })).toBeNull()
})

test('a preset’s amounts are left out in another currency', () => {
  expect(presetOffer('us', 'EUR')).toMatchObject({ premium: 0, social: 765, employer: { premium: 0, pension: 300 } })
})
