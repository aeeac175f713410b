import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalText, divideHalfEven, net, parseAmount, plus, split, type Amounts } from './money.ts'

const minor = fc.maxSafeInteger()
const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const amounts: fc.Arbitrary<Amounts> = fc.record({ gross: cents, fees: cents, refunds: cents, tax: cents })

test('splitting preserves the sum', () => {
  fc.assert(
    fc.property(minor, fc.integer({ min: 1, max: 400 }), (amount, parts) => {
      const shares = split(amount, parts)
      expect(shares).toHaveLength(parts)
      expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(amount))
    }),
  )
})

test('parts of a split differ by at most one unit, and spare units go to the earliest', () => {
  fc.assert(
    fc.property(minor, fc.integer({ min: 1, max: 400 }), (amount, parts) => {
      const sizes = split(amount, parts).map(Math.abs)
      expect((sizes[0] ?? 0) - (sizes.at(-1) ?? 0)).toBeLessThanOrEqual(1)
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    }),
  )
})

test('a split of nothing into no parts is refused', () => {
  for (const parts of [0, -1, 1.5, Number.NaN]) expect(() => split(1, parts)).toThrow(RangeError)
})

test('a split never holds a negative zero', () => {
  for (const share of split(-1, 3)) expect(Object.is(share, -0)).toBe(false)
  expect(split(100, 3)).toEqual([34, 33, 33])
  expect(split(-100, 3)).toEqual([-34, -33, -33])
})

test('half-even rounding is never more than half away, and exactly half goes to the even number', () => {
  const big = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })
  fc.assert(
    fc.property(
      big,
      big.filter((divisor) => divisor !== 0n),
      (dividend, divisor) => {
        const quotient = divideHalfEven(dividend, divisor)
        const off = 2n * (dividend - quotient * divisor)
        const [distance, whole] = [off < 0n ? -off : off, divisor < 0n ? -divisor : divisor]
        expect(distance <= whole).toBe(true)
        if (distance === whole) expect(quotient % 2n).toBe(0n)
      },
    ),
  )
})

test('exactly half goes to the even number', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 1000n }), (whole, half) => {
      const rounded = divideHalfEven((2n * whole + 1n) * half, 2n * half)
      expect(rounded).toBe(whole % 2n === 0n ? whole : whole + 1n)
    }),
  )
})

test('half-even, by example', () => {
  const rounded = [-25n, -15n, -5n, 5n, 15n, 25n, 26n, 24n].map((tenths) => divideHalfEven(tenths, 10n))
  expect(rounded).toEqual([-2n, -2n, 0n, 0n, 2n, 2n, 3n, 2n])
  expect(divideHalfEven(5n, -2n)).toBe(-2n)
  expect(() => divideHalfEven(1n, 0n)).toThrow(RangeError)
})

test('what is written as a decimal is read as the same amount', () => {
  fc.assert(
    fc.property(minor, fc.integer({ min: 0, max: 4 }), (amount, exponent) => {
      expect(parseAmount(decimalText(amount, exponent), exponent)).toBe(amount)
      expect(parseAmount(decimalText(amount, exponent).replace('.', ','), exponent, ',')).toBe(amount)
    }),
  )
})

test('grouping never changes an amount', () => {
  fc.assert(
    fc.property(minor, fc.constantFrom(',', ' ', "'", '\u00a0', '\u202f', '\u2009', '\u2019'), (amount, separator) => {
      const [whole = '', decimals] = decimalText(amount, 2).split('.')
      const grouped = `${whole.replace(/\B(?=(\d{3})+$)/g, separator)}.${decimals}`
      expect(parseAmount(grouped, 2)).toBe(amount)
    }),
  )
})

test('a text is read as an amount only when it can be written back', () => {
  const piece = fc.constantFrom('0', '1', '23', '456', '.', ',', '-', '+', '(', ')', ' ', '$', '€', "'", '\u2212', 'e')
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
      (text) => {
        const amount = parseAmount(text, 2)
        if (amount === undefined) return
        expect(Object.is(amount, -0)).toBe(false)
        const digits = text.replace(/[^\d.]/g, '')
        const [whole = '', decimals = ''] = digits.split('.')
        expect(Math.abs(amount)).toBe(Number(whole + decimals.slice(0, 2).padEnd(2, '0')))
        expect(amount < 0).toBe(amount !== 0 && /[-(\u2212]/.test(text))
      },
    ),
    { numRuns: 2000 },
  )
})

test.each([
  ['$-0.53', -53],
  ['-$1.17', -117],
  ['\u2212224.68', -22468],
  ['\u2212€224.68', -22468],
  ['(5.00)', -500],
  ['($5.00)', -500],
  ['$(5.00)', -500],
  ['5.00-', -500],
  ['+3', 300],
  ['.5', 50],
  ['5.000', 500],
  [' 5.00 € ', 500],
  ['1,594.36', 159436],
  ['1 594.36', 159436],
  ["1'594.36", 159436],
  ['\u200e-5.00', -500],
  ['-0.00', 0],
])('with a point, %s is %d', (text, amount) => {
  expect(parseAmount(text, 2, '.')).toBe(amount)
})

test.each([
  ['1.594,36', 159436],
  ['1.594.000,5', 159400050],
  ['\u2212224,68', -22468],
  ['1.594', 159400],
  [',5', 50],
])('with a comma, %s is %d', (text, amount) => {
  expect(parseAmount(text, 2, ',')).toBe(amount)
})

test.each([
  '',
  ' ',
  '-',
  '.',
  '1.594.36',
  '1.594,36',
  '1,23',
  '1,2345',
  '0,123',
  '1,234 567',
  '1 23',
  '12 5',
  '5.',
  '5.001',
  '1.2.3',
  '--5',
  '-5-',
  '-(5)',
  '(-5)',
  '(5',
  '5)',
  '$5€',
  '1$2',
  '1e3',
  'Infinity',
  'NaN',
  '0x10',
  '5 EUR',
  'N/A',
  '99999999999999999',
])('with a point, "%s" is no amount', (text) => {
  expect(parseAmount(text, 2, '.')).toBeUndefined()
})

test('the exponent of the currency decides how many decimals there may be', () => {
  expect(parseAmount('1200', 0)).toBe(1200)
  expect(parseAmount('1200.00', 0)).toBe(1200)
  expect(parseAmount('1200.50', 0)).toBeUndefined()
  expect(parseAmount('1.234', 3)).toBe(1234)
  expect(parseAmount('1,234', 3)).toBe(1_234_000)
  expect(decimalText(1200, 0)).toBe('1200')
  expect(decimalText(-5, 2)).toBe('-0.05')
  expect(decimalText(1234, 3)).toBe('1.234')
})

test('the net of a sum is the sum of the nets', () => {
  fc.assert(
    fc.property(amounts, amounts, (a, b) => {
      expect(net(plus(a, b))).toBe(net(a) + net(b))
    }),
  )
})

test('tax withheld is told beside the net, not subtracted', () => {
  expect(net({ gross: 10_000, fees: 300, refunds: 500, tax: 1000 })).toBe(9200)
})
