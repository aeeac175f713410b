interface Place {
  at: number
  count: number
  /** Rows that fit on the screen. */
  page: number
}

/** The row that a key leads to, or undefined for any other key. */
export function rowKey(key: string, { at, count, page }: Place): number | undefined {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -at, End: count }
  const step = steps[key]
  return step === undefined || count === 0 ? undefined : Math.min(count - 1, Math.max(0, at + step))
}
