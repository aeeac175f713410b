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
}

const sum = (parts: readonly { net: Minor }[]): Minor => parts.reduce((all, { net }) => all + net, 0)
const largestFirst = (sources: Source[]): Source[] => sources.filter(({ net }) => net > 0).sort((a, b) => b.net - a.net)

/** The name of a stream among all streams: with its venture's. */
export function streamName(stream: Crowd['streams'][number]): string {
  return [stream.ventureName, streamLabel(stream)].filter((word) => word !== '').join(' · ')
}

/** What may stop. What is typed in by hand hangs on no platform. */
export function sourcesOf({ payers, streams }: Pick<Crowd, 'payers' | 'streams'>): Sources {
  const platforms = Map.groupBy(
    streams.filter(({ platform }) => platform !== ''),
    ({ platform }) => platform,
  )
  return {
    patrons: largestFirst(payers.map(({ patron, name, parts }) => ({ key: `patron ${patron}`, name, net: sum(parts) }))),
    streams: largestFirst(streams.map((stream) => ({ key: `stream ${stream.stream}`, name: streamName(stream), net: stream.net }))),
    platforms: largestFirst(
      [...platforms].map(([platform, own]) => ({ key: `platform ${platform}`, name: own[0]?.platformName ?? platform, net: sum(own) })),
    ),
  }
}

/**
 * What is left of the month once some stop. A patron's money by a stream that stops as well is lost once; who takes more back than
 * they bring makes no gap by going.
 */
export function leftWithout({ total, payers, streams }: Pick<Crowd, 'total' | 'payers' | 'streams'>, stopped: ReadonlySet<string>): Minor {
  const gone = (stream: Crowd['streams'][number]) => stopped.has(`stream ${stream.stream}`) || stopped.has(`platform ${stream.platform}`)
  const lost = new Map<number, Minor>(streams.filter(gone).map(({ stream, net }) => [stream, Math.max(0, net)]))
  const whole = new Set(lost.keys())
  for (const { patron, parts } of payers) {
    if (!stopped.has(`patron ${patron}`)) continue
    for (const { stream, net } of parts) if (!whole.has(stream)) lost.set(stream, (lost.get(stream) ?? 0) + Math.max(0, net))
  }
  return [...lost.values()].reduce((left, net) => left - net, total)
}
