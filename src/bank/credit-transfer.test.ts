import { existsSync, readFileSync } from 'node:fs'
import { creditorReference, referencesIn } from '#domain/creditor-reference.ts'
import { parseAmount } from '#domain/money.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { creditTransferFile, type Transfer, type TransferOrder } from './credit-transfer.ts'

const SCHEMA = new URL('../../../shared/reference/schemas/pain.001.001.09.xsd', import.meta.url)
const IBANS = [
  'DE89370400440532013000',
  'GB29NWBK60161331926819',
  'NO9386011117947',
  'MT84MALT011000012345MTLCAST001S',
  'RS35260005601001611379',
]

function transferOf(number: number, change: Partial<Transfer> = {}): Transfer {
  const reference = creditorReference(number.toString(16).padStart(32, '0'))
  return { holder: 'Ada Müller', iban: IBANS[number % IBANS.length]!, amount: 1234 + number, currency: 'EUR', reference, ...change }
}

const order: TransferOrder<Transfer> = {
  messageId: 'ENOUGH-20261123-1',
  made: '2026-11-23T10:00:00Z',
  execution: '2026-11-25',
  payer: { name: 'Söhne & Co <KG>', iban: 'DE89 3704 0044 0532 0130 00' },
  transfers: [transferOf(1), transferOf(2, { bic: 'NWBKGB2L' }), transferOf(3)],
}

function made(change: Partial<TransferOrder<Transfer>> = {}) {
  const result = creditTransferFile({ ...order, ...change })
  if ('problem' in result) throw new Error(result.problem)
  return result
}

/** Texts of an element, wherever it stands: no parser of ours has a part in it. */
const textsOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text]) => text)
const sumOf = (amounts: (string | undefined)[]) => amounts.reduce((sum, text) => sum + (parseAmount(text ?? '', 2) ?? Number.NaN), 0)

/** Names that try to break out of an element, a character set or a length. */
const hostile = fc.oneof(
  fc.constantFrom('</Nm><Nm>', ']]>', '<!--', '&amp;&lt;', '\u0000\u0007', '"\'`', '🙂', 'x'.repeat(300), '\ud800', '𝔘', '日本', '.'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 90 }),
)
const hostileTransfer = fc
  .record({
    number: fc.nat(1000),
    holder: hostile,
    amount: fc.integer({ min: 1, max: 99_999_999_999 }),
    bic: fc.constantFrom('', 'COBADEFFXXX'),
  })
  .map(({ number, ...change }) => transferOf(number, change))
const hostileTransfers = fc.uniqueArray(hostileTransfer, { minLength: 1, maxLength: 5, selector: ({ reference }) => reference })

test.skipIf(!existsSync(SCHEMA))('the file is valid by the schema of ISO 20022, whatever the names', { timeout: 120_000 }, async () => {
  const schema = [readFileSync(SCHEMA, 'utf8')]
  const samples = fc.sample(fc.tuple(hostileTransfers, hostile), { numRuns: 12, seed: 7 })
  const files = [
    made(),
    ...samples.map(([transfers, name]) => made({ transfers, payer: { ...order.payer, name: `A${name}`, bic: 'COBADEFF' } })),
  ]
  const xml = files.flatMap(({ file }, i) => (file ? [{ fileName: `${i}.xml`, contents: file.xml }] : []))
  expect(xml.length).toBeGreaterThan(10)
  const { valid, errors } = await validateXML({ xml, schema })
  expect(errors).toEqual([])
  expect(valid).toBe(true)
  const broken = await validateXML({ xml: xml[0]!.contents.replace('<PmtMtd>TRF', '<PmtMtd>XXX'), schema })
  expect(broken.valid).toBe(false)
})

