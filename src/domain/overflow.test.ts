import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openPeers } from './overflow.ts'

const SECRET = '00112233445566778899aabbccddeeff'
const site = { url: 'https://fund.example', listed: ['choir', 'field-notes'], secrets: [SECRET] }
const addresses = (...typed: string[]) =>
  openPeers(
    typed.map((address) => ({ title: 'Other', address })),
    site,
  ).map(({ address }) => address)

test('public ventures of this site are named by their bare address, however it was typed', () => {
  const typed = [
    'choir',
    '/v/choir',
    'v/choir/',
    'https://fund.example/v/choir',
    'HTTPS://Fund.example:443/v/choir/',
    'http://fund.example/v/choir',
  ]
  expect(addresses(...typed)).toEqual(typed.map(() => 'choir'))
})

test('others are named by their absolute address', () => {
  expect(addresses('https://elsewhere.example/v/x', 'http://elsewhere.example/v/x', 'javascript:alert(1)', 'elsewhere.example')).toEqual([
    'https://elsewhere.example/v/x',
  ])
})

test('what is private or unlisted here is never named', () => {
  const form = fc.constantFrom('', '/v/', 'v/', 'https://fund.example/v/', 'https://fund.example:443/embed/', 'https://x.example/?to=')
  fc.assert(
    fc.property(form, fc.constantFrom(SECRET, SECRET.toUpperCase()), (before, address) => {
      expect(addresses(before + address)).toEqual([])
    }),
  )
  expect(addresses('private', '/v/private', 'https://fund.example/v/private', 'https://fund.example/')).toEqual([])
})
