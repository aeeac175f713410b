import type { Crowd } from '#contract/crowd.ts'
import type { Minor } from '#domain/money.ts'
import { streamLabel } from '#web/month/stream-label.ts'

/** Someone or something that may stop: what it brings, and by which streams. */
export interface Source {
  key: string
  name: string
  net: Minor
}

/** Everything of one sort that may stop, largest first. */
export interface Sources {
  patrons: Source[]
  streams: Source[]
  platforms: Source[]
  /** Empty where all comes in one. */
  currencies: Source[]
}

const sum = (parts: readonly { net: Minor }[]): Minor => parts.reduce((all, { net }) => all + net, 0)
const largestFirst = (sources: Source[]): Source[] => sources.filter(({ net }) => net > 0).sort((a, b) => b.net - a.net)

/** The name of a stream among all streams: with its venture's. */
export function streamName(stream: Crowd['streams'][number]): string {
  return [stream.ventureName, streamLabel(stream)].filter((word) => word !== '').join(' · ')
}

/** What may stop. What is typed in by hand hangs on no platform. */
export function sourcesOf({ payers, streams, currencies }: Pick<Crowd, 'payers' | 'streams' | 'currencies'>): Sources {
  const platforms = Map.groupBy(
    streams.filter(({ platform }) => platform !== ''),
    ({ platform }) => platform,
  )
  const paidIn = largestFirst(currencies.map(({ currency, parts }) => ({ key: `currency ${currency}`, name: currency, net: sum(parts) })))
  return {
    currencies: paidIn.length > 1 ? paidIn : [],
    patrons: largestFirst(payers.map(({ patron, name, parts }) => ({ key: `patron ${patron}`, name, net: sum(parts) }))),
    streams: largestFirst(streams.map((stream) => ({ key: `stream ${stream.stream}`, name: streamName(stream), net: stream.net }))),
    platforms: largestFirst(
      [...platforms].map(([platform, own]) => ({ key: `platform ${platform}`, name: own[0]?.platformName ?? platform, net: sum(own) })),
    ),
  }
}

/**
 * What is left of the month once some stop. A patron's money by a stream that stops as well is lost once, and patrons and currencies
 * together lose no stream more than it brings; who takes more back than they bring makes no gap by going.
 */
export function leftWithout(
  { total, payers, streams, currencies }: Pick<Crowd, 'total' | 'payers' | 'streams' | 'currencies'>,
  stopped: ReadonlySet<string>,
): Minor {
  const byPatrons = new Map<number, Minor>()
  const byCurrencies = new Map<number, Minor>()
  const lose = (lost: Map<number, Minor>, parts: readonly { stream: number; net: Minor }[]) => {
    for (const { stream, net } of parts) lost.set(stream, (lost.get(stream) ?? 0) + Math.max(0, net))
  }
  for (const { patron, parts } of payers) if (stopped.has(`patron ${patron}`)) lose(byPatrons, parts)
  for (const { currency, parts } of currencies) if (stopped.has(`currency ${currency}`)) lose(byCurrencies, parts)
  return streams.reduce((left, stream) => {
    const brought = Math.max(0, stream.net)
    if (isGone(stream, stopped)) return left - brought
    const patrons = byPatrons.get(stream.stream) ?? 0
    // In which currency a patron pays is not told, so the two may be the same money.
    return left - Math.max(patrons, Math.min(brought, patrons + (byCurrencies.get(stream.stream) ?? 0)))
  }, total)
}

/** Whether a stream stops, by itself or with its platform. */
export function isGone({ stream, platform }: { stream: number; platform: string }, stopped: ReadonlySet<string>): boolean {
  return stopped.has(`stream ${stream}`) || stopped.has(`platform ${platform}`)
}
