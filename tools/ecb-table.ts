/**
 * Makes src/domain/ecb-table.ts from the European Central Bank's history of euro reference rates: `npm run rates -- PATH_TO_CSV`.
 * The file is `eurofxref-hist.csv` out of https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip: newest day first, units
 * per 1 EUR, `N/A` where a currency had no rate (before its series, after it, or in a gap), and a comma too many on each line.
 *
 * Packed, a rate is its step from the rate before, as an integer of the series' most decimals: two letters instead of seven.
 * `readRateTable` in src/domain/rate.ts is the other side and describes the format; a test compares every value.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dayNumber, isDay } from '#domain/month.ts'

const SOURCE = 'European Central Bank, euro foreign exchange reference rates'
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

interface Publication {
  day: string
  rates: string[]
}

function packNumber(value: number): string {
  const low = value % 32
  const rest = (value - low) / 32
  return rest === 0 ? DIGITS.charAt(low) : DIGITS.charAt(low + 32) + packNumber(rest)
}

function packStep(step: number): string {
  return packNumber(step < 0 ? -2 * step - 1 : 2 * step)
}

function decimalsOf(rate: string): number {
  return rate.includes('.') ? rate.length - rate.indexOf('.') - 1 : 0
}

function scaled(rate: string, decimals: number): number {
  const value = Number(rate.replace('.', '') + '0'.repeat(decimals - decimalsOf(rate)))
  if (!Number.isSafeInteger(value) || value <= 0) throw new RangeError(`Failed to pack a rate: "${rate}" is no positive decimal.`)
  return value
}

/** `rates` are one currency's, oldest first, empty where there is none. */
function packSeries(code: string, rates: string[]): string {
  const decimals = Math.max(...rates.map(decimalsOf))
  let text = ''
  let last = 0
  let gap = 0
  for (const rate of rates) {
    if (rate === '') {
      gap += 1
      continue
    }
    if (gap > 0) text += `~${packNumber(gap)}`
    gap = 0
    const value = scaled(rate, decimals)
    text += packStep(value - last)
    last = value
  }
  return `${code} ${decimals} ${text}`
}

function readPublications(csv: string): { codes: string[]; publications: Publication[] } {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/)
  const codes = header
    .split(',')
    .slice(1)
    .filter((code) => code.trim() !== '')
  const publications = lines.map((line) => {
    const [day = '', ...cells] = line.split(',')
    if (!isDay(day))
      throw new RangeError(`Failed to read the rates: "${day}" is not a day. Check that the file is the ECB's eurofxref-hist.csv.`)
    return { day, rates: codes.map((_, i) => (cells[i] === undefined || cells[i] === 'N/A' ? '' : cells[i].trim())) }
  })
  return { codes, publications: publications.sort((a, b) => (a.day < b.day ? -1 : 1)) }
}

function pack(csv: string): string[] {
  const { codes, publications } = readPublications(csv)
  const days = publications.map(({ day }) => day)
  const steps = days.slice(1).map((day, i) => packNumber(dayNumber(day) - dayNumber(days[i] ?? day)))
  return [
    SOURCE,
    `${days[0]} ${steps.join('')}`,
    ...codes.map((code, i) =>
      packSeries(
        code,
        publications.map(({ rates }) => rates[i] ?? ''),
      ),
    ),
  ]
}

const [path] = process.argv.slice(2)
if (!path) {
  console.error('Failed to make the table: no file was named. Run npm run rates -- PATH_TO_CSV.')
  process.exit(2)
}
const lines = pack(readFileSync(path, 'utf8'))
const module = `/** Euro reference rates of the European Central Bank, packed by tools/ecb-table.ts and read by rate.ts. Do not edit. */
export const ecbPacked = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('\\n')
`
writeFileSync(new URL('../src/domain/ecb-table.ts', import.meta.url), module)
console.log(`${lines.length - 2} currencies, ${module.length} characters.`)
