import { psend } from '#web/api/public-client.ts'
import { keepPledge } from '../giving/giving-store.ts'
import type { Approval, ApprovedLine } from './approval.ts'
import { announcedBefore, withApprovedLine } from './approval.ts'
import { changeApproval, listStore } from './list-store.ts'

/** Below this a pledge is not taken: minor units. */
const LEAST = 100

/** Lines whose recipients can be told before the money comes: ventures of this site, paid by bank. */
export function announceable({ lines }: Pick<Approval, 'lines'>): ApprovedLine[] {
  return lines.filter(({ origin, iban, amount, announced }) => origin === null && iban !== '' && amount >= LEAST && announced === null)
}

/**
 * Announces payments to their recipients, one by one, as pledges: each then has the reference by which the recipient's import knows it,
 * and a link for an invoice. A promise of an earlier approval that this one replaces is taken back. What was announced is kept at once; throws a sentence about those that could not be.
 */
export async function announce(approval: Approval, named: boolean): Promise<void> {
  const failed: string[] = []
  for (const line of announceable(approval)) {
    try {
      await announceLine(approval, line, named)
    } catch (error) {
      failed.push(`${line.title}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (failed.length > 0) throw new Error(failed.join('\n'))
}

async function announceLine(approval: Approval, line: ApprovedLine, named: boolean): Promise<void> {
  const { id: approvalId, rhythm, currency, organisation, purchaseOrder, vatNumber, day } = approval
  const { address, amount, title, url } = line
  const months = rhythm === 'monthly' ? 1 : 12
  const before = announcedBefore(listStore.read(), url)?.line.announced
  const { id, token, recipientToken, reference } = await psend('pledge', {
    params: { address },
    body: {
      amount,
      currency,
      rhythm,
      months,
      way: 'bank',
      patron: { kind: 'organisation', name: organisation, email: '' },
      named,
      papers: { purchaseOrder, vatNumber },
    },
  })
  keepPledge({ id, token, address, title, amount, currency, rhythm, months, way: 'bank', made: day, fee: null, state: null, payments: [] })
  changeApproval(approvalId, (now) => withApprovedLine(now, url, { reference, announced: { id, token, recipientToken } }))
  if (before) await psend('changePledge', { token: before.token, body: { cancel: true } })
}
