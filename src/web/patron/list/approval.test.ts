import { referencesIn } from '#domain/creditor-reference.ts'
import { parseAmount } from '#domain/money.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { approval, approvedLine } from './approval-fixture.ts'
import {
  announcedBefore,
  approvalOf,
  ibanBefore,
  moved,
  nextDue,
  sumOf,
  unconfirmed,
  withApprovedLine,
  withFile,
  type Approval,
} from './approval.ts'
import { approvalCsv, bankFileOf, messageIdOf, pageAt } from './files.ts'
import { EMPTY_LIST, withApproval, type KeptList } from './kept-list.ts'
import { feesOf, perDeveloper, yearOf } from './list-figures.ts'
import { nextBankDay } from './moment.ts'
import { paperTrouble } from './paper-trouble.ts'
import type { PayableLine } from './payable.ts'

const SITE = 'https://enough.example/shop'
const payable = (number: number, change: Partial<PayableLine> = {}): PayableLine => {
  const { ibanBefore: _, confirmed: __, reference: ___, announced: ____, ...line } = approvedLine(number)
  return { ...line, ...change }
}
const list: KeptList = {
  ...EMPTY_LIST,
  paper: { ...EMPTY_LIST.paper, by: 'Grace', organisation: 'Söhne & Co', iban: approval.iban, developers: ' 10 ' },
}
let ids = 0
const newId = () => (++ids).toString(16).padStart(32, '0')
const approve = (now: KeptList, lines: PayableLine[]): Approval =>
  approvalOf({
    list: now,
    lines,
    at: '2026-11-26T09:00:00Z',
    day: '2026-11-26',
    first: '2026-12-01',
    newId,
    ended: (pledge) => pledge === 'ended',
  })
const file = (of: Approval, changed: Approval['lines'] = []) =>
  bankFileOf({ approval: of, execution: '2026-12-01', made: '2026-11-27T10:00:00Z', moved: changed })

/** Rows of a CSV by RFC 4180, read on its own. */
function rowsOf(csv: string): string[][] {
  const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)]
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end !== ',') rows.push([])
  }
  return rows.slice(0, -1)
}

test('the sums of list, approval, bank file and CSV are the same', () => {
  const line = fc.record({
    amount: fc.integer({ min: 0, max: 99_999_999 }),
    iban: fc.constantFrom('DE89370400440532013000', 'NO9386011117947', 'TR330006100519786457841326', '', 'DE00'),
    title: fc.oneof(fc.string(), fc.constantFrom('=1+1', 'a,"b"', 'x\r\ny', '-5')),
  })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (made) => {
      const lines = made.map((change, i) => payable(i, change))
      const frozen = approve(list, lines)
      const result = file(frozen)
      if ('problem' in result) throw new Error(result.problem)
      const rows = rowsOf(approvalCsv(frozen, SITE)).slice(1)
      const outside = sumOf(result.outside.map(({ transfer }) => transfer))
      expect(sumOf(frozen.lines)).toBe(sumOf(lines))
      expect((result.file?.sum ?? 0) + outside).toBe(sumOf(lines))
      expect(rows.reduce((sum, row) => sum + (parseAmount(row[4] ?? '', 2) ?? Number.NaN), 0)).toBe(sumOf(lines))
      expect(rows.map((row) => row[7])).toEqual(frozen.lines.map(({ reference }) => reference))
      expect(referencesIn(result.file?.xml ?? '')).toEqual(result.taken.map(({ reference }) => reference))
    }),
  )
})

test('an IBAN that changed since the last approval blocks the bank file until it is confirmed', () => {
  const first = approve(list, [payable(1), payable(2)])
  expect(unconfirmed(first)).toEqual([])
  const later = withApproval(list, first)
  const second = approve(later, [payable(1, { iban: 'NO9386011117947' }), payable(2)])
  expect(unconfirmed(second).map(({ title }) => title)).toEqual(['Venture 1'])
  expect(file(second)).toEqual({ problem: expect.stringContaining('the IBAN of Venture 1 has changed since the last approval') })
  const confirmed = withApprovedLine(second, second.lines[0]!.url, { confirmed: true })
  expect(file(confirmed)).toMatchObject({ file: { count: 2 }, outside: [] })
})

