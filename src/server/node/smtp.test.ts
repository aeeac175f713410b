import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { openMail } from './smtp.ts'

/** A mail server that takes one mail and keeps what it was told. */
async function mailServer() {
  const told: string[] = []
  const server = createServer((socket) => talk(socket, told))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  return { told, url: `smtp://127.0.0.1:${port}`, close: () => server.close() }
}

function talk(socket: Socket, told: string[]): void {
  let inText = false
  socket.write('220 here\r\n')
  socket.on('data', (chunk) => {
    for (const line of String(chunk).split('\r\n')) {
      if (line === '') continue
      told.push(line)
      if (inText && line !== '.') continue
      if (inText) inText = false
      if (line === 'DATA') inText = true
      socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 good\r\n')
    }
  })
}

test('a mail goes out as plain text, and a subject or an address cannot add a header or a recipient', async () => {
  const server = await mailServer()
  const mail = openMail({ SMTP_URL: server.url, MAIL_FROM: 'site@example.org' })
  await mail?.({
    to: 'bo@example.org, eve@example.org',
    subject: 'Hello\r\nBcc: eve@example.org',
    text: 'https://site.example/pledge#token',
  })
  server.close()
  const envelope = server.told.filter((line) => /^(MAIL|RCPT)/.test(line))
  expect(envelope[0]).toMatch(/^MAIL FROM:<site@example\.org>/)
  expect(envelope.slice(1)).toHaveLength(1)
  expect(server.told.filter((line) => /^Bcc:/i.test(line))).toEqual([])
  expect(server.told).toContain('https://site.example/pledge#token')
  expect(server.told).toContain('Content-Type: text/plain; charset=utf-8')
})

test('without a server there is no mail; half of a setting is said in a sentence', () => {
  expect(openMail({})).toBeUndefined()
  expect(() => openMail({ SMTP_URL: 'mail.example.org', MAIL_FROM: 'a@b.example' })).toThrow('it is no address of a mail server')
  expect(() => openMail({ SMTP_URL: 'smtp://mail.example.org' })).toThrow('mails need the address that they come from')
})
