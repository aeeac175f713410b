import type { StreamKind } from '#contract/stream.ts'
import type { Minor } from '#domain/money.ts'
import { HUES, hueOf, OTHER, type Hue } from '#web/ui/hues.ts'
import type { Grouping } from './queries.ts'
import { streamLabel } from './stream-label.ts'

/** Something that brings money in each month: a venture, a stream or a kind, with the hue that is its own. */
export interface Group {
  key: string
  name: string
  hue: Hue
  values: Minor[]
  /** The streams whose money it is; none where it only stands beside it. */
  streams?: number[]
  /** The venture that it is, where it is one. */
  venture?: number
  /** How much of each value is an estimate from lists of patrons, where any is. */
  estimated?: Minor[]
}

/** A stream with its net by month. */
export interface Row {
  stream: number
  name: string
  venture: number
  ventureName: string
  kind: StreamKind
  net: readonly Minor[]
  /** Whether all of it is an estimate from lists of patrons. */
  estimated?: boolean
}

/** Order of the kinds, by how well they can usually be counted on; their hues go by it and never change. */
export const KINDS: readonly { kind: StreamKind; name: string }[] = [
  { kind: 'wage', name: 'Wages' },
  { kind: 'patronage', name: 'Patronage' },
  { kind: 'service', name: 'Services' },
  { kind: 'sales', name: 'Sales' },
  { kind: 'royalty', name: 'Royalties' },
  { kind: 'grant', name: 'Grants' },
  { kind: 'other', name: 'Other income' },
]

/** Ranks that never change: by id for ventures and streams, by the fixed order for kinds. */
export interface Ranks {
  venture: Map<number, number>
  stream: Map<number, number>
}

interface Place {
  rank: number
  name: string
}

function placeOf(row: Row, by: Grouping, ranks: Ranks): Place {
  if (by === 'kind') {
    const rank = KINDS.findIndex(({ kind }) => kind === row.kind)
    return { rank, name: KINDS[rank]?.name ?? row.kind }
  }
  if (by === 'stream') {
    const name = [row.ventureName, streamLabel(row)].filter((word) => word !== '').join(' · ')
    return { rank: ranks.stream.get(row.stream) ?? HUES, name }
  }
  return { rank: ranks.venture.get(row.venture) ?? HUES, name: row.ventureName }
}

function addInto(sums: Minor[], values: readonly Minor[]): void {
  for (const [i, value] of values.entries()) sums[i] = (sums[i] ?? 0) + value
}

/**
 * Sums rows by venture, stream or kind: the four with a hue of their own by rank, then all others as one grey group.
 * Groups that are 0 throughout are left out; a lone other keeps its name.
 */
export function groupRows(rows: readonly Row[], by: Grouping, ranks: Ranks): Group[] {
  const own = new Map<number, Group>()
  const others = new Map<number, Group>()
  for (const row of rows) {
    if (row.net.every((value) => value === 0)) continue
    const { rank, name } = placeOf(row, by, ranks)
    const groups = rank < HUES ? own : others
    const group = groups.get(rank) ?? {
      key: `${by}-${rank}`,
      name,
      hue: hueOf(rank),
      values: [],
      streams: [],
      ...(by === 'venture' && { venture: row.venture }),
    }
    addInto(group.values, row.net)
    group.streams?.push(row.stream)
    if (row.estimated) addInto((group.estimated ??= []), row.net)
    groups.set(rank, group)
  }
  const grouped = [...own].sort(([a], [b]) => a - b).map(([, group]) => group)
  const rest = [...others.values()]
  if (rest.length === 0) return grouped
  const values: Minor[] = []
  const streams = rest.flatMap((group) => group.streams ?? [])
  const estimated: Minor[] = []
  for (const group of rest) {
    addInto(values, group.values)
    addInto(estimated, group.estimated ?? [])
  }
  const lone = rest.length === 1 ? rest[0] : undefined
  return [
    ...grouped,
    {
      ...lone,
      key: 'other',
      name: lone?.name ?? `Other (${rest.length})`,
      hue: OTHER,
      values,
      streams,
      ...(estimated.length > 0 && { estimated }),
    },
  ]
}

/** Of which part of the book a group's figures are, for opening them. */
export function partOf({ venture, streams = [] }: Group): { venture: number } | { stream: number } | { streams: string } {
  if (venture !== undefined) return { venture }
  const [only, ...more] = streams
  return only !== undefined && more.length === 0 ? { stream: only } : { streams: streams.join(',') }
}

/** Sum over all groups of one month. */
export function totalAt(groups: readonly Group[], i: number): Minor {
  return groups.reduce((sum, group) => sum + (group.values[i] ?? 0), 0)
}

/** Where one month's block of a group stands: from and to, in minor units; what is below 0 hangs down from 0. */
export interface Block {
  group: number
  from: Minor
  to: Minor
}

/** Blocks of one month's bar, bottom first; negative ones stack downwards by themselves. */
export function stackOf(groups: readonly Group[], i: number): Block[] {
  let up = 0
  let down = 0
  const blocks: Block[] = []
  for (const [group, { values }] of groups.entries()) {
    const value = values[i] ?? 0
    if (value > 0) blocks.push({ group, from: up, to: (up += value) })
    if (value < 0) blocks.push({ group, from: down, to: (down += value) })
  }
  return blocks
}
