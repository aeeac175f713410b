import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decisionsOf, linkedLines, proposalsFor, type Payment, type PledgeToMatch } from './pledge-match.ts'

const REFERENCE = 'RF18ENABCDEFGHIJ'
const pledge = (change: Partial<PledgeToMatch['pledge']> = {}, name = 'Ada Berg'): PledgeToMatch => ({
  made: '2026-01-31',
  pledge: { id: 'p1', amount: 500, currency: 'EUR', rhythm: 'monthly', cancelled: null, patron: { name }, ...change },
})
const payment = (change: Partial<Payment> = {}): Payment => ({
  stream: 1,
  key: 'k1',
  kind: 'payment',
  day: '2026-03-02',
  gross: 500,
  currency: 'EUR',
  name: 'BERG, ADA',
  ...change,
})
const proposed = (pledges: PledgeToMatch[], payments: Payment[]) =>
  proposalsFor(pledges, payments).map((one) => `${one.pledge} ${one.payment.key}`)

test('a payment of the same amount near a due day and under a like name is proposed, with its reasons in words', () => {
  expect(proposalsFor([pledge()], [payment()])).toMatchObject([
    { pledge: 'p1', payment: { key: 'k1' }, reasons: ['the amount is the same', '2 days after it was due', 'the name is alike'] },
  ])
  expect(proposalsFor([pledge()], [payment({ day: '2026-02-28' })])[0]?.reasons[1]).toBe('on 2026-02-28, the day it was due')
  expect(proposalsFor([pledge()], [payment({ day: '2026-03-30' })])[0]?.reasons[1]).toBe('1 day before it was due')
})

test('another amount, currency, name or day is not proposed', () => {
  const others = [payment({ gross: 501 }), payment({ currency: 'USD' }), payment({ name: 'Ada Bergmann' }), payment({ day: '2026-03-15' })]
  for (const other of others) expect(proposed([pledge()], [other])).toEqual([])
  expect(proposed([pledge({ cancelled: '2026-02-01T00:00:00Z' })], [payment()])).toEqual([])
})

test('without a name only a payment that fits nothing else is proposed', () => {
  const nameless = payment({ name: '' })
  expect(proposed([pledge()], [nameless])).toEqual(['p1 k1'])
  expect(proposed([pledge()], [nameless, payment({ key: 'k2', name: '' })])).toEqual([])
  expect(proposed([pledge(), pledge({ id: 'p2' })], [nameless])).toEqual([])
  expect(proposed([pledge({}, '')], [payment()])).toEqual(['p1 k1'])
})

test('a line with the exact reference is linked at once, unless the owner said no or gave it to another', () => {
  const pledges = [
    { id: 'p1', reference: REFERENCE },
    { id: 'p2', reference: 'RF00' },
  ]
  const line = payment()
  const keys = (links: Parameters<typeof decisionsOf>[0], byOwner: { pledge: string; line: Payment }[] = []) => {
    const linked = linkedLines([{ reference: REFERENCE, line }], byOwner, { pledges, decisions: decisionsOf(links) })
    return [...linked].map(([id, lines]) => [id, lines.map(({ key }) => key)])
  }
  const link = { stream: 1, key: 'k1' }
  expect(keys([])).toEqual([
    ['p1', ['k1']],
    ['p2', []],
  ])
  expect(keys([{ ...link, pledge: 'p1', paid: false }])[0]).toEqual(['p1', []])
  expect(keys([{ ...link, pledge: 'p2', paid: true }], [{ pledge: 'p2', line }])).toEqual([
    ['p1', []],
    ['p2', ['k1']],
  ])
})

test('a refund pays nothing, whatever its reference', () => {
  const line = payment({ kind: 'refund' })
  const pledges = [{ id: 'p1', reference: REFERENCE }]
  expect(linkedLines([{ reference: REFERENCE, line }], [], { pledges, decisions: decisionsOf([]) }).get('p1')).toEqual([])
})

test('what is proposed always has the amount, the currency and no other name', () => {
  const name = fc.constantFrom('', 'Ada Berg', 'Berg Ada', 'Bo', 'Åda Bérg')
  const payments = fc.array(
    fc.record({ gross: fc.constantFrom(500, 700), name, day: fc.constantFrom('2026-01-31', '2026-02-14', '2026-03-01') }),
  )
  fc.assert(
    fc.property(payments, name, (drafts, patron) => {
      const lines = drafts.map((draft, i) => payment({ ...draft, key: `k${i}` }))
      for (const one of proposalsFor([pledge({}, patron)], lines)) {
        expect(one.payment).toMatchObject({ gross: 500, currency: 'EUR' })
        expect(one.payment.name === 'Bo' && patron !== 'Bo' && patron !== '').toBe(false)
      }
    }),
    { numRuns: 100 },
  )
})
