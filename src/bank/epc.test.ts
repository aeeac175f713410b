import { creditorReference } from '#domain/creditor-reference.ts'
import * as fc from 'fast-check'
import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { codePath, codeSvg, epcCode, epcPayload, type EpcTransfer } from './epc.ts'

const transfer: EpcTransfer = { holder: 'Zoë Łukasz', iban: 'DE89 3704 0044 0532 0130 00', amount: 1234, currency: 'EUR' }
const reference = creditorReference('0123456789abcdef0123456789abcdef')

function payloadOf(change: Partial<EpcTransfer>): string {
  const made = epcPayload({ ...transfer, ...change })
  if ('problem' in made) throw new Error(made.problem)
  return made.payload
}

/** A reader of its own, after the table of the guideline: element by line, from 1. */
function readPayload(payload: string) {
  const lines = payload.split('\n')
  const [serviceTag, version, characterSet, identification, bic = '', name, iban, amount = '', purpose = '', structured = '', text = ''] =
    lines
  expect(lines.length).toBeLessThanOrEqual(12)
  return { head: [serviceTag, version, characterSet, identification].join(), bic, name, iban, amount, purpose, structured, text }
}

/** Draws the squares of the SVG's path on a bitmap, and has them read by a decoder that shares nothing with the encoder. */
function decoded(payload: string): { text: string; version: number } {
  const code = epcCode(payload)
  const { size, path } = codePath(code)
  const scale = 4
  const pixels = new Uint8ClampedArray(size * size * scale * scale * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let dy = 0; dy < scale; dy++) {
      for (let dx = 0; dx < Number(length) * scale; dx++) {
        pixels.fill(
          0,
          ((Number(y) * scale + dy) * size * scale + Number(x) * scale + dx) * 4,
          ((Number(y) * scale + dy) * size * scale + Number(x) * scale + dx) * 4 + 3,
        )
      }
    }
  }
  const read = jsQR(pixels, size * scale, size * scale)
  if (!read) throw new Error('Failed to read the code: no code was found.')
  return { text: new TextDecoder().decode(Uint8Array.from(read.binaryData)), version: read.version }
}

test('the code says the transfer, read back by an independent decoder', () => {
  const name = fc.string({ unit: fc.constantFrom(...'aZé ł中&.-'), minLength: 1, maxLength: 68 }).map((text) => `N${text}`)
  const remittance = fc.oneof(
    fc.constant({}),
    fc.constant({ reference }),
    fc.record({ text: fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme-ascii' }) }),
  )
  const account = fc.constantFrom({}, { bic: 'COBADEFFXXX' })
  const amount = fc.option(fc.integer({ min: 1, max: 99_999_999_999 }))
  fc.assert(
    fc.property(name, amount, remittance, account, (holder, amount, remittance, account) => {
      const made = epcPayload({ ...transfer, holder, amount, ...remittance, ...account })
      if ('problem' in made) expect(made.problem).toContain('too much')
      if (!('payload' in made)) return
      const { text, version } = decoded(made.payload)
      expect(text).toBe(made.payload)
      expect(version).toBeLessThanOrEqual(13)
      expect(readPayload(text)).toEqual({
        head: 'BCD,002,1,SCT',
        bic: '',
        purpose: '',
        structured: '',
        name: holder.replace(/ +/g, ' ').trim(),
        iban: 'DE89370400440532013000',
        amount:
          amount === null
            ? ''
            : expect.stringMatching(new RegExp(`^EUR${Math.floor(amount / 100)}\\.${String(amount % 100).padStart(2, '0')}$`)),
        ...account,
        ...('reference' in remittance ? { structured: reference } : {}),
        ...('text' in remittance ? { text: (remittance.text as string).replace(/ +/g, ' ').trim() } : { text: '' }),
      })
    }),
    { numRuns: 40 },
  )
})

test('the longest payload still fits version 13 at error correction M', () => {
  const payload = payloadOf({ holder: 'é'.repeat(70), text: `é${'x'.repeat(139)}` })
  expect(new TextEncoder().encode(payload)).toHaveLength(331)
  expect(decoded(payload)).toEqual({ text: payload, version: 13 })
  expect(epcPayload({ ...transfer, holder: 'é'.repeat(70), text: `éé${'x'.repeat(138)}` })).toHaveProperty('problem')
})

test('a reference stands in line 10 and a text in line 11', () => {
  expect(payloadOf({ reference }).split('\n')[9]).toBe(reference)
  expect(payloadOf({ text: 'Thank you' }).split('\n').slice(8)).toEqual(['', '', 'Thank you'])
  expect(payloadOf({}).split('\n')).toHaveLength(8)
  expect(payloadOf({ amount: null })).toBe('BCD\n002\n1\nSCT\n\nZoë Łukasz\nDE89370400440532013000')
})

test('a name cannot smuggle lines in', () => {
  expect(payloadOf({ holder: 'A\nGB29NWBK60161331926819\r\nEUR9999' }).split('\n')[5]).toBe('A GB29NWBK60161331926819 EUR9999')
})

test.each([
  [{ currency: 'CHF' }, 'in CHF'],
  [{ iban: 'DE88370400440532013000' }, 'check digits'],
  [{ bic: 'X' }, 'BIC'],
  [{ holder: ' \n' }, '0 characters'],
  [{ holder: 'x'.repeat(71) }, '71 characters'],
  [{ amount: 0 }, 'amount'],
  [{ amount: 1.5 }, 'amount'],
  [{ amount: 100_000_000_000 }, 'amount'],
  [{ reference, text: 'x' }, 'one of them'],
  [{ reference: 'RF00ENABCDEFGHIJ' }, 'no creditor reference'],
  [{ text: 'x'.repeat(141) }, '140'],
])('no code is made of %o', (change, words) => {
  const made = epcPayload({ ...transfer, ...change })
  expect('problem' in made ? made.problem : '').toContain(words)
})

test('the picture is black on white with a quiet zone of four, and its label is escaped', () => {
  const code = epcCode(payloadOf({ reference }))
  const svg = codeSvg(code, 'Pay "A" <b> & C')
  expect(svg).toContain(`viewBox="0 0 ${code.modules.length + 8} ${code.modules.length + 8}"`)
  expect(svg).toContain('aria-label="Pay &#34;A&#34; &#60;b&#62; &#38; C"')
  expect(svg).not.toContain('style')
})
