import type { Hue } from './hues.ts'
import { sparkPaths } from './sparkline.ts'

interface SparkProps {
  values: readonly number[]
  hue: Hue
  /** A value that gets a thin line of its own. */
  level?: number | null
}

/** A small picture beside a number that says it; without words of its own, so it is hidden from those who listen. */
export function Spark({ values, hue, level = null }: SparkProps) {
  const { line, area, nothing, levelOf } = sparkPaths(values, level ?? 0)
  return (
    <svg className="spark" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path d={area} fill={hue.fill} opacity="0.14" />
      {nothing !== null && <path className="spark-nothing" d={`M0 ${nothing}H100`} />}
      {level !== null && <path className="spark-level" d={`M0 ${levelOf(level)}H100`} />}
      <path className="spark-line" d={line} stroke={hue.edge} />
    </svg>
  )
}
