import { expect, test } from 'vitest'
import { knownLocale } from './locale.ts'

test('a language tag stays, what a system adds to it goes, anything else is English', () => {
  expect(knownLocale('de-AT')).toBe('de-AT')
  expect(knownLocale('en-US@posix')).toBe('en-US')
  expect(knownLocale('de_DE.UTF-8')).toBe('de-DE')
  expect(knownLocale('')).toBe('en')
  expect(knownLocale('not a locale')).toBe('en')
})
