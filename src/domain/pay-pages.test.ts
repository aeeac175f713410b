import { expect, test } from 'vitest'
import { pageWay, payPageAt, payPages, payPageUrl } from './pay-pages.ts'

test.each([
  ['https://github.com/sponsors/octo-cat', 'github', 'octo-cat'],
  ['https://github.com/sponsors/octo-cat/?frequency=one-time', 'github', 'octo-cat'],
  ['https://www.patreon.com/zoe', 'patreon', 'zoe'],
  ['https://patreon.com/c/zoe', 'patreon', 'zoe'],
  ['https://opencollective.com/babel', 'open_collective', 'babel'],
  ['https://Ko-fi.com/zoe', 'ko_fi', 'zoe'],
  ['https://liberapay.com/~123', 'liberapay', '~123'],
  ['https://www.buymeacoffee.com/zoe', 'buy_me_a_coffee', 'zoe'],
  ['https://thanks.dev/u/gh/zoe', 'thanks_dev', 'u/gh/zoe'],
  ['https://tidelift.com/funding/github/npm/babel', 'tidelift', 'npm/babel'],
  ['https://issuehunt.io/r/zoe/obtool', 'issuehunt', 'zoe/obtool'],
])('%s is on %s', (url, key, handle) => {
  expect(payPageAt(url)).toEqual({ page: payPages.find((page) => page.key === key), handle })
})

test.each([
  'https://github.com/octo-cat',
  'https://github.com/sponsors/',
  'https://ko-fi.com.evil.example/zoe',
  'https://evil.example/https://ko-fi.com/zoe',
  'https://liberapay.com/zoe/donate',
  'javascript:alert(1)',
])('%s is on none of them', (url) => {
  expect(payPageAt(url)).toBeUndefined()
})

test('a page’s address leads back to its handle', () => {
  for (const page of payPages) {
    const handle = ['one', 'two', 'three'].slice(0, page.parts).join('/')
    expect(payPageAt(payPageUrl(page, handle) ?? '')).toEqual({ page, handle })
    for (const odd of ['', 'a b', '../x', 'a/b/c/d', '"><script>', '.']) expect(payPageUrl(page, odd)).toBeUndefined()
  }
})

test('a page elsewhere is a way to pay, with the fee of its platform', () => {
  expect(pageWay('https://github.com/sponsors/zoe')).toEqual({
    kind: 'page',
    platform: 'GitHub Sponsors',
    url: 'https://github.com/sponsors/zoe',
    fee: { fixed: 0, basisPoints: 0 },
  })
  expect(pageWay('https://shop.example/give')).toMatchObject({ platform: 'shop.example', fee: { fixed: 0, basisPoints: 0 } })
})
