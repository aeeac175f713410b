import { expect, test } from 'vitest'
import type { Agreed } from '#contract/agreed.ts'
import { outlook as foresee } from '#domain/outlook.ts'
import { createFormat } from '#web/ui/format.ts'
import { agreedFigure, agreedHint, agreedSentences, agreedText, bodyOf, draftDue, offerText, readAgreed } from './agreed-words.ts'
import { outlookFacts, planFacts } from './outlook-fixture.ts'
import { enoughOf, monthsAhead, outlookQuestion } from './outlook-question.ts'
import { knownSentences } from './outlook-words.ts'
import { yearFigure } from './year-figure.ts'

const format = createFormat('en', 'EUR')
const invoice: Agreed = {
  id: 9,
  stream: 1,
  streamName: 'Editing',
  due: '2027-01',
  amount: 120_000,
  currency: 'EUR',
  note: 'Invoice 12',
  sureness: 'signed',
  entered: '2026-11-20',
  arrived: null,
  standing: 'ahead',
  home: 120_000,
  offered: null,
}
const grant: Agreed = {
  ...invoice,
  id: 10,
  due: '2026-11-30',
  currency: 'USD',
  home: 100_000,
  note: '',
  sureness: 'agreed',
  standing: 'now',
}
const missed: Agreed = { ...invoice, id: 11, due: '2026-03', standing: 'missed' }

test('what is agreed is told as no income yet, and what nothing is entered of in words of its own', () => {
  expect(agreedSentences([], format)[0]).toContain('Nothing is entered yet.')
  expect(agreedSentences([missed], format)).toEqual(['Nothing more is awaited.'])
  expect(agreedSentences([invoice, missed], format)).toEqual([
    '€1,200 is agreed and has not arrived, in 1 payment.',
    'It is no income before it arrives; the months ahead count on it as far as it is sure.',
  ])
  expect(agreedSentences([grant, invoice], format)).toEqual([
    '€2,200 is agreed and has not arrived, in 2 payments.',
    'It is no income before it arrives; the months ahead count on it as far as it is sure.',
    'What is due this month is in no month ahead.',
  ])
})

test('each is told with its time, how sure it is and what it is worth, and a missed one without blame', () => {
  expect([agreedText(invoice, format), agreedHint(invoice, format)]).toEqual([
    'Editing: €1,200.00, due in January 2027',
    'signed, in 95% of draws · Invoice 12',
  ])
  expect([agreedText(grant, format), agreedHint(grant, format)]).toEqual([
    'Editing: $1,200.00, due on November 30, 2026',
    'agreed in words, in 80% of draws · about €1,000 at today’s rate, an estimate',
  ])
  expect(agreedHint({ ...grant, home: null }, format)).toContain('has no rate, so it is not drawn')
  expect(agreedText(missed, format)).toBe('Editing: €1,200.00')
  expect(agreedHint(missed, format)).toBe('was due in March 2026, did not arrive; no longer drawn · Invoice 12')
  expect(agreedHint({ ...invoice, due: '2026-10-28', standing: 'late' }, format)).toContain(
    'was due in October 2026 and has not arrived; awaited until November 7, 2026',
  )
  const offered = { entry: '1.YQ', day: '2026-11-21', amount: 118_000, currency: 'EUR' }
  expect(offerText(offered, format)).toBe('Arrived? €1,180.00 came on November 21, 2026.')
})

test('a draft is read when its amount, its stream and its day can be', () => {
  const draft = { stream: '1', month: '2027-02', day: ' 7', amount: 5_000, currency: 'EUR', sureness: 'agreed' as const, note: ' x ' }
  expect(readAgreed(draft)).toEqual({
    stream: 1,
    due: '2027-02-07',
    amount: 5_000,
    currency: 'EUR',
    sureness: 'agreed',
    note: 'x',
    arrived: null,
  })
  expect(readAgreed({ ...draft, day: '' })?.due).toBe('2027-02')
  expect(readAgreed({ ...draft, amount: 0 })).toBeUndefined()
  expect(readAgreed({ ...draft, stream: '' })).toBeUndefined()
  expect(['29', '0', 'soon', '307'].map((day) => draftDue({ ...draft, day }))).toEqual([undefined, undefined, undefined, undefined])
  expect(bodyOf(invoice)).toEqual({
    ...readAgreed({ ...draft, ...bodyOf(invoice), stream: '1', month: '2027-01', day: '' }),
    entered: '2026-11-20',
  })
})

test('its figure opens down to amounts that sum to it, without what is missed or has no rate', () => {
  const figure = agreedFigure([grant, invoice, missed, { ...grant, home: null }], format)
  const sum = (at: number) => figure.rows.rows.reduce((all, row) => all + Number(row[at]), 0)
  expect([sum(4), sum(5)]).toEqual([220_000, 80_000 + 114_000])
  expect(figure.figure).toBe(`${format.exact(220_000)}, likely ${format.exact(194_000)}`)
  expect(figure.rows.rows.every((row) => row.length === figure.rows.columns.length)).toBe(true)
})

test('the year ahead tells it apart from what is due again, and opens down to it', () => {
  const item = { stream: 0, patron: null, ahead: 2, amount: 120_000, chance: 950, months: 1, agreed: true as const }
  const outlook = { ...outlookFacts, known: [...outlookFacts.known, item] }
  expect(knownSentences(outlook, { paidAhead: 0 }, format)).toEqual([
    '1 longer payment will be due again, likely €90 in all: three of four are taken to come, until your own tell.',
    '1 agreed payment is in it, likely €1,140 in all: in place of single payments that are drawn of the same stream and month, up to the amount.',
  ])
  const months = monthsAhead(outlook)
  const question = outlookQuestion(outlook, planFacts, { changes: [{ kind: 'venture', venture: 7 }], certainty: 90 })
  const { real, changed } = foresee(question ?? expect.unreachable('the facts have full months'))
  const years = { months: 8, real: real ?? expect.unreachable('and enough of them'), changed }
  const enough = enoughOf(outlook, months)
  const { rows } = yearFigure({ outlook, years, months, enough, paidAhead: 0, lens: 'cash' }, format).rows
  expect(rows.find(([what]) => String(what).startsWith('agreed'))?.slice(0, 4)).toEqual([
    'agreed, in 95% of draws, in place of single payments up to it',
    '2027-01',
    'GitHub Sponsors',
    120_000,
  ])
  // In the year as it is the month is better for it; without its venture it is gone, as all of the venture is.
  const plain = foresee(outlookQuestion(outlookFacts, planFacts, { changes: [], certainty: 90 }) ?? expect.unreachable('as above')).real
  expect(years.real.ahead[1]?.middle).toBeGreaterThan((plain?.ahead[1]?.middle ?? 0) + 100_000)
  expect(years.changed?.ahead[1]).toEqual(years.changed?.ahead[2])
})
