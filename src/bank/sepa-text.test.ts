import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { SEPA_LENGTH, sepaText } from './sepa-text.ts'

test('only allowed characters come out, never nothing, never more than the length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...Object.values(SEPA_LENGTH)), (text, length) => {
      const made = sepaText(text, length)
      expect(made).toMatch(/^[A-Za-z0-9/?:().,'+ -]+$/)
      expect(made).toMatch(/[A-Za-z0-9]/)
      expect(made.length).toBeLessThanOrEqual(length)
      expect(made).toBe(made.trim())
    }),
    { numRuns: 300 },
  )
})

test('what is in the allowed characters stays as it is', () => {
  const allowed = fc.string({ unit: fc.constantFrom(..."azAZ09/?:().,'+-".split('')), minLength: 1, maxLength: 70 })
  fc.assert(fc.property(allowed, (text) => sepaText(`a${text}`, 71) === `a${text}`))
})

test.each([
  ['Müller & Söhne GmbH', 'Muller + Sohne GmbH'],
  ['Łódź Ångström Æsir', 'Lodz Angstrom Aesir'],
  ['Straße – “Zine”', "Strase - 'Zine'"],
  ['Παπαδόπουλος', 'Papadopoylos'],
  ['Щастие Живков, Андрей', 'Shtastie Zhivkov, Andrey'],
  ['ﬁne ǅ e\u0301 \u0301x', 'fine Dz e x'],
  ['a\u0000b\n\tc  d', 'a b c d'],
  ['＜script＞ ½', '.script. 1/2'],
  ['日本', 'NOTPROVIDED'],
  ['', 'NOTPROVIDED'],
  ['🙂🙂', 'NOTPROVIDED'],
])('"%s" is "%s"', (text, made) => expect(sepaText(text, 70)).toBe(made))

test('a text is cut without a space at its end', () => expect(sepaText('abc def', 4)).toBe('abc'))
