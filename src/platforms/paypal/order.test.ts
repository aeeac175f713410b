import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWhole } from '../read-fixture.ts'

const ACTIVITY = 'paypal-activity'
const STATEMENT = 'paypal-statement'

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')

/** The unknown sample with rows of these dates, each with a zone and a currency. */
function dated(dates: readonly string[], { zone = '', currency = 'USD' } = {}): string {
  const [header = '', first = ''] = sampleText('order-of-dates-unknown-en.csv').trim().split('\r\n')
  const row = (date: string, i: number) =>
    first
      .replace('01/02/2026', date)
      .replace('"10:00:00",""', `"10:00:00","${zone}"`)
      .replace('"USD"', `"${currency}"`)
      .replace('UN1', `D${i}0`)
  return [header, ...dates.map(row), ''].join('\r\n')
}

test.each([
  { by: 'a zone', text: dated(['01/02/2026'], { zone: 'NZDT' }), dates: { order: 'dmy', because: 'the times are of the zone NZDT' } },
  {
    by: 'an American zone',
    text: dated(['01/02/2026'], { zone: 'PST' }),
    dates: { order: 'mdy', because: 'the times are of the zone PST' },
  },
  {
    by: 'rows',
    text: dated(['03/01/2026', '05/01/2026', '01/02/2026']),
    dates: { order: 'dmy', because: 'only then do the rows stand in the order of their days' },
  },
  {
    by: 'rows, newest first',
    text: dated(['2/3/2026', '1/10/2026', '1/9/2026']),
    dates: { order: 'mdy', because: 'only then do the rows stand in the order of their days' },
  },
  {
    by: 'money',
    text: dated(['01/02/2026'], { currency: 'GBP' }),
    dates: { order: 'dmy', because: 'all of it is in GBP, and none in dollars' },
  },
  {
    by: 'a date itself',
    text: dated(['01/02/2026', '25/04/2026'], { zone: 'PST' }),
    dates: { order: 'dmy', because: '25/04/2026 can be nothing else' },
  },
])('the order of day and month is told by $by', async ({ text, dates }) => {
  const { facts, complaints } = await readWhole(ACTIVITY, text)
  expect(facts.dates).toMatchObject(dates)
  expect(complaints).toEqual([])
})

test.each([
  ['two rows in the order of their days', dated(['01/03/2026', '02/01/2026'])],
  ['rows in the order of their texts', dated(['01/05/2026', '02/01/2026', '03/04/2026'])],
  ['rows in order either way', dated(['01/02/2026', '02/02/2026', '03/02/2026'])],
  [
    'zones of two orders',
    dated(['01/02/2026'], { zone: 'PST' }).replace(/\r\n$/, dated(['05/02/2026'], { zone: 'CET' }).replace(/^[^\n]*/, '\r')),
  ],
])('of %s nothing is guessed', async (_, text) => {
  const { facts } = await readWhole(ACTIVITY, text)
  expect(facts.dates).toMatchObject({ order: null })
})

test('what the user says of the order holds where no date proves another, and what is remembered is no word on French names', async () => {
  const text = dated(['01/02/2026'], { zone: 'PST' })
  const at = async (order: 'dmy' | 'mdy', by: 'said' | 'remembered') =>
    (await readWhole(ACTIVITY, text, { dates: { order, by } })).lines[0]?.at
  expect([await at('dmy', 'said'), await at('mdy', 'remembered')]).toEqual(['2026-02-01T18:00:00Z', '2026-01-02T18:00:00Z'])
  const proven = await readWhole(ACTIVITY, dated(['01/02/2026', '02/25/2026']), { dates: { order: 'dmy', by: 'said' } })
  expect(proven.facts.dates).toMatchObject({ order: 'mdy', by: 'proof', example: '02/25/2026' })
  const french = await readWhole(STATEMENT, sampleText('short-span-statement-fr.csv'), { dates: { order: 'mdy', by: 'remembered' } })
  expect(french.facts.span).toEqual({ from: '2026-02-03', to: '2026-02-06' })
})
