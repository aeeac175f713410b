import { creditorReference } from '#domain/creditor-reference.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { approval, approvedLine } from './approval-fixture.ts'
import { EMPTY_LIST, keptList, withApproval, withLine, withoutVenture, withVenture, type KeptList, type ListLine } from './kept-list.ts'
import { needWeightsOf, payableLines, payeeOf, publishedNeed, weightsOf, type KnownVenture, type Need } from './payable.ts'

const listed = (number: number, change: Partial<ListLine> = {}): ListLine => ({
  address: `venture-${number}`,
  url: `v/venture-${number}`,
  title: `Venture ${number}`,
  currency: 'EUR',
  origin: null,
  set: null,
  typed: null,
  ...change,
})
const venture: KnownVenture = {
  title: 'Obtool',
  summary: 'Backups that a person can read.',
  currency: 'EUR',
  carried: { percent: 65, asOf: '2026-10-31', net: 65_000, enough: 100_000 },
  ways: [{ kind: 'bank', holder: 'Ada', iban: 'DE89370400440532013000', since: '2026-03-01' }],
}
const list: KeptList = { ...EMPTY_LIST, lines: [listed(1), listed(2)], approvals: [approval] }

test('a list that was saved is the same when it is read again', () => {
  const full: KeptList = {
    ...list,
    split: 'use',
    use: { files: ['package.json'], packages: 3, weights: { 'venture-1': 3 } },
    lines: [
      listed(1, { set: 500 }),
      listed(2, { origin: 'other.example', url: 'https://other.example/v/x', typed: { holder: 'A', iban: 'X', bic: '' } }),
    ],
    approvals: [
      {
        ...approval,
        lines: [
          approvedLine(1, { announced: { id: 'a', token: 't', recipientToken: null }, ibanBefore: 'NO9386011117947', confirmed: true }),
          approvedLine(2, { elsewhere: { name: 'Ko-fi', url: 'https://ko-fi.com/x' } }),
        ],
        files: [{ at: '2026-11-27T00:00:00Z', execution: '2026-12-01', messageId: 'M', sum: 5 }],
      },
    ],
  }
  expect(keptList(JSON.parse(JSON.stringify(full)))).toEqual(full)
})

test('the list of before, a bare array of ventures, is still read', () => {
  const { set: _, typed: __, ...first } = listed(1)
  expect(keptList([first])).toEqual({ ...EMPTY_LIST, lines: [listed(1)] })
})

test('a nothing below nothing is nothing', () => {
  const read = keptList(JSON.parse('{"version":1,"lines":[{"url":"https://a.example/v","title":"A","set":-0}]}'))
  expect(Object.is(read?.lines[0]?.set, 0)).toBe(true)
})

test('any JSON at all is read without an error, and what comes of it is a list that can be split', () => {
  const hostile = fc.record(
    {
      version: fc.constant(1),
      lines: fc.array(fc.oneof(fc.jsonValue(), fc.record({ url: fc.string(), title: fc.string(), set: fc.jsonValue() }))),
      sum: fc.jsonValue(),
      currency: fc.jsonValue(),
      use: fc.jsonValue(),
      paper: fc.jsonValue(),
      approvals: fc.array(fc.jsonValue()),
    },
    { requiredKeys: ['version'] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), hostile), (value) => {
      const read = keptList(value)
      if (!read) return
      expect(keptList(JSON.parse(JSON.stringify(read)))).toEqual(read)
      expect(() =>
        payableLines(
          read,
          weightsOf(
            read,
            read.lines.map(() => 1),
          ),
          () => undefined,
        ),
      ).not.toThrow()
    }),
  )
})

test.each(['javascript:alert(1)', '//evil.example', 'data:text/html,x', ''])('a file cannot bring the link "%s" along', (url) => {
  const read = keptList({ version: 1, lines: [listed(1, { url })], approvals: [{ ...approval, lines: [approvedLine(1, { url })] }] })
  expect(read).toEqual(EMPTY_LIST)
})

test('an approval is one whole: with a line that cannot be read it is left out', () => {
  const broken = { ...approval, lines: [...approval.lines, approvedLine(3, { reference: 'RF00ENABCDEFGHIJ' })] }
  expect(keptList({ ...list, approvals: [broken, approval] })?.approvals).toEqual([approval])
})

test.each([null, 1, 'x', {}, { version: 2 }])('%o is no list', (value) => expect(keptList(value)).toBeUndefined())

test('a venture is on the list once, and gone when it is taken off', () => {
  const once = withVenture(withVenture(EMPTY_LIST, listed(1)), listed(1, { title: 'again' }))
  expect(once.lines).toEqual([listed(1)])
  expect(withoutVenture(once, 'v/venture-1').lines).toEqual([])
  expect(withLine(once, 'v/venture-1', { set: 7 }).lines).toEqual([listed(1, { set: 7 })])
  const later = { ...approval, id: 'f'.repeat(32) }
  expect(withApproval(withApproval(list, later), { ...later, by: 'Ada' }).approvals.map(({ by }) => by)).toEqual(['Ada', 'Grace'])
})

