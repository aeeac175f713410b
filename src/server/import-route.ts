import type { ImportRecord } from '#storage/storage.ts'
import type { LinesBatch, LinesRow } from './import-lines.ts'

const STRIPE = 'stripe'
/** A charge's own id, as against the id of an account. */
const CHARGE = /^(ch|py)_\w+$/

/** Whether a source of an import is one charge, and so not what the whole file feeds. */
export function isCharge({ platform, account }: ImportRecord['sources'][number]): boolean {
  return platform === STRIPE && CHARGE.test(account)
}

/**
 * The streams in which card payments of pledges stand, by charge. A pledge's money belongs to its venture, while one file tells of
 * all that the account takes in: its rows about such a charge go to where the charge stands.
 */
export function chargeStreams(live: readonly ImportRecord[], streams: readonly { id: number }[]): Map<string, number> {
  const ids = new Set(streams.map(({ id }) => id))
  const sources = live.flatMap((record) => record.sources.filter((source) => isCharge(source) && ids.has(source.stream)))
  return new Map(sources.map(({ account, stream }) => [account, stream]))
}

/** The streams of lines by their keys, for rows that tell of such a charge. A file is read for it only where there are charges. */
export async function keysOfCharges(
  batches: () => Iterable<LinesBatch> | AsyncIterable<LinesBatch>,
  charges: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const byKey = new Map<string, number>()
  if (charges.size === 0) return byKey
  for await (const { rows } of batches()) {
    for (const { lines } of rows) {
      const stream = lines.map(({ ref = '' }) => charges.get(ref)).find((one) => one !== undefined)
      if (stream !== undefined) for (const { key } of lines) byKey.set(key, stream)
    }
  }
  return byKey
}

/** Rows by the stream that they go to; refunds and fees go where the payment is that they are tied to. */
export function routed(rows: readonly LinesRow[], usual: number, byKey: ReadonlyMap<string, number>): Map<number, LinesRow[]> {
  if (byKey.size === 0) return new Map([[usual, [...rows]]])
  return Map.groupBy(rows, ({ lines }) => {
    const places = lines.map(({ key, tie = '' }) => byKey.get(key) ?? byKey.get(tie))
    return places.find((one) => one !== undefined) ?? usual
  })
}

/** The charges that rows of other streams than the usual tell of, to be remembered with the import. */
export function routedSources(
  byStream: ReadonlyMap<number, LinesRow[]>,
  usual: number,
  charges: ReadonlyMap<string, number>,
): ImportRecord['sources'] {
  const others = [...byStream].filter(([stream]) => stream !== usual)
  const told = others.flatMap(([stream, rows]) => rows.flatMap(({ lines }) => lines.map(({ ref = '' }) => ({ account: ref, stream }))))
  const unique = new Map(told.filter(({ account }) => charges.has(account)).map((one) => [one.account, one.stream]))
  return [...unique].map(([account, stream]) => ({ platform: STRIPE, account, stream }))
}
