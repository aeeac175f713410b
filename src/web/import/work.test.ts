import { expect, test } from 'vitest'
import type { Job } from '#contract/import.ts'
import { createFormat } from '#web/ui/format.ts'
import { working, workWords } from './work.ts'

const format = createFormat('en', 'EUR')
const job = (rows: number): Job => ({ id: 'a', state: 'running', rows, bytes: 50, bytesTotal: 200 })

test('rows in a second are told once they can be', () => {
  expect(working('reading', job(2000), 100)).toEqual({ act: 'reading', rows: 2000, share: 0.25 })
  expect(working('reading', job(120_000), 3000)).toEqual({ act: 'reading', rows: 120_000, share: 0.25, perSecond: 40_000 })
  expect(working('reading', { ...job(0), bytesTotal: 0 }, 3000)).toEqual({ act: 'reading', rows: 0, share: undefined })
})

test('the words say what is done, how far and how fast', () => {
  expect(workWords({ act: 'reading', rows: 120_000, share: 0.2, perSecond: 40_000 }, 3, format)).toBe(
    'Reading 3 files, 120,000 rows so far, 40,000 a second…',
  )
  expect(workWords({ act: 'sending', rows: 0, share: 0 }, 1, format)).toBe('Taking one file…')
})
