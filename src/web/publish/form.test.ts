import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PublicationDraft } from '#contract/publication.ts'
import { draftPublication } from '#domain/publication.ts'
import { draftOf, feeOf, formOf } from './form.ts'
import { readBasisPoints, typedPercent } from './percent.ts'
import { refusedFields, troubleAt, troubleOf, wordsOf } from './trouble.ts'
import { ApiError } from '#web/api/client.ts'

const typing = { locale: 'de', currency: 'EUR' }
const {
  venture: _venture,
  secret: _secret,
  since: _since,
  formerAccounts: _former,
  ...empty
} = draftPublication({ id: 1, name: 'Obtool' }, 'f'.repeat(32))
const whole: PublicationDraft = {
  ...empty,
  visibility: 'public',
  maker: 'by its maintainer',
  tags: ['free software', 'backup'],
  suggested: [200, 1_050],
  packages: ['pkg:npm/obtool', 'pkg:npm/%40ob/tool'],
  ways: [
    { kind: 'stripe', fee: { fixed: 25, basisPoints: 150 } },
    { kind: 'bank', holder: 'Ina Example', iban: 'DE89370400440532013000', consent: true, since: '2026-11-01' },
    { kind: 'page', platform: 'Ko-fi', url: 'https://ko-fi.com/obtool', fee: { fixed: 30, basisPoints: 790 } },
  ],
  contact: { legalName: 'Ina Example', email: 'ina@example.org', country: 'DE', privacy: 'Little is kept.', refunds: 'Ask.' },
  updates: [{ id: 'u-1', day: '2026-11-02', title: 'Version 4', text: 'It is out.' }],
  overflow: { on: true, peers: [{ title: 'Field notes', address: 'field-notes' }] },
  funding: { entity: 'individual', role: 'owner', email: 'ina@example.org', repository: 'https://example.org/obtool', licences: ['MIT'] },
}

test('a draft that is shown and sent again is the same', () => {
  expect(draftOf(formOf(whole, typing), typing)).toEqual(whole)
  expect(draftOf(formOf(empty, typing), typing)).toEqual(empty)
  expect(troubleOf(formOf(whole, typing), typing)).toEqual({})
  expect(troubleOf(formOf(empty, typing), typing)).toEqual({})
})

test('fees and percentages come back as they were, in any locale', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), fc.constantFrom('de', 'en', 'fr'), (basisPoints, locale) => {
      expect(readBasisPoints(typedPercent(basisPoints, locale), locale)).toBe(basisPoints)
    }),
    { numRuns: 100 },
  )
  expect(feeOf({ fixed: '', percent: '' }, typing)).toEqual({ fixed: 0, basisPoints: 0 })
  expect(feeOf({ fixed: '0,30', percent: '2,9 %' }, typing)).toEqual({ fixed: 30, basisPoints: 290 })
  expect(feeOf({ fixed: 'some', percent: '2,9' }, typing)).toBeUndefined()
  expect(feeOf({ fixed: '0,30', percent: '−1' }, typing)).toBeUndefined()
})

test('what is typed with spaces and twice is sent without', () => {
  const form = { ...formOf(whole, typing), tags: ' backup, backup ,free software,', packages: 'pkg:npm/a\n\npkg:npm/a pkg:npm/b' }
  const draft = draftOf(form, typing)
  expect(draft.tags).toEqual(['backup', 'free software'])
  expect(draft.packages).toEqual(['pkg:npm/a', 'pkg:npm/b'])
  const ways = form.ways.map((way) => (way.kind === 'bank' ? { ...way, iban: 'de89 3704 0044 0532 0130 00', bic: ' ' } : way))
  expect(draftOf({ ...form, ways }, typing).ways[1]).toEqual(whole.ways[1])
})

test('a way to pay asks for a contact, its suggested texts alone do not', () => {
  const form = formOf(empty, typing)
  const suggested = { ...form, contact: { ...form.contact, privacy: 'Little is kept.', refunds: 'Ask.' } }
  expect(draftOf(suggested, typing).contact).toBeNull()
  expect(troubleOf(suggested, typing)).toEqual({})
  const way = { key: 0, kind: 'page', platform: 'Ko-fi', url: 'https://ko-fi.com/obtool', fee: { fixed: '', percent: '' } } as const
  expect(Object.keys(troubleOf({ ...suggested, ways: [way] }, typing))).toEqual(['contact.legalName', 'contact.email', 'contact.country'])
})

test('each wrong field is told at its place', () => {
  const form = formOf(whole, typing)
  const wrong = troubleOf(
    {
      ...form,
      slug: 'Ob tool',
      title: ' ',
      link: 'example.org',
      packages: 'obtool',
      suggested: '2 x',
      ways: [{ key: 1, kind: 'page', platform: '', url: 'http://a.example', fee: { fixed: 'x', percent: '' } }],
      updates: [{ id: 'u-1', day: '', title: '', text: '' }],
      overflow: { on: true, peers: [{ title: '', address: '' }] },
      funding: { ...form.funding, email: '', repository: '', licences: '' },
    },
    typing,
  )
  const places = 'slug title link packages suggested ways.0.platform ways.0.url ways.0.fee updates.0.title updates.0.day'
  const more = 'overflow.peers.0.title overflow.peers.0.address funding.email funding.repository funding.licences'
  expect(Object.keys(wrong).toSorted()).toEqual(`${places} ${more}`.split(' ').toSorted())
  expect(wrong['packages']).toContain('pkg:npm/obtool')
})

test('what the server finds wrong stands at its field, as a sentence', () => {
  const problem = { type: 'about:blank', title: 'Bad request', status: 400, detail: 'Failed to take ways.0.iban: no. Correct it.' }
  const error = new ApiError({ ...problem, fields: [{ field: 'ways.0.iban', reason: 'this IBAN is too short' }] })
  expect(refusedFields(error)).toEqual({ 'ways.0.iban': 'This IBAN is too short.' })
  expect(troubleAt(refusedFields(error), 'ways.0')).toBe('This IBAN is too short.')
  expect(troubleAt(refusedFields(error), 'ways.01')).toBeUndefined()
  expect(wordsOf(error)).toBe('This IBAN is too short.')
  expect(wordsOf(new ApiError(problem))).toBe(problem.detail)
  expect(refusedFields(new TypeError('x'))).toEqual({})
})
