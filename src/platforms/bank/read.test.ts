import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notText } from '../registry.ts'
import { readWhole, type WholeReading } from '../read-fixture.ts'
import { layoutOf } from '../rows-fixture.ts'

const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const OFX = sample('one-account.ofx')
const CAMT = sample('batch-reversal-pending-v2.xml')

const told = ({ lines }: WholeReading) =>
  lines.map(({ at, kind, gross, refunds, currency, name, note }) => [at, kind, gross - refunds, currency, name, note])

test('statements are known by what is in them', () => {
  expect(layoutOf(OFX)).toBe('bank-ofx')
  expect(layoutOf(sample('two-accounts-decimal-comma.ofx'))).toBe('bank-ofx')
  expect(layoutOf(CAMT)).toBe('bank-camt-053')
  expect(layoutOf(sample('parties-and-status-v8.xml'))).toBe('bank-camt-053')
  for (const text of [OFX, CAMT, sample('two-accounts-decimal-comma.ofx')]) expect(notText(new TextEncoder().encode(text))).toBeUndefined()
  expect(layoutOf(CAMT.replace('camt.053', 'camt.029'))).toBeUndefined()
})

test('OFX 1: credits are payments, debits transfers, and what cannot be read is told', async () => {
  const read = await readWhole('bank-ofx', OFX)
  expect(told(read)).toEqual([
    ['2024-06-03', 'payment', 125_000, 'USD', 'ACME PRESS & CO', 'Invoice 2024-07'],
    ['2024-06-17', 'payment', 8050, 'USD', 'ZINE FAIR', undefined],
    ['2024-06-17', 'payment', 8050, 'USD', 'ZINE FAIR', undefined],
  ])
  expect(read.sums.net).toBe(125_000 + 2 * 8050)
  expect(read.transfers).toMatchObject([{ gross: -1999, name: 'PAPER SHOP' }])
  expect(read.complaints).toMatchObject([
    { row: 5, field: 'date', text: '20240631' },
    { row: 6, field: 'amount', text: 'five' },
  ])
  expect(new Set(read.lines.map(({ key }) => key)).size).toBe(3)
  expect(read.outcomes[0]).toMatchObject({ account: { id: '000123456789', name: 'Account …6789' } })
  expect(read.facts).toMatchObject({ asOf: '2024-07-04', span: { from: '2024-06-01', to: '2024-06-30' } })
})

test('OFX 2: two accounts, decimal commas, payees of several parts', async () => {
  const read = await readWhole('bank-ofx', sample('two-accounts-decimal-comma.ofx'))
  expect(told(read)).toEqual([
    ['2024-07-02', 'payment', 123_456, 'EUR', 'Éditions du Pré', 'RF18 5390 0754 7034'],
    ['2024-07-02', 'payment', 1005, 'CHF', 'Bo', undefined],
  ])
  expect(read.passedOver).toEqual(['amount is 0'])
  expect(read.outcomes.map((one) => ('account' in one ? one.account?.id : undefined))).toEqual(['0001111', undefined, '0002222'])
})

test('CAMT.053: batches are taken apart where their parts add up, returns are refunds, what is not booked waits', async () => {
  const read = await readWhole('bank-camt-053', CAMT)
  expect(told(read)).toEqual([
    ['2024-06-03', 'payment', 125_000, 'EUR', 'Verlag & Sohn', 'Rechnung 2024-07 Danke'],
    ['2024-06-10', 'payment', 1000, 'EUR', 'Ada', 'RF18539007547034'],
    ['2024-06-10', 'payment', 2000, 'EUR', 'Bo', undefined],
    ['2024-06-11', 'payment', 4000, 'EUR', undefined, undefined],
    ['2024-06-12', 'refund', -1000, 'EUR', undefined, 'Returned'],
  ])
  expect(read.sums.net).toBe(125_000 + 3000 + 4000 - 1000)
  expect(read.transfers).toMatchObject([{ at: '2024-06-28', gross: -990, note: 'Account fee' }])
  expect(read.passedOver).toEqual(['not booked yet'])
  expect(read.complaints).toMatchObject([{ row: 7, field: 'Sts', text: 'ODD' }])
  expect(read.outcomes[0]).toMatchObject({ account: { id: 'DE89370400440532013000', name: 'Account …3000' } })
  expect(read.facts).toMatchObject({ asOf: '2024-07-01T06:00:00Z', span: { from: '2024-06-01', to: '2024-06-30' } })
})

test('CAMT.053 of later versions names parties and statuses a step deeper; a credit that reverses is no income', async () => {
  const read = await readWhole('bank-camt-053', sample('parties-and-status-v8.xml'))
  expect(told(read)).toEqual([['2024-07-01', 'payment', 1250, 'CHF', 'Eva', 'Zine']])
  expect(read.transfers).toMatchObject([{ gross: 1250 }])
  expect(read.outcomes[0]).toMatchObject({ account: { id: '000123' } })
})

test('a longer statement tells the same lines by the same keys', async () => {
  const first = OFX.slice(OFX.indexOf('<STMTTRN>'), OFX.indexOf('</STMTTRN>') + 10)
  const longer = OFX.replace('</BANKTRANLIST>', `${first.replaceAll('20240603', '20240629')}\n</BANKTRANLIST>`)
  const [short, long] = [await readWhole('bank-ofx', OFX), await readWhole('bank-ofx', longer)]
  expect(long.lines.map(({ key }) => key)).toEqual([...short.lines.map(({ key }) => key), expect.any(String)])
  expect(long.lines).toHaveLength(short.lines.length + 1)
})

test('a statement that breaks off tells what it holds, and that it breaks off', async () => {
  const camt = await readWhole('bank-camt-053', CAMT.slice(0, CAMT.indexOf('R3')))
  expect(camt.lines).toHaveLength(3)
  expect(camt.complaints).toMatchObject([{ row: 3, reason: expect.stringMatching(/damaged after entry 2/) }])
  const ofx = await readWhole('bank-ofx', OFX.slice(0, OFX.indexOf('PAPER SHOP')))
  expect(ofx.counts).toEqual({ lines: 1, transfer: 1 })
})

test('statements that are bent in any way have one outcome for each entry, and none throws', async () => {
  const change = fc.record({
    at: fc.nat(3000),
    length: fc.nat(40),
    by: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('<', '>', '<STMTTRN>', '&', '<Ntry>')),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(['bank-ofx', OFX], ['bank-camt-053', CAMT]),
      fc.array(change, { maxLength: 4 }),
      async ([layout = '', text = ''], changes) => {
        const bent = changes.reduce((all, { at, length, by }) => all.slice(0, at) + by + all.slice(at + length), text)
        const rows = (await readWhole(layout, bent, { chunk: 97 })).outcomes.map(({ row }) => row)
        expect(rows).toEqual(rows.map((_, i) => i + 1))
      },
    ),
    { numRuns: 100 },
  )
})
