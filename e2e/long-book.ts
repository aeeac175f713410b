/** How long and how wide the book is. */
export const LONG = { months: 120, streams: 30 }

/**
 * The book file of ten years of thirty streams, each of a venture of its own, with a payment every month up to the one given.
 * @param last the newest month, `2026-03`
 */
export function longBookFile(last: string): string {
  const [year = 0, month = 0] = last.split('-').map(Number)
  const months = Array.from({ length: LONG.months }, (_, i) =>
    new Date(Date.UTC(year, month - LONG.months + i, 15)).toISOString().slice(0, 7),
  )
  const streams = Array.from({ length: LONG.streams }, (_, i) => i)
  const record = { batch: '', file: '', name: '', layout: '', savedAt: '', bytes: 0, asOf: '', span: null, covers: null, mapping: null }
  const counts = { rows: 0, added: 0, updated: 0, unchanged: 0, transfers: 0, nonRows: 0, complaints: [] }
  const facts = [
    { enough: 'book', version: 3, name: 'Ten years', homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'en-IE' },
    ...streams.map((i) => ({ venture: { id: ventureOf(i), name: `Venture ${i}`, work: 'basic', archived: false, automatic: false } })),
    ...streams.map((i) => ({
      stream: {
        id: streamOf(i),
        venture: ventureOf(i),
        name: `Stream ${i}`,
        platform: '',
        kind: 'patronage',
        archived: false,
        automatic: false,
      },
    })),
    { target: { from: months[0], bare: 190_000, enough: 260_000, comfortable: 290_000 } },
    {
      import: { id: 1, ...record, ...counts, sources: streams.map((i) => ({ platform: 'made-up', account: `${i}`, stream: streamOf(i) })) },
    },
    ...streams.flatMap((i) => months.map((paid, j) => ({ line: { stream: streamOf(i), imports: [1], sighting: payment(paid, i, j) } }))),
  ]
  return [...facts, { end: { lines: facts.length } }].map((fact) => `${JSON.stringify(fact)}\n`).join('')
}

const ventureOf = (i: number) => 2 + 2 * i
const streamOf = (i: number) => 3 + 2 * i

/** Amounts that look like none another, and every fortieth for a year. */
function payment(month: string, stream: number, i: number) {
  const amounts = { gross: 7_500 + ((i * 7_919 + stream * 613) % 5_000), fees: 250, refunds: 0, tax: 0 }
  const patron = `person-${(i + stream * 11) % 300}`
  return {
    key: `made-up:${i}`,
    at: `${month}-02T12:00:00Z`,
    kind: 'payment',
    currency: ['EUR', 'USD', 'GBP', 'JPY'][stream % 4],
    ...amounts,
    months: i % 40 === 0 ? 12 : 1,
    patron,
    name: patron,
  }
}
