export interface Point {
  x: number
  y: number
}

/** The middle of sorted values; of an even count the mean of the two in the middle. Null of none. */
function middle(sorted: Float64Array): number | null {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/**
 * The slope of y on x by Theil and Sen: the median of the slopes between all pairs of points of different x, so that a few odd
 * points do not turn it (Sen 1968, doi:10.1080/01621459.1968.10480934). Null where no two points differ in x.
 */
export function theilSen(points: readonly Point[]): number | null {
  const slopes = new Float64Array((points.length * (points.length - 1)) / 2)
  let count = 0
  for (const [i, a] of points.entries()) {
    for (let j = i + 1; j < points.length; j += 1) {
      const b = points[j]
      if (b && a.x !== b.x) slopes[count++] = (b.y - a.y) / (b.x - a.x)
    }
  }
  return middle(slopes.subarray(0, count).sort())
}
