import { expect, test } from 'vitest'
import { outlook as answerOf } from '#domain/outlook.ts'
import { outlookFacts, planFacts } from '#web/outlook/outlook-fixture.ts'
import { changeableBook, outlookQuestion } from '#web/outlook/outlook-question.ts'
import { createFormat } from '#web/ui/format.ts'
import { crowdOf } from './crowd-fixture.ts'
import { stoppedFigure } from './stopped-figure.ts'
import { stoppedQuestion } from './stopped-question.ts'

const format = createFormat('en', 'EUR')

test('months without those that stop open down to what is drawn in place of what came', () => {
  const book = changeableBook(outlookFacts, planFacts)
  const real = outlookQuestion(outlookFacts, planFacts, { changes: [], certainty: 90 })
  if (!book || !real) throw new Error('The fixture tells too little.')
  const question = stoppedQuestion(real, book, { crowd: crowdOf(), stopped: new Set(['stream 2']) })
  const { real: now, changed: then } = answerOf(question)
  if (!now || !then || !question.changed) throw new Error('The fixture tells too little.')
  const years = { real: now, changed: then }
  const figure = stoppedFigure({ outlook: outlookFacts, book, without: question.changed, years, cash: years }, format)
  expect(figure.title).toBe('What can be counted on in December 2026 without those that stop, cash, net')
  expect(figure.figure).toBe(`${format.exact(then.ahead[0]?.low ?? 0)} instead of ${format.exact(now.ahead[0]?.low ?? 0)}`)
  const rows = (what: string) => figure.rows.rows.filter(([of]) => of === what)
  // All of the stream that stops is drawn as nothing, and of the other nothing differs.
  expect(rows('without them: drawn from, cash').map(([, month, stream, net]) => [month, stream, net])).toEqual(
    ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'].map((month) => [month, 'Archive', 0]),
  )
  expect(rows('without them: 1 in 10 is less').map(([, , , net]) => net)).toEqual(then.ahead.map(({ low }) => low))
  expect(figure.inputs.at(-1)?.value).toBe(`${format.exact(now.pay.pay)}, ${format.exact(then.pay.pay)}`)
})
