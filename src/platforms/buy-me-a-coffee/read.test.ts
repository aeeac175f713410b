import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWhole } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'
import { addressOf, unescaped } from './supporter.ts'

const SUPPORTERS = 'buy-me-a-coffee-supporters'
const MEMBERS = 'buy-me-a-coffee-members'

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const text = sampleText('supporters-entities-and-equal-rows.csv')

test('what was given is count times price, and equal rows are told apart', async () => {
  expect(layoutOf(text)).toBe(SUPPORTERS)
  const { lines, passedOver, complaints } = await readWhole(SUPPORTERS, text)
  expect(lines.map((line) => [line.key, line.gross, line.currency])).toEqual([
    ['2026-01-05T10:00:00:rene@example.org:USD:1500', 1500, 'USD'],
    ['2026-01-06T10:00:00:x@example.org:USD:500', 500, 'USD'],
    ['2026-01-07::USD:500', 500, 'USD'],
    ['2026-01-07::USD:500#2', 500, 'USD'],
    ['2026-01-08:cy@example.org:JPY:800', 800, 'JPY'],
  ])
  expect(passedOver).toEqual(['amount is 0'])
  expect(complaints.map(({ row, field, text: cell }) => [row, field, cell])).toEqual([
    [8, 'Coffee Count', 'two'],
    [9, 'Coffee Price', 'five'],
    [10, 'Support Currency', ''],
    [11, 'Support Date', 'soon'],
  ])
})

test('names are read as their bearers wrote them; who gave none has none', async () => {
  const { lines } = await readWhole(SUPPORTERS, text)
  expect(lines[0]).toMatchObject({ name: 'René & Ayşe', patron: 'rene@example.org', note: '3 coffees, Keep going &hearts;' })
  expect(lines[1]?.name).toBeUndefined()
  expect(lines[1]?.patron).toBe('x@example.org')
})

test('a list of members makes patrons, counts nothing and says so', async () => {
  expect(layoutOf(sampleText('members.csv'))).toBe(MEMBERS)
  const { patrons, lines, transfers, passedOver, complaints, facts } = await readWhole(MEMBERS, sampleText('members.csv'))
  expect([...lines, ...transfers]).toEqual([])
  expect(patrons.map(({ key, name, status, amount, currency, since }) => [key, name, status, amount, currency, since])).toEqual([
    ['ada@example.org:2025-03-01', 'Ada', 'active', 500, 'USD', '2025-03-01'],
    ['bob@example.org:2025-04-01', 'Bob', 'former', 5000, 'USD', '2025-04-01'],
    ['bob@example.org:2025-10-01 10:00:00', 'Bob', 'active', 6000, 'USD', '2025-10-01'],
    ['rene@example.org:03/04/2025', 'René', 'free', 750, 'EUR', undefined],
    [':2025-05-01', undefined, 'active', 300, 'EUR', '2025-05-01'],
    [':2025-05-01#2', undefined, 'active', 300, 'EUR', '2025-05-01'],
  ])
  expect(passedOver).toEqual(['repeated row'])
  expect(complaints.map(({ row, field, text: cell }) => [row, field, cell])).toEqual([
    [9, 'Amount', 'three'],
    [10, 'Start date', '2025-05-32'],
    [11, 'Paused', 'Perhaps'],
    [12, 'Support Currency', ''],
  ])
  expect(facts.warnings).toEqual([expect.stringContaining('nothing in it is counted'), expect.stringContaining('pay monthly')])
})

test('a text without a semicolon stays as it is, and an address is the same before and after its account is deleted', () => {
  const plain = fc.string().filter((one) => !one.includes(';'))
  fc.assert(fc.property(plain, (one) => unescaped(one) === one))
  const deleted = fc.tuple(fc.emailAddress(), fc.nat())
  fc.assert(fc.property(deleted, ([mail, id]) => addressOf(`${mail}_is_deleted_${id}`) === addressOf(mail)))
})

test('any rows give each row one outcome, without throwing', async () => {
  const cells = ['2026-01-05', '1/2/2026', 'USD', '5', '-1.5', '&#99999999;', '&Uuml;', 'x@y_is_deleted_1']
  await expectOneOutcomeEach({ layouts: [SUPPORTERS, MEMBERS], texts: [text, sampleText('members.csv')], cells })
})