test('an IBAN that nobody confirmed does not become the known one by being approved again', () => {
  const first = approve(list, [payable(1)])
  const second = approve(withApproval(list, first), [payable(1, { iban: 'NO9386011117947' })])
  const both = withApproval(withApproval(list, first), second)
  expect(ibanBefore(both, payable(1, { iban: 'NO9386011117947' }))).toBe('DE89370400440532013000')
  expect(ibanBefore(both, payable(1))).toBeNull()
  const confirmed = withApproval(both, withApprovedLine(second, second.lines[0]!.url, { confirmed: true }))
  expect(ibanBefore(confirmed, payable(1, { iban: 'NO9386011117947' }))).toBeNull()
  expect(ibanBefore(confirmed, payable(1))).toBe('NO9386011117947')
  expect(ibanBefore(confirmed, payable(1, { iban: '' }))).toBeNull()
})

test('an account that its page names no longer is not paid from an old approval', () => {
  const changed = moved(approval, ({ url }) => (url === approval.lines[0]!.url ? 'NO9386011117947' : undefined))
  expect(changed.map(({ title }) => title)).toEqual(['Venture 1'])
  expect(file(approval, changed)).toEqual({ problem: expect.stringContaining('the page of Venture 1 names another IBAN by now') })
})

test('an approval freezes what the list said, without those who get nothing', () => {
  const frozen = approve(list, [payable(1, { amount: 0 }), payable(2)])
  expect(frozen.lines.map(({ title }) => title)).toEqual(['Venture 2'])
  expect(frozen).toMatchObject({ by: 'Grace', developers: 10, day: '2026-11-26', first: '2026-12-01', files: [] })
  expect(approve({ ...list, paper: { ...list.paper, developers: 'many' } }, []).developers).toBeNull()
  expect(
    new Set(
      approve(
        list,
        [1, 2, 3].map((i) => payable(i)),
      ).lines.map(({ reference }) => reference),
    ).size,
  ).toBe(3)
})

test('a promise that goes on as it is keeps its reference, and any other gets a new one', () => {
  const announced = { id: 'a', token: 't', recipientToken: 'r' }
  const first = approve(list, [payable(1)])
  const told = withApproval(list, withApprovedLine(first, first.lines[0]!.url, { announced }))
  const reference = first.lines[0]!.reference
  expect(approve(told, [payable(1)]).lines[0]).toMatchObject({ reference, announced })
  for (const other of [
    approve(told, [payable(1, { amount: 1 })]),
    approve({ ...told, rhythm: 'yearly' }, [payable(1)]),
    approve({ ...told, currency: 'USD' }, [payable(1)]),
  ]) {
    expect(other.lines[0]?.announced).toBeNull()
    expect(other.lines[0]?.reference).not.toBe(reference)
  }
  const over = withApproval(list, withApprovedLine(first, first.lines[0]!.url, { announced: { ...announced, id: 'ended' } }))
  expect(approve(over, [payable(1)]).lines[0]?.announced).toBeNull()
  expect(announcedBefore(told, first.lines[0]!.url)?.line.announced).toEqual(announced)
  expect(announcedBefore(list, first.lines[0]!.url)).toBeNull()
})

test('the next payment is due month by month, or year by year, as files are made', () => {
  const made = (count: number) => Array.from({ length: count }, () => ({ at: '', execution: '2026-12-01', messageId: '', sum: 1 }))
  const due = (first: string, rhythm: Approval['rhythm'], count: number) => nextDue({ first, rhythm, files: made(count) })
  expect([0, 1, 2, 13].map((count) => due('2026-12-31', 'monthly', count))).toEqual([
    '2026-12-31',
    '2027-01-31',
    '2027-02-28',
    '2028-01-31',
  ])
  expect(due('2028-02-29', 'yearly', 1)).toBe('2029-02-28')
})

