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

test('a list of members counts nothing and says so', async () => {
  expect(layoutOf(sampleText('members.csv'))).toBe(MEMBERS)
  const { counts, facts } = await readWhole(MEMBERS, sampleText('members.csv'))
  expect(counts).toEqual({ 'non-row': 2 })
  expect(facts.warnings[0]).toContain('nothing in it is counted')
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
