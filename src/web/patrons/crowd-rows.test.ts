import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { crowdOf, payerOf, streamOf } from './crowd-fixture.ts'
import { crowdRows } from './crowd-rows.ts'

const format = createFormat('en', 'EUR')
const amount = fc.integer({ min: -5_000, max: 90_000 })

test('rows by patron and rows by stream both sum to the month, whoever is named', () => {
  const anyStream = fc.record({ net: amount, unnamed: amount })
  fc.assert(
    fc.property(fc.array(anyStream, { maxLength: 6 }), fc.nat(5_000), (nets, other) => {
      const streams = nets.map(({ net, unnamed }, i) => streamOf(i, { net, unnamed, platform: i % 2 === 0 ? 'kofi' : '' }))
      // What is not unnamed is of one named patron, but for a part that belongs to many others.
      const payers = nets.map(({ net, unnamed }, i) => payerOf(`p${i}`, [i, net - unnamed - (i === 0 ? other : 0)]))
      const others = { patrons: 9, parts: nets.length > 0 ? [{ stream: 0, net: other }] : [] }
      const crowd = crowdOf({
        streams,
        payers,
        others,
        currencies: [{ currency: 'EUR', parts: nets.map(({ net }, stream) => ({ stream, net, year: net })) }],
      })
      const rows = crowdRows(crowd, format)
      for (const by of ['patron', 'stream', 'currency']) {
        expect(rows.filter(({ cells }) => cells[0] === by).reduce((sum, { cells }) => sum + cells[3], 0)).toBe(crowd.total)
      }
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    }),
    { numRuns: 60 },
  )
})
