import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { patronListsFigure } from './patron-lists-figure.ts'

test('what lists of patrons tell is the sum of their months, each currency by itself', () => {
  const estimate = (month: string, currency: string, amount: number) => {
    return { month, currency, amount, from: `${month}-02`, to: `${month}-28` }
  }
  const lists = {
    lists: 3,
    from: '2026-04-01',
    to: '2026-06-01',
    counted: true,
    money: false,
    named: 0,
    estimates: [estimate('2026-04', 'EUR', 1_450), estimate('2026-05', 'EUR', 50), estimate('2026-05', 'JPY', 3_000)],
  }
  const figure = patronListsFigure({ lists, stream: 'Obtool · Patreon' }, createFormat('en', 'EUR'))
  expect(figure.title).toBe('What lists of patrons tell, Obtool · Patreon, estimated, before fees')
  expect(figure.figure).toBe('€15.00 + ¥3,000')
  expect(figure.formula).toMatch(/^€14\.50 \+ €0\.50 = €15\.00\. ¥3,000 = ¥3,000\. For each patron,/)
  const euros = figure.rows.rows.filter(([, currency]) => currency === 'EUR')
  expect(euros.map(([, , amount]) => amount)).toEqual(['14.50', '0.50'])
  expect(figure.rows.rows.at(-1)?.[2]).toBe('3000')
})
