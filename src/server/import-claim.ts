import type { ImportRecord, ImportWriter } from '#storage/storage.ts'
import { ChangedLines } from './import-changes.ts'
import type { Destination } from './import-destination.ts'
import { claimHours } from './import-hours.ts'
import type { LinesBatch } from './import-lines.ts'
import { NO_TALLY, plusTally, tallied, type Tally } from './import-report.ts'
import { keysOfCharges, routed, routedSources } from './import-route.ts'

/** What claims a file's lines, and where they go. */
export interface LinesClaim {
  importing: ImportWriter
  /** The file's lines from its start, each time it is called. */
  batches: () => Iterable<LinesBatch> | AsyncIterable<LinesBatch>
  destinations: readonly Destination[]
  /** Streams in which card payments of pledges stand, by charge. */
  charges: ReadonlyMap<string, number>
  /** Called between batches; where it throws, the import ends with nothing written. */
  goOn: () => void
}

/** What became of a file's rows, the charges that went to other streams, and the first lines that are told otherwise than before. */
export interface ClaimedLines {
  tally: Tally
  elsewhere: ImportRecord['sources']
  changed: ChangedLines
}

/** Claims a file's lines and hours batch by batch. */
export async function claimLines(claim: LinesClaim): Promise<ClaimedLines> {
  const { importing, batches, destinations, charges, goOn } = claim
  const streams = new Map(destinations.map(({ account, stream }) => [account.id, stream.id]))
  const keys = await keysOfCharges(batches, charges)
  const elsewhere = new Map<string, ImportRecord['sources'][number]>()
  const changed = new ChangedLines(importing)
  let tally: Tally = NO_TALLY
  for await (const { account, rows, hours } of batches()) {
    if (hours.length > 0) tally = plusTally(tally, await claimHours(importing, hours))
    goOn()
    if (rows.length === 0) continue
    const usual = streams.get(account)
    if (usual === undefined) throw new Error(`Failed to import: there is no stream for the account "${account}". Report this file.`)
    const byStream = routed(rows, usual, keys)
    for (const [stream, own] of byStream) {
      const claimed = await importing.claim(
        stream,
        own.flatMap((row) => row.lines),
      )
      tally = plusTally(tally, tallied(own, claimed))
      changed.take(stream, own, claimed)
    }
    for (const source of routedSources(byStream, usual, charges)) elsewhere.set(source.account, source)
  }
  return { tally, elsewhere: [...elsewhere.values()], changed }
}
