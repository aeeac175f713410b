import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { silentText } from './silent-words.ts'

test('a silent stream is told of since the last month that it brought something', () => {
  const format = createFormat('en', 'EUR')
  expect(silentText('2026-02', '2026-11-22', format)).toBe('has brought nothing since January: archive it if it ended; it is still drawn.')
  expect(silentText('2026-01', '2026-11-22', format)).toContain('since December 2025:')
})
