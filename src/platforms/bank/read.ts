import type { Platform } from '../read.ts'
import { isSameAccount } from './account-number.ts'
import { camt } from './camt.ts'
import { ofx } from './ofx.ts'
import { qif } from './qif.ts'

/** What was paid into a bank account, by invoice or by transfer. */
export const bank: Platform = {
  id: 'bank',
  name: 'Bank account',
  streamKind: 'service',
  readers: [camt, ofx, qif],
  sameAccount: isSameAccount,
}
