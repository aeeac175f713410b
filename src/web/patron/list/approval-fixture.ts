import { creditorReference } from '#domain/creditor-reference.ts'
import type { Approval, ApprovedLine } from './approval.ts'

const ID = '0123456789abcdef0123456789abcdef'

export function approvedLine(number: number, change: Partial<ApprovedLine> = {}): ApprovedLine {
  return {
    url: `/v/venture-${number}`,
    address: `venture-${number}`,
    title: `Venture ${number}`,
    origin: null,
    what: 'Turns notes into outlines.',
    amount: 15_000,
    holder: 'Ada Müller',
    iban: 'DE89370400440532013000',
    bic: '',
    elsewhere: null,
    fee: { fixed: 30, basisPoints: 290 },
    ibanBefore: null,
    confirmed: false,
    reference: creditorReference(number.toString(16).padStart(32, '0')),
    announced: null,
    ...change,
  }
}

/** €150.00 a month to each of two ventures, approved on 26 November 2026. */
export const approval: Approval = {
  id: ID,
  at: '2026-11-26T09:00:00Z',
  day: '2026-11-26',
  first: '2026-12-01',
  by: 'Grace',
  purpose: 'Software that we use',
  organisation: 'Söhne & Co',
  iban: 'GB29NWBK60161331926819',
  bic: '',
  vatNumber: 'DE123456789',
  purchaseOrder: 'PO-77',
  developers: 10,
  bankFee: 20,
  currency: 'EUR',
  rhythm: 'monthly',
  lines: [approvedLine(1), approvedLine(2, { iban: 'NO9386011117947' })],
  files: [],
}
