import { exponentOf } from '#domain/currency.ts'
import { decimalText } from '#domain/money.ts'
import type { Pledge, Rhythm } from '#domain/pledge.ts'
import { signToken } from '#public/token.ts'
import type { Parts } from './parts.ts'

const EACH: Readonly<Record<Rhythm, string>> = { once: 'once', monthly: 'each month', quarterly: 'each quarter', yearly: 'each year' }

/** Sends a patron the link to their pledge, where mails can be sent and an address was given. A mail that fails is only logged. */
export async function mailLink({ square, log }: Pick<Parts, 'square' | 'log'>, pledge: Pledge, title: string): Promise<void> {
  const to = pledge.patron.email
  if (!square.mail || to === '') return
  const link = `${square.shelf.site().url}/pledge#${signToken(square.shelf.key(), 'patron', pledge.id)}`
  const amount = `${decimalText(pledge.amount, exponentOf(pledge.currency) ?? 2)} ${pledge.currency} ${EACH[pledge.rhythm]}`
  const text = [
    `You pledged ${amount} to ${title}.`,
    '',
    'With this link you see what has arrived, give or take back the consent to be named, and cancel:',
    link,
    '',
    'Keep it to yourself: whoever has it can do the same. If this was not you, open it and cancel; nothing is owed.',
    '',
  ].join('\n')
  try {
    await square.mail({ to, subject: `Your pledge to ${title}`.replace(/\s+/g, ' '), text })
  } catch (error) {
    log('A mail with the link to a pledge could not be sent.', error)
  }
}
