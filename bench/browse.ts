import { dice } from '#domain/dice.ts'
import { madeUpVentures } from './made-up-ventures.ts'
import { startPublicSite } from './public-site.ts'
import { quantile, row } from './report.ts'

const VENTURES = 10_000
const REQUESTS = 500
const TODAY = '2026-11-23'
const GOAL = 'goal: p99 under 20 ms'

/** The first page of browse from the API, each time with another amount, beside a bare Hono "hello" asked in turn. */
export async function benchBrowse(): Promise<void> {
  const site = await startPublicSite(VENTURES, TODAY)
  const { words } = madeUpVentures(VENTURES)
  const { pick } = dice(1)
  const searches: [string, () => object][] = [
    ...['change', 'nearest', 'fewest', 'newest'].map((sort): [string, () => object] => [`by ${sort}`, () => ({ sort })]),
    ['search of one word', () => ({ search: pick(words) })],
    ['search of two letters', () => ({ search: pick(words).slice(0, 2) })],
    ['search with a slip', () => ({ search: pick(words).replace(/(.)(.)$/, '$2$1') })],
    ['a tag and a kind of work', () => ({ tag: pick(words.slice(0, 300)), work: 'basic' })],
  ]
  const hellos: number[] = []
  for (const [name, query] of searches) {
    const times: number[] = []
    for (let i = -20; i < REQUESTS; i += 1) {
      const time = await timed(`${site.url}/api/public/v1/browse`, { amount: 1_000 + i, amountCurrency: 'EUR', ...query() })
      const hello = await timed(site.hello, {})
      // The first ones warm both, and make the index of a search.
      if (i >= 0) times.push(time)
      if (i >= 0) hellos.push(hello)
    }
    row(`Browse, 10,000 ventures, ${name}: p50, p99`, both(times), GOAL)
  }
  row('  a bare Hono "hello": p50, p99', both(hellos))
  await site.stop()
}

function both(times: readonly number[]): string {
  return `${quantile(times, 0.5).toFixed(2)} ms, ${quantile(times, 0.99).toFixed(2)} ms`
}

/** Milliseconds of one request, from asking to the last byte. */
async function timed(url: string, body: object): Promise<number> {
  const began = performance.now()
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  await answer.text()
  const time = performance.now() - began
  if (!answer.ok) throw new Error(`Failed to measure: browse answered ${answer.status}.`)
  return time
}
