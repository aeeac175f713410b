import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openToken, signToken } from './token.ts'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 })
const id = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join(''))
const purpose = fc.constantFrom('patron', 'recipient')

test('a token opens the pledge it was signed for, and nothing else', () => {
  fc.assert(
    fc.property(key, id, purpose, (secret, pledge, what) => {
      const token = signToken(secret, what, pledge)
      expect(token).toMatch(/^[\w-]{66}$/)
      expect(openToken(secret, what, token)).toBe(pledge)
      expect(() => openToken(secret, what === 'patron' ? 'recipient' : 'patron', token)).toThrow('not whole')
      expect(() =>
        openToken(
          Uint8Array.from(secret, (byte) => byte ^ 1),
          what,
          token,
        ),
      ).toThrow('not whole')
    }),
    { numRuns: 50 },
  )
})

test('no token with one letter changed, cut or added opens anything', () => {
  const secret = new Uint8Array(32).fill(7)
  const token = signToken(secret, 'patron', '0123456789abcdef0123456789abcdef')
  fc.assert(
    fc.property(fc.nat({ max: 65 }), fc.constantFrom(...'ABCxyz019-_'), (at, letter) => {
      const changed = token.slice(0, at) + letter + token.slice(at + 1)
      // The last letter bears four bits only, so several letters may stand for the same byte.
      if (changed === token || at === 65) return
      expect(() => openToken(secret, 'patron', changed)).toThrow('not whole')
    }),
    { numRuns: 100 },
  )
  for (const bad of ['', token.slice(1), `${token}A`, 'é'.repeat(66)]) expect(() => openToken(secret, 'patron', bad)).toThrow('not whole')
})
