import { expect, test } from 'vitest'
import { Remittance } from '#contract/public.ts'
import { publicApp } from './pledge-fixture.ts'

const ORGANISATION = { kind: 'organisation', name: 'Org GmbH', email: '' }
const pdf = (text = ''): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`%PDF-1.7\n${text}`)

async function pledged() {
  const test = publicApp()
  const papers = { purchaseOrder: 'PO-7', vatNumber: 'DE1' }
  const { token, recipientToken, id } = (await test.pledge({ patron: ORGANISATION, papers })).json
  const upload = (raw: Uint8Array<ArrayBuffer>, bearer = recipientToken) => test.send('PUT', '/remittance/invoice', { token: bearer, raw })
  return { ...test, token, recipientToken, id, upload }
}

test('the recipient sees what the sheet is about, and nothing of the patron’s own link', async () => {
  const { send, recipientToken, token } = await pledged()
  const { json } = await send('GET', '/remittance', { token: recipientToken })
  expect(Remittance.parse(json)).toEqual(json)
  expect(json).toMatchObject({ title: 'Obtool', patron: 'Org GmbH', amount: 500, papers: { purchaseOrder: 'PO-7' }, invoice: null })
  expect((await send('GET', '/remittance', { token })).status).toBe(403)
})

test('an invoice is a PDF, reaches the patron, and is replaced by the next', async () => {
  const { upload, send, token, inbox } = await pledged()
  expect((await send('GET', '/pledge/invoice', { token })).status).toBe(404)
  expect((await upload(new TextEncoder().encode('<html>'))).status).toBe(415)
  expect((await upload(pdf('one'))).json.invoice).toMatch(/^invoice-/)
  expect((await upload(pdf('two'))).status).toBe(200)
  const { json, headers } = await send('GET', '/pledge/invoice', { token })
  expect(json).toBe('%PDF-1.7\ntwo')
  expect(headers.get('content-type')).toBe('application/pdf')
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="invoice-RF\w+\.pdf"$/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(inbox().filter(({ kind }) => kind === 'invoice')).toHaveLength(1)
})

test('an invoice that is too large, or for a pledge that has ended, or with the patron’s link, is not taken', async () => {
  const { upload, send, token, shelf, id } = await pledged()
  expect((await upload(pdf('x'.repeat(5 * 1024 * 1024)))).status).toBe(413)
  expect((await upload(pdf(), token)).status).toBe(403)
  await send('PATCH', '/pledge', { token, body: { cancel: true } })
  expect((await upload(pdf())).status).toBe(409)
  expect(shelf.document(`invoice-${id}`)).toBeUndefined()
})