test('the control sums are the sum of the amounts, the counts their number, and all money is inside or outside', () => {
  const transfer = fc.tuple(
    hostileTransfer,
    fc.constantFrom({}, {}, { currency: 'CHF' }, { iban: '' }, { iban: 'TR330006100519786457841326' }),
  )
  fc.assert(
    fc.property(fc.array(transfer, { maxLength: 8 }), (pairs) => {
      const transfers = pairs.map(([transfer, change]) => ({ ...transfer, ...change }))
      const { file, taken, outside } = made({ transfers })
      const total = (list: Transfer[]) => list.reduce((sum, { amount }) => sum + amount, 0)
      expect(total(taken) + total(outside.map(({ transfer }) => transfer))).toBe(total(transfers))
      expect(file === null).toBe(taken.length === 0)
      if (!file) return
      expect(file.sum).toBe(total(taken))
      expect(sumOf(textsOf(file.xml, 'InstdAmt'))).toBe(file.sum)
      expect(textsOf(file.xml, 'CtrlSum').map((text) => sumOf([text]))).toEqual([file.sum, file.sum])
      expect(textsOf(file.xml, 'NbOfTxs')).toEqual([String(taken.length), String(taken.length)])
      expect(textsOf(file.xml, 'EndToEndId')).toEqual(taken.map(({ reference }) => reference))
    }),
  )
})

test('names come out in SEPA characters and lengths, and nothing of them is markup', () => {
  fc.assert(
    fc.property(hostileTransfers, hostile, (transfers, name) => {
      const { file, taken } = made({ transfers, payer: { ...order.payer, name: `A${name}` } })
      if (!file) return
      const names = textsOf(file.xml, 'Nm')
      expect(names).toHaveLength(taken.length + 2)
      for (const name of names) expect(name).toMatch(/^[A-Za-z0-9/?:().,'+ -]{1,70}$/)
    }),
  )
})

test('an import finds each reference in what the bank passes on', () => {
  const { file, taken } = made()
  expect(referencesIn(textsOf(file?.xml ?? '', 'Ref').join(' '))).toEqual(taken.map(({ reference }) => reference))
})

test('the same order makes the same bytes, and says what it was told', () => {
  const { file } = made()
  expect(made().file?.xml).toBe(file?.xml)
  const xml = file?.xml ?? ''
  expect(textsOf(xml, 'MsgId')).toEqual(['ENOUGH-20261123-1'])
  expect(textsOf(xml, 'CreDtTm')).toEqual(['2026-11-23T10:00:00Z'])
  expect(textsOf(xml, 'Dt')).toEqual(['2026-11-25'])
  expect(textsOf(xml, 'Nm')).toEqual(['Sohne + Co .KG.', 'Sohne + Co .KG.', 'Ada Muller', 'Ada Muller', 'Ada Muller'])
  expect(textsOf(xml, 'Id')).toEqual(['NOTPROVIDED'])
  expect(textsOf(xml, 'BICFI')).toEqual(['NWBKGB2L'])
  expect(textsOf(xml, 'IBAN')).toEqual(['DE89370400440532013000', ...[1, 2, 3].map((i) => IBANS[i])])
})

test.each([
  [{ currency: 'CHF' }, 'in CHF'],
  [{ iban: '' }, 'no IBAN'],
  [{ iban: 'DE88370400440532013000' }, 'check digits'],
  [{ iban: 'TR330006100519786457841326' }, 'outside SEPA'],
  [{ bic: 'X' }, 'BIC'],
  [{ holder: ' ' }, 'account holder'],
  [{ amount: 0 }, 'amount'],
  [{ amount: 1e12 }, 'amount'],
  [{ reference: 'RF00ENABCDEFGHIJ' }, 'reference'],
])('a payment with %o is told as outside', (change, words) => {
  const { file, outside } = made({ transfers: [transferOf(1, change), transferOf(2)] })
  expect(outside).toHaveLength(1)
  expect(outside[0]?.reason).toContain(words)
  expect(file?.count).toBe(1)
})

test('one reference is not paid twice', () => {
  const { file, outside } = made({ transfers: [transferOf(1), transferOf(1)] })
  expect([file?.count, outside[0]?.reason]).toEqual([1, 'Its reference is another payment’s, too.'])
})

test.each([
  [{ payer: { name: 'A', iban: 'DE00' } }, 'your IBAN'],
  [{ payer: { name: 'A', iban: 'TR330006100519786457841326' } }, 'outside SEPA'],
  [{ payer: { name: '', iban: order.payer.iban } }, 'your name'],
  [{ payer: { ...order.payer, bic: 'X' } }, 'your BIC'],
  [{ execution: '2026-02-30' }, 'no day'],
  [{ made: 'now' }, 'no instant'],
  [{ messageId: '' }, 'message id'],
  [{ messageId: '/x' }, 'message id'],
])('nothing is made of an order with %o', (change, words) => {
  const result = creditTransferFile({ ...order, ...change })
  expect('problem' in result ? result.problem : '').toContain(words)
})