test('the split preserves the sum to the cent, whatever it is by and whatever was set', () => {
  const line = fc.record({ set: fc.option(fc.nat(3000)), weight: fc.nat(20), need: fc.nat(100_000) })
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.constantFrom('equal', 'need', 'use'),
      fc.array(line, { minLength: 1, maxLength: 8 }),
      (sum, split, made) => {
        const lines = made.map(({ set }, i) => listed(i, { set }))
        const use = { files: [], packages: 0, weights: Object.fromEntries(made.map(({ weight }, i) => [`venture-${i}`, weight])) }
        const whole: KeptList = { ...list, sum, split: split as KeptList['split'], lines, use }
        const needs = made.map(({ need }): Need =>
          need % 3 === 0 ? { kind: 'untold' } : { kind: 'amount', amount: need, currency: 'EUR', standing: { net: 0, enough: need } },
        )
        const paid = payableLines(
          whole,
          weightsOf(
            whole,
            needWeightsOf(needs, (amount) => amount),
          ),
          () => undefined,
        )
        const set = made.reduce((all, { set }) => all + (set ?? 0), 0)
        if (paid) expect(paid.reduce((all, { amount }) => all + amount, 0)).toBe(sum)
        else expect(set > sum || made.every(({ set }) => set !== null)).toBe(true)
      },
    ),
  )
})

test('need is what is missing of enough, where a page says so and it is not too old', () => {
  expect(publishedNeed(venture, '2026-11-26')).toEqual({
    kind: 'amount',
    amount: 35_000,
    currency: 'EUR',
    standing: { net: 65_000, enough: 100_000 },
  })
  expect(publishedNeed(venture, '2026-12-26')).toEqual({ kind: 'untold' })
  expect(publishedNeed({ ...venture, carried: { percent: 65, asOf: '2026-10-31' } }, '2026-11-26')).toEqual({ kind: 'untold' })
  expect(publishedNeed({ ...venture, carried: { percent: 100, asOf: '2026-10-31' } }, '2026-11-26')).toEqual({ kind: 'none' })
  expect(publishedNeed({ ...venture, carried: null }, '2026-11-26')).toEqual({ kind: 'untold' })
  expect(publishedNeed(undefined, '2026-11-26')).toEqual({ kind: 'untold' })
})

test('who publishes no amounts weighs as the mean of those who do, and who has enough weighs nothing', () => {
  const amount = (amount: number, currency = 'EUR'): Need => ({ kind: 'amount', amount, currency, standing: { net: 0, enough: amount } })
  const convert = (value: number, currency: string) => (currency === 'EUR' ? value : currency === 'USD' ? value / 2 : null)
  expect(needWeightsOf([amount(100), { kind: 'untold' }, amount(300, 'USD'), { kind: 'none' }], convert)).toEqual([100, 125, 150, 0])
  expect(needWeightsOf([amount(100, 'XAF'), amount(50)], convert)).toEqual([50, 50])
  expect(needWeightsOf([{ kind: 'untold' }, { kind: 'untold' }], convert)).toEqual([1, 1])
})

test('a payee is who the page names; what was typed counts only for another site that names nobody', () => {
  const typed = { holder: 'Typed', iban: 'no93 8601 1117 947', bic: '' }
  expect(payeeOf(listed(1, { typed }), venture, 'EUR')).toMatchObject({ holder: 'Ada', iban: 'DE89370400440532013000', elsewhere: null })
  expect(payeeOf(listed(1, { typed }), undefined, 'EUR')).toMatchObject({ holder: '', iban: '' })
  const other = listed(1, { typed, origin: 'other.example', url: 'https://other.example/v/x' })
  expect(payeeOf(other, undefined, 'EUR')).toMatchObject({ holder: 'Typed', iban: 'NO9386011117947', elsewhere: null })
  expect(payeeOf(other, venture, 'EUR')).toMatchObject({ holder: 'Ada' })
  expect(payeeOf({ ...other, typed: null }, undefined, 'EUR').elsewhere).toEqual({ name: 'its page at other.example', url: other.url })
})

test('without an account the other ways are told, and a card’s price is that of the venture where it is in the same currency', () => {
  const card = { fixed: 25, basisPoints: 150 }
  const page = { kind: 'page' as const, platform: 'Liberapay', url: 'https://liberapay.com/x', fee: { fixed: 0, basisPoints: 300 } }
  const without = (ways: KnownVenture['ways'], currency = 'EUR') => payeeOf(listed(1), { ...venture, ways, currency }, 'EUR')
  expect(without([page])).toMatchObject({ iban: '', elsewhere: { name: 'Liberapay', url: page.url }, fee: page.fee })
  expect(without([page, { kind: 'stripe', fee: card }]).fee).toEqual(card)
  expect(without([{ kind: 'stripe', fee: card }]).elsewhere?.url).toBe('v/venture-1')
  expect(without([{ kind: 'stripe', fee: card }], 'JPY').fee).toEqual({ fixed: 30, basisPoints: 290 })
  expect(without([]).elsewhere).toBeNull()
})

test('a reference of an approval that was read is one that import knows', () => {
  expect(keptList(list)?.approvals[0]?.lines[0]?.reference).toBe(creditorReference('1'.padStart(32, '0')))
})
