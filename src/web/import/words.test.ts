import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { fileReport, importReport } from './report-fixture.ts'
import { asideWords, feesOf, previewLead, previewTitle, savedTitle, saveWords, snapshotWords, waitingLead } from './words.ts'

const en = createFormat('en', 'EUR')
const complaint = { row: 41, field: 'Amount', text: 'x', reason: 'No number.', raw: 'x' }
const change = (currency: string, fees: number) => ({ currency, gross: 0, fees, refunds: 0, tax: 0, net: 0 })

test('the heading says what was found and what is to be looked at', () => {
  const files = [fileReport({ added: 1_300 }), fileReport({ added: 12, complaints: [complaint, complaint] })]
  expect(previewTitle(importReport({ files }), en)).toBe('1,312 payments found, 2 rows to look at.')
  expect(previewTitle(importReport({ files: [fileReport({ added: 1, kinds: { payment: 1, fee: 1 } })] }), en)).toBe('1 entry found.')
  expect(previewTitle(importReport({ files: [fileReport({ updated: 3 })] }), en)).toBe('3 payments changed, nothing new.')
})

test('time is told in entries, as it is no payment', () => {
  const hours = { entries: 2, minutes: 90, projects: [] }
  const report = importReport({ files: [fileReport({ added: 2, kinds: {}, hours })] })
  expect([previewTitle(report, en), saveWords(report, en), savedTitle(report, en)]).toEqual([
    '2 entries found.',
    'Save 2 entries',
    '2 entries saved.',
  ])
})

test('files that are here already are said to be, and counted as nothing new', () => {
  const report = importReport({ files: [fileReport({ already: true, added: 5, unchanged: 118 })] })
  expect(previewTitle(report, en)).toBe('Nothing new: all of it is here already.')
})

test('a file that no reader knows asks for a word', () => {
  expect(previewTitle(importReport({ files: [fileReport({ state: 'mapping' })] }), en)).toBe('One file needs a word from you.')
  expect(previewTitle(importReport({ files: [fileReport({ added: 2 }), fileReport({ state: 'mapping' })] }), en)).toBe('2 payments found.')
})

test('the sentence below says how many files and which months', () => {
  const files = [
    fileReport({ span: { from: '2025-01-03', to: '2026-11-02' } }),
    fileReport({ span: { from: '2024-06-30', to: '2024-07-01' } }),
    fileReport(),
  ]
  expect(previewLead(importReport({ files }), en)).toBe('Nothing is saved yet. Three files, June 2024 to November 2026.')
  expect(previewLead(importReport({ files: [fileReport()] }), en)).toBe('Nothing is saved yet. One file.')
  const unknown = [fileReport({ added: 1 }), fileReport({ state: 'mapping' })]
  expect(previewLead(importReport({ files: unknown }), en)).toBe('Nothing is saved yet. Two files. One needs a word from you.')
})

test('buttons and toasts say the same counts', () => {
  const report = importReport({ files: [fileReport({ added: 312, updated: 2 })] })
  expect(saveWords(report, en)).toBe('Save 312 payments')
  expect(savedTitle(report, en)).toBe('312 payments saved, 2 changed.')
})

test('rows that could not be read are kept, and that is what is saved where there is nothing else', () => {
  const report = importReport({ files: [fileReport({ complaints: [complaint, complaint], kinds: {} })] })
  expect([previewTitle(report, en), saveWords(report, en), savedTitle(report, en)]).toEqual([
    'Nothing to add, 2 rows to look at.',
    'Keep 2 rows to look at',
    'Kept: 2 rows to look at.',
  ])
})

test('what is not counted is told', () => {
  const passedOver = [{ reason: 'totals row', count: 2 }]
  const files = [fileReport({ transfers: 37, covered: 12, passedOver }), fileReport({ passedOver })]
  expect(asideWords(files, en)).toEqual([
    '37 transfers kept, not counted',
    '12 payments are already told by a fuller report: kept, not counted',
    '4 rows passed over: totals row',
  ])
  expect(feesOf([fileReport({ changes: [change('EUR', 120), change('USD', 0)] }), fileReport({ changes: [change('EUR', 1)] })], en)).toBe(
    'fees €1.21',
  )
})

test('after a save, what waits for its columns is told', () => {
  expect(waitingLead(0)).toBeUndefined()
  expect(waitingLead(1)).toBe('One file still needs a word from you, below.')
  expect(waitingLead(2)).toBe('Two files still need a word from you, below.')
})

test('a list of patrons says what it lets expect, and that nothing is counted', () => {
  const monthly = [{ currency: 'EUR', amount: 14_000 }]
  const report = fileReport({ snapshot: { rows: 14, patrons: 12, hidden: 1, monthly } })
  expect(snapshotWords(report, en)).toBe('12 patrons (1 with a private amount), €140.00 expected a month; not counted as payments.')
  expect(snapshotWords(fileReport(), en)).toBe('')
  expect(previewTitle(importReport({ files: [report] }), en)).toBe('Patrons found, no payments.')
  expect(saveWords(importReport({ files: [report] }), en)).toBe('Save the list of patrons')
})
