import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { expectedOf } from '#domain/patron-sight.ts'
import { readWhole } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const NOW = 'patreon-members'
const OLD = 'patreon-members-2023'
const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')

test('members become patrons with what they pledge, and no ledger line', async () => {
  const { patrons, lines, transfers, facts } = await readWhole(NOW, sampleText('declined-free-and-yearly-2026.csv'))
  expect([...lines, ...transfers]).toEqual([])
  expect(patrons.map(({ key, status, amount, currency, every }) => [key, status, amount, currency, every])).toEqual([
    ['101', 'active', 500, 'EUR', 'month'],
    ['102', 'active', 12_000, 'USD', 'year'],
    ['103', 'declined', 500, 'EUR', 'month'],
    ['104', 'former', 0, 'EUR', 'month'],
    ['105', 'free', 0, 'EUR', 'month'],
    ['106', 'free', null, '', 'month'],
  ])
  expect(patrons[0]).toEqual({
    key: '101',
    patron: '101',
    name: 'Ada',
    patrons: 1,
    status: 'active',
    amount: 500,
    currency: 'EUR',
    every: 'month',
    since: '2025-06-08',
    lifetime: 6000,
  })
  expect(facts).toMatchObject({ span: null, asOf: '2026-06-02T09:15:00Z' })
  expect(facts.warnings).toEqual(['One patron pays once a year: the pledge that Patreon tells is taken for the whole year.'])
})

test('a yearly pledge is expected by a twelfth a month; declined, former and free members are not', async () => {
  const { patrons } = await readWhole(NOW, sampleText('declined-free-and-yearly-2026.csv'))
  expect(expectedOf(patrons)).toEqual({
    patrons: 2,
    hidden: 0,
    monthly: [
      { currency: 'EUR', amount: 500 },
      { currency: 'USD', amount: 1000 },
    ],
  })
})

test('what cannot be read is told, and nobody is taken twice', async () => {
  const { patrons, complaints, passedOver } = await readWhole(OLD, sampleText('bad-rows-2023.csv'))
  expect(patrons.map(({ key, amount }) => [key, amount])).toEqual([['201', 500]])
  expect(passedOver).toEqual(['repeated row'])
  expect(complaints.map(({ row, field, text }) => [row, field, text])).toEqual([
    [4, '', '201'],
    [5, 'Patron Status', 'Paused patron'],
    [6, 'Charge Frequency', 'fortnightly'],
    [7, 'Pledge Amount', 'five'],
    [8, 'Patronage Since Date', '2023-02-30 10:00:00'],
    [9, 'User ID', ''],
    [10, 'Currency', ''],
  ])
})

test('the two layouts are told apart, and from the earnings', () => {
  expect(layoutOf(sampleText('declined-free-and-yearly-2026.csv'))).toBe(NOW)
  expect(layoutOf(sampleText('bad-rows-2023.csv'))).toBe(OLD)
  expect(layoutOf('Name,Patron Status,Currency\n')).toBeUndefined()
})

test('any rows give each row one outcome, without throwing', async () => {
  const texts = ['declined-free-and-yearly-2026.csv', 'bad-rows-2023.csv'].map(sampleText)
  await expectOneOutcomeEach({ layouts: [NOW, OLD], texts, cells: ['Active patron', 'EUR', '5.00', 'annual', '101', 'Yes'] })
})

const real = fileURLToPath(new URL('../../../../shared/samples/patreon/', import.meta.url))

test.skipIf(!existsSync(real))('the real list of 2023 is read whole, to the cent of its own columns', async () => {
  const text = readFileSync(`${real}members-2023.pseudonymised.csv`, 'utf8')
  expect(layoutOf(text)).toBe(OLD)
  const { patrons, counts } = await readWhole(OLD, text)
  const rows = text.trim().split('\n').slice(1)
  expect(counts).toEqual({ patron: rows.length })
  const pledged = rows.reduce((sum, row) => sum + Number(row.split(',')[7]?.replace('.', '')), 0)
  expect(patrons.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(pledged)
  expect(patrons.every(({ status }) => status === 'declined')).toBe(true)
  expect(layoutOf(readFileSync(`${real}members-header-2026.csv`, 'utf8'))).toBe(NOW)
})
