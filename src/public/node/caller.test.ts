import { expect, test } from 'vitest'
import { callerOf } from './caller.ts'

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
const plain = new Request('http://a.example/')
const forwarded = new Request('http://a.example/', { headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' } })

test('a caller is the other end; what it says of itself counts only behind a proxy of one’s own, and then the last word', () => {
  expect(callerOf(false)(forwarded, from('192.0.2.1'))).toBe('192.0.2.1')
  expect(callerOf(true)(forwarded, from('127.0.0.1'))).toBe('198.51.100.7')
  expect(callerOf(true)(plain, from('127.0.0.1'))).toBe('127.0.0.1')
})

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['', ''],
])('%s counts as %s', (address, network) => {
  expect(callerOf(false)(plain, from(address))).toBe(network)
})
