import jsQR from 'jsqr'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PublicVenture } from '#domain/public-venture.ts'
import { ventureCodes } from './site-codes.ts'
import { venture } from './venture-fixture.ts'

const PAGE = 'https://plain.example/v/obtool/'
/** Pixels per square. */
const SCALE = 4

/** What a reader of codes sees in an SVG of ours: its dark runs drawn on white. */
function read(svg: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]) * SCALE
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    if (x === '0') continue
    for (let py = Number(y) * SCALE; py < (Number(y) + 1) * SCALE; py += 1) {
      for (let px = Number(x) * SCALE; px < (Number(x) + Number(length)) * SCALE; px += 1)
        pixels.fill(0, (py * size + px) * 4, (py * size + px) * 4 + 3)
    }
  }
  return jsQR(pixels, size, size)?.data
}

const ways: PublicVenture['ways'] = [
  { kind: 'stripe', fee: { fixed: 25, basisPoints: 150 } },
  { kind: 'bank', holder: 'Zoë Maker', iban: 'DE89370400440532013000', since: '2026-01-10' },
  { kind: 'page', platform: 'Ko-fi', url: 'https://ko-fi.com/zoe', fee: { fixed: 0, basisPoints: 0 } },
]

test('codes lead to the page, the bank account and the pages elsewhere; nothing takes a card', () => {
  const codes = ventureCodes(venture({ ways }), PAGE)
  expect(codes.map(({ name, svg }) => [name, read(svg)])).toEqual([
    ['code.svg', PAGE],
    ['code-2.svg', 'BCD\n002\n1\nSCT\n\nZoë Maker\nDE89370400440532013000\n\n\n\nObtool'],
    ['code-3.svg', 'https://ko-fi.com/zoe'],
  ])
})

test('no address that is not of the web becomes a code, and no title breaks out of one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), (title) => {
      const hostile: PublicVenture['ways'] = [
        { kind: 'page', platform: title, url: 'javascript:alert(1)', fee: { fixed: 0, basisPoints: 0 } },
      ]
      const codes = ventureCodes(venture({ title, ways: [...hostile, ...ways] }), PAGE)
      expect(codes.map(({ name }) => name)).not.toContain('code-1.svg')
      for (const { svg } of codes) expect(svg.match(/</g)).toHaveLength(4)
    }),
    { numRuns: 20 },
  )
})
