import type { FileReport } from '#contract/import.ts'

const DELIMITERS: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }
const DECIMALS: Record<string, string> = { '.': 'a point, as in 1,234.56', ',': 'a comma, as in 1.234,56' }
const ORDERS: Record<string, string> = { ymd: 'year, month, day', dmy: 'day, month, year', mdy: 'month, day, year' }

/** How a file was written, in words: what was guessed of its dates, decimals, letters and cells. */
export function styleWords(
  { dates, decimals, encoding, delimiter }: FileReport['style'],
  read: FileReport['dates'] = null,
): { term: string; words: string }[] {
  const because = read?.order ? `, because ${read.because}` : ''
  const said = (term: string, words: string | undefined) => (words === undefined ? [] : [{ term, words }])
  return [
    ...said('Dates', dates && `${ORDERS[dates] ?? dates}${because}`),
    ...said('Decimals', decimals && (DECIMALS[decimals] ?? decimals)),
    ...said('Letters', encoding && encoding.toUpperCase()),
    ...said('Cells parted by', delimiter && (DELIMITERS[delimiter] ?? delimiter)),
  ]
}
