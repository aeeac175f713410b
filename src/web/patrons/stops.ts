import type { Crowd } from '#contract/crowd.ts'
import type { Minor } from '#domain/money.ts'
import { leftAfter, type Part } from '#domain/stopping.ts'
import type { Format } from '#web/ui/format.ts'
import { streamLabel } from '#web/month/stream-label.ts'
import { nameNumber } from '#web/ui/name-number.ts'

/** Someone or something that may stop, with what goes with it and what is left. */
export interface Source {
  key: string
  name: string
  /** What the month loses. */
  net: Minor
  left: Minor
}

/** Everything of one sort that may stop, largest first. */
export interface Sources {
  patrons: Source[]
  /** Everybody who pays and is not told by name; absent where all are. */
  others?: Source | undefined
  streams: Source[]
  platforms: Source[]
  /** Empty where all comes in one. */
  currencies: Source[]
}

type Told = Pick<Crowd, 'payers' | 'others' | 'streams' | 'currencies'>

/** The key of everybody who is not told by name. */
export const OTHERS = 'others'

/** The name of a stream among all streams: with its venture's. */
export function streamName(stream: Crowd['streams'][number]): string {
  return [stream.ventureName, streamLabel(stream)].filter((word) => word !== '').join(' · ')
}

/** What each that may stop brings, by its key. What is typed in by hand hangs on no platform. */
function partsOf({ payers, others, streams, currencies }: Told): Map<string, readonly Part[]> {
  const platforms = Map.groupBy(
    streams.filter(({ platform }) => platform !== ''),
    ({ platform }) => platform,
  )
  return new Map<string, readonly Part[]>([
    ...payers.map(({ patron, parts }) => [`patron ${patron}`, parts] as const),
    [OTHERS, others.parts],
    ...streams.map((stream) => [`stream ${stream.stream}`, [stream]] as const),
    ...[...platforms].map(([platform, own]) => [`platform ${platform}`, own] as const),
    ...currencies.map(({ currency, parts }) => [`currency ${currency}`, parts] as const),
  ])
}

/** Who is taken away, as an address says it; whom it does not know is left out. Each stands there as a number made of the name. */
export function readStopped(search: URLSearchParams, crowd: Told): Set<string> {
  const asked = new Set((search.get('without') ?? '').split('.'))
  return new Set([...partsOf(crowd).keys()].filter((key) => asked.has(nameNumber(key))))
}

/** The same as text of an address; undefined where nobody is. */
export function writeStopped(stopped: ReadonlySet<string>): string | undefined {
  return stopped.size === 0 ? undefined : [...stopped].map(nameNumber).join('.')
}

/** What may stop: whoever takes back as much as they bring makes no gap. */
export function sourcesOf(crowd: Told & Pick<Crowd, 'total'>, format: Format): Sources {
  const { payers, others, streams, currencies, total } = crowd
  const parts = partsOf(crowd)
  const sources = (named: readonly { key: string; name: string }[]): Source[] =>
    named
      .map((source) => ({ ...source, left: leftAfter(crowd, [parts.get(source.key) ?? []]) }))
      .map((source) => ({ ...source, net: total - source.left }))
      .filter(({ net }) => net > 0)
      .sort((a, b) => b.net - a.net)
  const platforms = new Map(streams.map(({ platform, platformName }) => [platform, platformName || platform]))
  platforms.delete('')
  const paidIn = sources(currencies.map(({ currency }) => ({ key: `currency ${currency}`, name: currency })))
  return {
    patrons: sources(payers.map(({ patron, name }) => ({ key: `patron ${patron}`, name }))),
    others: sources(others.patrons > 0 ? [{ key: OTHERS, name: `${format.count(others.patrons)} others, each smaller` }] : [])[0],
    streams: sources(streams.map((stream) => ({ key: `stream ${stream.stream}`, name: streamName(stream) }))),
    platforms: sources([...platforms].map(([platform, name]) => ({ key: `platform ${platform}`, name }))),
    currencies: paidIn.length > 1 ? paidIn : [],
  }
}

/** What is left of the month once some stop: the one sum that the sentence, the bar and the table tell. */
export function leftWithout(crowd: Told & Pick<Crowd, 'total'>, stopped: ReadonlySet<string>): Minor {
  return leftAfter(
    crowd,
    [...partsOf(crowd)].flatMap(([key, parts]) => (stopped.has(key) ? [parts] : [])),
  )
}

/** Those with some words in their name, in the order given; all of them for no words. */
export function matching(sources: readonly Source[], words: string): Source[] {
  const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return sources.filter(({ name }) => plain(name).includes(plain(words)))
}

/** Whether a stream stops, by itself or with its platform. */
export function isGone({ stream, platform }: { stream: number; platform: string }, stopped: ReadonlySet<string>): boolean {
  return stopped.has(`stream ${stream}`) || stopped.has(`platform ${platform}`)
}
