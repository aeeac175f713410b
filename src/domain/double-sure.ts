import type { Edges } from './double-edges.ts'

/** Room for what is worked out, by edge and by line. */
interface Room {
  toB: Float64Array
  toA: Float64Array
  sumA: Float64Array
  sumB: Float64Array
}

/**
 * How sure each edge is, where each line is in one pair at most: against all others of its line, and against others that want the same
 * second sight, which want it less where they have another place to go. Sum-product on the graph of edges, as in
 * https://arxiv.org/abs/1203.0930 ; exact where there are no circles.
 */
export class Sureness {
  private readonly edges: Edges
  private readonly room: Room
  readonly sure: Float64Array

  constructor(edges: Edges, lines: number) {
    this.edges = edges
    const made = (length: number) => new Float64Array(length)
    this.room = {
      toB: made(edges.length),
      toA: made(edges.length),
      sumA: made(lines),
      sumB: made(lines),
    }
    this.sure = made(edges.length)
  }

  /** Works it out anew from weights, in so many steps: edges farther than that from each other do not tell of each other. */
  from(weights: Float64Array, steps: number): Float64Array {
    const { a, b, length } = this.edges
    const { toA, toB, sumA, sumB } = this.room
    toA.set(weights.subarray(0, length))
    for (let step = 0; step < steps; step++) {
      pass({ sums: sumA, ends: a, from: toA, to: toB, weights })
      pass({ sums: sumB, ends: b, from: toB, to: toA, weights })
    }
    for (let i = 0; i < length; i++) {
      const odds = ((toA[i] ?? 0) * (toB[i] ?? 0)) / (weights[i] ?? 1)
      this.sure[i] = odds / (1 + odds)
    }
    return this.sure
  }
}

interface Pass {
  sums: Float64Array
  /** Each edge's line on this side. */
  ends: Int32Array
  from: Float64Array
  to: Float64Array
  weights: Float64Array
}

/** What each edge still weighs after all others of its line on one side had their say. */
function pass({ sums, ends, from, to, weights }: Pass): void {
  sums.fill(0)
  for (let i = 0; i < from.length; i++) {
    const end = ends[i] ?? 0
    sums[end] = (sums[end] ?? 0) + (from[i] ?? 0)
  }
  for (let i = 0; i < from.length; i++) {
    to[i] = (weights[i] ?? 0) / (1 + Math.max(0, (sums[ends[i] ?? 0] ?? 0) - (from[i] ?? 0)))
  }
}
