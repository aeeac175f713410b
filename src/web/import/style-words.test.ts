import { expect, test } from 'vitest'
import { styleWords } from './style-words.ts'

test('what was guessed of a file is said in words, and nothing else', () => {
  expect(styleWords({ dates: 'dmy', decimals: ',', encoding: 'windows-1252', delimiter: ';' })).toEqual([
    { term: 'Dates', words: 'day, month, year' },
    { term: 'Decimals', words: 'a comma, as in 1.234,56' },
    { term: 'Letters', words: 'WINDOWS-1252' },
    { term: 'Cells parted by', words: 'semicolons' },
  ])
  expect(styleWords({})).toEqual([])
})
