import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { urlBelow, urlOf } from './public-url.ts'
import { siteChange, siteTrouble } from './site-draft.ts'
import { carriedWords, followedWords, groupedIban, listeningSentence, serviceSentences, sharedSentence } from './words.ts'

const format = createFormat('en-GB', 'EUR')

test('the first sentence counts pages, and says which are listed', () => {
  const of = (...visibilities: ('private' | 'unlisted' | 'public')[]) => sharedSentence(visibilities.map((visibility) => ({ visibility })))
  expect(of('private')).toBe('Nothing is public.')
  expect(of('public', 'private')).toBe('One page is shared.')
  expect(of('public', 'unlisted', 'unlisted')).toBe('Three pages are shared, one of them listed.')
  expect(of('unlisted')).toBe('One page is shared, none of them listed.')
})

test('a page stands below the public address, and in the page behind the hash', () => {
  const site = { url: 'https://give.example.org', listening: 'on' as const }
  expect(urlOf(site, { visibility: 'public', slug: 'obtool', secret: 'ff' })).toBe('https://give.example.org/v/obtool')
  expect(urlOf(site, { visibility: 'unlisted', slug: 'obtool', secret: 'ff' })).toBe('https://give.example.org/v/ff')
  expect(urlOf(site, { visibility: 'private', slug: 'obtool', secret: 'ff' })).toBeNull()
  expect(urlBelow({ url: null, listening: 'in-page' }, '/v/obtool')).toBe('#/public/v/obtool')
  expect(urlBelow({ url: null, listening: 'off' }, '/v/obtool')).toBeNull()
})

test('a public address is asked for whole, without a path, and kept without a slash', () => {
  expect(siteTrouble({ url: 'https://give.example.org/', name: '' }, false)).toEqual({})
  expect(siteTrouble({ url: 'give.example.org', name: '' }, false).url).toContain('https://')
  expect(siteTrouble({ url: 'https://give.example.org/pages', name: '' }, false).url).toContain('without a path')
  expect(siteTrouble({ url: '', name: '' }, true)).toEqual({})
  const site = { url: 'https://give.example.org', name: 'Small works' }
  expect(siteChange(site, { url: 'https://give.example.org/', name: 'Small works ' }, false)).toEqual({})
  expect(siteChange(site, { url: 'https://other.example', name: 'Works' }, true)).toEqual({ name: 'Works' })
})

test('a taken port is told in its own words', () => {
  expect(listeningSentence({ listening: 'failed', at: null, problem: 'Port 4401 is taken.' })).toBe('Port 4401 is taken.')
  expect(listeningSentence({ listening: 'on', at: 'http://127.0.0.1:4401', problem: null })).toContain('http://127.0.0.1:4401')
})

test('cards and mail are told only where there is a server', () => {
  expect(serviceSentences({ listening: 'in-page', stripe: false, mail: false })).toEqual([])
  const [card, mail] = serviceSentences({ listening: 'on', stripe: true, mail: false })
  expect(card).toContain('your own Stripe account')
  expect(mail).toContain('no SMTP')
})

test('a percentage comes with its day, and its absence with its reason', () => {
  const venture = {
    venture: 1,
    name: 'Obtool',
    archived: false,
    unconverted: [],
    visibility: 'public' as const,
    path: '/v/obtool',
    url: null,
  }
  expect(carriedWords({ ...venture, money: 'percent', percent: 65, asOf: '2026-10-31' }, format)).toBe('65% on 31 October 2026, smoothed')
  expect(carriedWords({ ...venture, money: 'hidden', percent: null, asOf: null }, format)).toBe('money hidden')
  expect(carriedWords({ ...venture, money: 'percent', percent: null, asOf: null }, format)).toBe('no percentage yet')
  expect(carriedWords({ ...venture, unconverted: ['RUB'], money: 'exact', percent: null, asOf: null }, format)).toBe(
    'no percentage: money in RUB has no rate',
  )
  expect(carriedWords({ ...venture, archived: true, visibility: 'private', money: 'percent', percent: null, asOf: null }, format)).toBe(
    'archived, so it has no public page',
  )
  expect(carriedWords({ ...venture, visibility: 'private', money: 'percent', percent: null, asOf: null }, format)).toBe('')
})

test('a followed address says what it offers and what is wrong', () => {
  const one = { id: 1, url: 'https://a.example', origin: 'a.example', ventures: 1, fetched: '2026-11-20T08:00:00Z', problem: null }
  const dayOf = (instant: string) => instant.slice(0, 10)
  expect(followedWords(one, dayOf)).toBe('1 venture, fetched on 2026-11-20.')
  expect(followedWords({ ...one, problem: 'It did not answer.' }, dayOf)).toBe('1 venture, fetched on 2026-11-20. It did not answer.')
  expect(followedWords({ ...one, fetched: null }, dayOf)).toBe('Not fetched yet.')
})

test('an IBAN is read in groups of four', () => {
  expect(groupedIban('DE89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00')
})
