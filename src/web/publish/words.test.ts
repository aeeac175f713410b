import { expect, test } from 'vitest'
import { draftPublication } from '#domain/publication.ts'
import { createFormat } from '#web/ui/format.ts'
import { fillChanges, takenOver } from './fill-changes.ts'
import { savedSentence, SHOWS, whyNotShown, type Known } from './words.ts'

const many: Known = { money: 'exact', needs: true, people: 20, organisations: 5, patrons: 30 }

test('beside exact money and large groups everything can be shown', () => {
  expect(SHOWS.map(({ show }) => whyNotShown(show, many))).toEqual(SHOWS.map(() => undefined))
})

test('without exact money neither history nor pledges are shown', () => {
  for (const money of ['percent', 'hidden'] as const) {
    const hidden = SHOWS.filter(({ show }) => whyNotShown(show, { ...many, money }) !== undefined)
    expect(hidden.map(({ show }) => show)).toEqual(['history', 'pledged'])
  }
})

test('no group under five is told, and it is said how large it is', () => {
  expect(whyNotShown('patrons', { ...many, patrons: 4 })).toContain('Now 4.')
  expect(whyNotShown('split', { ...many, organisations: 4 })).toContain('20 people, 4 organisations')
  expect(whyNotShown('split', { ...many, people: 1, organisations: 1 })).toContain('1 person, 1 organisation.')
  expect(whyNotShown('needs', { ...many, needs: false })).toBeDefined()
})

test('a save says what became public', () => {
  const url = 'https://give.example.org/v/obtool'
  expect(savedSentence('Obtool', { before: 'private', after: 'public', url })).toBe(`Obtool is public at ${url}.`)
  expect(savedSentence('Obtool', { before: 'private', after: 'public', url: '#/public/v/obtool' })).toBe(
    'Obtool is public, in this page only.',
  )
  expect(savedSentence('Obtool', { before: 'public', after: 'private', url: null })).toBe('Obtool is private again: its page is gone.')
  expect(savedSentence('Obtool', { before: 'private', after: 'private', url: null })).toBe('The page of Obtool is saved. It is private.')
  expect(savedSentence('Obtool', { before: 'public', after: 'public', url })).toBe(`The page of Obtool is changed at ${url}.`)
  expect(savedSentence('Obtool', { before: 'public', after: 'unlisted', url: null })).toBe('Obtool has a page that only its address opens.')
})

const { venture: _venture, secret: _secret, since: _since, ...draft } = draftPublication({ id: 1, name: 'Obtool' }, 'f'.repeat(32))
const format = createFormat('en', 'EUR')
const page = (url: string) => ({ kind: 'page' as const, platform: 'Ko-fi', url, fee: { fixed: 0, basisPoints: 0 } })

test('a file never decides who sees a page, nor how much of its money', () => {
  const filled = { visibility: 'public' as const, money: 'exact' as const, slug: 'x', title: 'Obtool 2', summary: undefined }
  expect(takenOver(draft, filled)).toEqual({ title: 'Obtool 2' })
  expect(fillChanges(draft, filled, format)).toEqual([{ field: 'title', label: 'Title', from: 'Obtool', to: 'Obtool 2' }])
})

test('ways of a file come beside those that are there', () => {
  const account = { kind: 'bank' as const, holder: 'Ina', iban: 'DE89370400440532013000', consent: true, since: '2026-11-01' }
  const own = { ...draft, ways: [account, page('https://ko-fi.com/a')] }
  const filled = { ways: [page('https://ko-fi.com/a'), { ...account, iban: 'FR76' }, page('https://ko-fi.com/b')] }
  expect(takenOver(own, filled).ways).toEqual([...own.ways, page('https://ko-fi.com/b')])
  expect(fillChanges(own, { ways: [page('https://ko-fi.com/a')] }, format)).toEqual([])
})

test('lists, contacts and nothing are told in words', () => {
  const filled = { tags: ['a', 'b'], suggested: [200, 500], ways: [page('https://ko-fi.com/a')] }
  expect(fillChanges(draft, filled, format).map(({ from, to }) => [from, to])).toEqual([
    ['nothing', 'a and b'],
    ['nothing', '€2 and €5'],
    ['nothing', 'Ko-fi (https://ko-fi.com/a)'],
  ])
})
