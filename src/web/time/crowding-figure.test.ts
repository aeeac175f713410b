import { expect, test } from 'vitest'
import { crowdingOut } from '#domain/crowding-out.ts'
import { addDays } from '#domain/month.ts'
import { createFormat } from '#web/ui/format.ts'
import { crowdingFigure } from './crowding-figure.ts'

const format = createFormat('en', 'EUR')
const weeks = Array.from({ length: 14 }, (_, i) => {
  const paid = 600 + ((i * 7) % 14) * 60
  const minutes = { basic: 1_800 - Math.trunc(paid / 2) + (i % 3) * 20, paid, care: 60 }
  return { week: addDays('2026-08-03', 7 * i), known: true, said: true, outvoted: 0, ...minutes }
})
const asked = weeks.map(({ paid, basic }) => ({ paid, basic }))

test('the slope opens down to the weeks, which give it again', () => {
  const told = crowdingOut(asked)
  if (told.say !== 'slope') throw new Error(told.say)
  const figure = crowdingFigure({ weeks, told }, format)
  expect(crowdingOut(figure.rows.rows.map(([, paid, basic]) => ({ paid: Number(paid), basic: Number(basic) })))).toEqual(told)
  expect(figure.formula).toContain(`all 91 pairs of 14 weeks`)
  expect(figure.formula).toContain(`It is ${format.decimal(told.slope.toFixed(2))} basic hours for each paid hour more`)
})

test('where nothing can be told the words say so, and the weeks are there', () => {
  const figure = crowdingFigure({ weeks, told: { say: 'unclear', weeks: 14 } }, format)
  expect(figure.figure).toContain('nothing can be told')
  expect(figure.formula).toContain('so nothing is told.')
  expect(figure.rows.rows).toHaveLength(14)
})
