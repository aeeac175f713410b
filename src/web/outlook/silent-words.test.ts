import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { severalSilent, silentText } from './silent-words.ts'

const format = createFormat('en-IE', 'EUR')

test('a silent stream is told of since the last month that it brought something', () => {
  expect(silentText('2026-02', '2026-11-22', format)).toBe('has brought nothing since January: archive it if it ended; it is still drawn.')
  expect(silentText('2026-01', '2026-11-22', format)).toContain('since December 2025:')
})

test('a few silent streams have a line each, and many are told together', () => {
  expect(severalSilent(['Etsy', 'Ko-fi'], format)).toBeUndefined()
  expect(severalSilent(['Etsy', 'Ko-fi', 'YouTube'], format)).toBe(
    'Etsy, Ko-fi and YouTube have brought nothing for long: archive what ended; they are still drawn.',
  )
  expect(severalSilent(['Etsy', 'Ko-fi', 'YouTube', 'Gumroad', 'Zine'], format)).toMatch(/^Etsy, Ko-fi, YouTube and two others have/)
})
