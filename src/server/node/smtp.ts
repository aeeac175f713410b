import { createTransport } from 'nodemailer'
import type { Square } from '../parts.ts'

/**
 * Sends text mails over `SMTP_URL` (`smtps://user:password@mail.example.org`) in the name of `MAIL_FROM`; undefined without them.
 * Throws a sentence for an address that is none.
 */
export function openMail({ SMTP_URL: url = '', MAIL_FROM: from = '' }: NodeJS.ProcessEnv): Square['mail'] {
  if (url === '') return undefined
  if (!/^smtps?:\/\/[^\s/]+/.test(url))
    throw new Error('Failed to take SMTP_URL: it is no address of a mail server. Write smtps://user:password@host.')
  if (!/^[^@\s]+@[^@\s]+$/.test(from))
    throw new Error('Failed to take MAIL_FROM: mails need the address that they come from. Set it beside SMTP_URL.')
  const transport = createTransport(url, { from, disableFileAccess: true, disableUrlAccess: true })
  return async ({ to, subject, text }) => {
    await transport.sendMail({ to: { name: '', address: to }, subject, text })
  }
}
