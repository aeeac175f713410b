import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvParser, guessDelimiter } from './csv.ts'
import { readWhole } from './read-fixture.ts'
import { rowNumbers } from './rows-fixture.ts'

/** Every sample of the layouts whose rows tell things of their own, with its layout. */
const SAMPLES: readonly (readonly [layout: string, path: string])[] = [
  ['bandcamp-sales', 'bandcamp/samples/cart-payout-refund-pending.csv'],
  ['wise-statement', 'wise/samples/statement-with-time.csv'],
  ['wise-activity', 'wise/samples/activity.csv'],
  ['polar-income', 'polar/samples/income-with-refund-and-payout.csv'],
  ['polar-payout', 'polar/samples/payout-fees-apart.csv'],
  ['polar-orders', 'polar/samples/orders-refunded.csv'],
  ['upwork-transactions', 'upwork/samples/fees-withdrawal-journal.csv'],
  ['youtube-studio-days', 'youtube/samples/studio-total-first-and-troubles.csv'],
  ['adsense-activity', 'youtube/samples/adsense-two-products.csv'],
  ['kdp-royalties', 'kdp/samples/marketplaces-and-returns.csv'],
  ['buy-me-a-coffee-supporters', 'buy-me-a-coffee/samples/supporters-entities-and-equal-rows.csv'],
  ['itch-io-purchases', 'itch-io/samples/purchases-and-troubles.csv'],
  ['lemon-squeezy-orders', 'lemon-squeezy/samples/orders-refunds-and-statuses.csv'],
]

/** What needs the rest of its file: that a payer bears the name on one's own card. */
const NEEDS_OTHERS = /MAKER ONE/

const textOf = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

function rowsOf(text: string) {
  const parser = new CsvParser(guessDelimiter(text))
  const [header, ...rows] = [...parser.push(text), ...parser.end()]
  return { header: header?.raw ?? '', rows: rows.filter(({ raw }) => !NEEDS_OTHERS.test(raw)) }
}

async function linesOf(layout: string, header: string, rows: readonly string[]) {
  const { lines, transfers } = await readWhole(layout, [header, ...rows, ''].join('\n'))
  return [...lines, ...transfers].map((line) => JSON.stringify(line)).sort()
}

test.each(SAMPLES)('%s: cut between days at any places, a file tells the same lines', async (layout, path) => {
  const { header, rows } = rowsOf(textOf(path))
  const whole = await readWhole(layout, [header, ...rows.map(({ raw }) => raw), ''].join('\n'))
  const days = new Map<string, string[]>()
  for (const outcome of whole.outcomes) {
    if (outcome.outcome !== 'lines' && outcome.outcome !== 'transfer') continue
    const day = outcome.lines[0]?.at.slice(0, 10) ?? ''
    days.set(day, [...(days.get(day) ?? []), rows[outcome.row - 2]?.raw ?? ''])
  }
  expect(days.size).toBeGreaterThan(0)
  const counted = [...days.values()].flat()
  const all = await linesOf(layout, header, counted)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(2), { minLength: days.size, maxLength: days.size }), async (parts) => {
      const files: string[][] = [[], [], []]
      for (const [index, day] of [...days.values()].entries()) files[parts[index] ?? 0]?.push(...day)
      const told = await Promise.all(files.map((file) => linesOf(layout, header, file)))
      expect(told.flat().sort()).toEqual(all)
    }),
    { numRuns: 20 },
  )
})

test.each(SAMPLES)('%s: whatever characters are lost or doubled, each row has one outcome', async (layout, path) => {
  const text = textOf(path)
  const body = text.indexOf('\n') + 1
  const change = fc.record({
    at: fc.nat(text.length - body - 1),
    cut: fc.nat(3),
    put: fc.constantFrom('', ',', '"', '\n', '-', '9', '\u0000', '∞', '1e9'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
      let mutated = text
      for (const { at, cut, put } of changes) mutated = mutated.slice(0, body + at) + put + mutated.slice(body + at + cut)
      const { outcomes } = await readWhole(layout, mutated, { chunk: 61 })
      expect(outcomes.map(({ row }) => row)).toEqual(rowNumbers(mutated))
      for (const one of outcomes) {
        if (one.outcome !== 'lines' && one.outcome !== 'transfer') continue
        for (const { gross, fees, refunds, tax } of one.lines) expect([gross, fees, refunds, tax].every(Number.isSafeInteger)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})
