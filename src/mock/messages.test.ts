import { expect, test } from 'vitest'
import { answerOf, askOf, requestOf, responseOf } from './messages.ts'

const address = 'http://enough.test/api/v1/files?name=a.csv'

test('a request survives the way to the worker, body and headers too', async () => {
  const request = new Request(address, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: 'day,amount\n' })
  const there = requestOf(structuredClone(await askOf(1, request)))
  expect(there).toMatchObject({ url: address, method: 'POST' })
  expect(there.headers.get('content-type')).toBe('text/csv')
  expect(await there.text()).toBe('day,amount\n')
})

test('a request without a body stays without one', async () => {
  const there = requestOf(structuredClone(await askOf(2, new Request(address))))
  expect(there).toMatchObject({ method: 'GET', body: null })
})

test('an answer survives the way back, also one without a body', async () => {
  const full = new Response('{"id":1}', { status: 201, headers: { etag: '"7"' } })
  const back = responseOf(structuredClone(await answerOf(3, full)))
  expect(back.status).toBe(201)
  expect(back.headers.get('etag')).toBe('"7"')
  expect(await back.text()).toBe('{"id":1}')
  const empty = responseOf(structuredClone(await answerOf(4, new Response(null, { status: 204 }))))
  expect(empty).toMatchObject({ status: 204, body: null })
})
