import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { disclose } from './disclosure.ts'
import { anyFacts, anyPublication, FACTS, OPEN } from './disclosure-fixture.ts'
import { reveals } from './disclosure-reveals.ts'
import { draftPublication, type Publication } from './publication.ts'

const said = (publication: Publication) => {
  const record = disclose(publication, FACTS)
  return record ? reveals(publication, record).join('\n') : ''
}

test('exact money and a number of patrons reveal the average gift', () => {
  expect(said({ ...OPEN, money: 'exact' })).toContain('average gift')
  expect(said({ ...OPEN, money: 'exact', shows: { ...OPEN.shows, patrons: false, split: false } })).not.toContain('average')
  expect(said({ ...OPEN, money: 'hidden' })).not.toContain('average')
})

test('shares, a percentage and one known price reveal amounts', () => {
  expect(said({ ...OPEN, money: 'percent' })).toContain('what one of them costs')
  expect(said({ ...OPEN, money: 'percent', shows: { ...OPEN.shows, needs: false } })).not.toContain('costs')
})

test('funding.json, an account and a way to pay reveal who the owner is', () => {
  const text = said(OPEN)
  for (const word of ['fund@example.org', 'Ada Example', 'IBAN', 'e-mail', '3 patrons are named']) expect(text).toContain(word)
  const plain = { ...draftPublication({ id: 7, name: 'Obtool' }, 'f'.repeat(32)), visibility: 'unlisted' as const }
  expect(said(plain)).not.toMatch(/IBAN|e-mail|name/)
  expect(said(plain)).toContain('Whoever has the address')
})

test('each sentence comes once and ends in a stop', () => {
  fc.assert(
    fc.property(anyPublication, anyFacts, (publication, facts) => {
      const record = disclose(publication, facts)
      if (!record) return
      const sentences = reveals(publication, record)
      expect(new Set(sentences).size).toBe(sentences.length)
      expect(sentences.every((sentence) => sentence.endsWith('.'))).toBe(true)
    }),
  )
})