test('the file of a day is one, however often it is made, under one name that a bank takes', () => {
  const file = (execution: string) => ({ at: '', execution, messageId: messageIdOf(approval, execution), sum: 1 })
  const made = withFile(withFile(withFile(approval, file('2026-12-01')), file('2027-01-01')), file('2026-12-01'))
  expect(made.files.map(({ messageId }) => messageId)).toEqual(['ENOUGH-20270101-0123456789AB', 'ENOUGH-20261201-0123456789AB'])
  expect(nextDue(made)).toBe('2027-02-01')
})

test('nothing in the CSV is taken for a formula', () => {
  for (const title of ['=1+1', '+1', '-1', '@x', '\tx']) {
    const [, row] = rowsOf(approvalCsv({ ...approval, lines: [approvedLine(1, { title })] }, SITE))
    expect(row?.[0]).toBe(`'${title}`)
  }
})

test('the CSV names no bank for whom none is known', () => {
  const lines = [
    approvedLine(1, { iban: '', holder: '' }),
    approvedLine(2),
    approvedLine(3, { elsewhere: { name: 'Ko-fi', url: 'https://ko-fi.com/x' } }),
  ]
  const rows = rowsOf(approvalCsv({ ...approval, lines }, SITE))
  const at = rows[0]?.indexOf('paid_at') ?? -1
  expect(rows.slice(1).map((row) => row[at])).toEqual(['', 'bank', 'Ko-fi'])
})

test('a page of this site is told by its whole address', () => {
  expect(pageAt('v/obtool', SITE)).toBe('https://enough.example/shop/v/obtool')
  expect(pageAt('https://other.example/v/x', SITE)).toBe('https://other.example/v/x')
})

test('fees saved are twelve card fees of each transfer less what the bank takes for each', () => {
  // 15000 by card costs 30 + 435; twice, twelve times, less 24 transfers of 20.
  expect(feesOf(approval)).toEqual({ cards: 2 * 12 * 465, bank: 24 * 20, saved: 11_160 - 480 })
  expect(feesOf({ ...approval, rhythm: 'yearly' })).toEqual({ cards: 2 * 12 * 66, bank: 40, saved: 1584 - 40 })
  expect(feesOf({ ...approval, lines: [approvedLine(1, { iban: '' })] })).toEqual({ cards: 0, bank: 0, saved: 0 })
  expect(feesOf({ ...approval, bankFee: 1000 }).saved).toBeLessThan(0)
})

test('a year is shared by the developers', () => {
  expect(yearOf(approval)).toBe(360_000)
  expect(yearOf({ ...approval, rhythm: 'yearly' })).toBe(30_000)
  expect(perDeveloper(approval)).toBe(36_000)
  expect(perDeveloper({ ...approval, developers: null })).toBeNull()
})

test('what is wrong with the papers is told by its field', () => {
  const good = { ...list.paper, purpose: 'x' }
  expect(paperTrouble(good)).toEqual({})
  expect(Object.keys(paperTrouble(EMPTY_LIST.paper))).toEqual(['by', 'purpose', 'organisation'])
  expect(paperTrouble({ ...good, iban: 'DE00' }).iban).toContain('This IBAN')
  expect(paperTrouble({ ...good, iban: 'TR330006100519786457841326' }).iban).toContain('outside SEPA')
  expect(paperTrouble({ ...good, bic: 'X' }).bic).toContain('This BIC')
  expect(paperTrouble({ ...good, developers: '1.5' }).developers).toContain('whole number')
})

test.each([
  ['2026-11-26', '2026-11-27'],
  ['2026-11-27', '2026-11-30'],
  ['2026-11-28', '2026-11-30'],
  ['2026-11-29', '2026-11-30'],
])('after %s a bank pays first on %s', (day, next) => expect(nextBankDay(day)).toBe(next))
