import type { Month } from '#domain/month.ts'

/** Narrower than this, letters of neighbouring months would touch. */
const LETTER_PX = 14
/** Narrower than this, not even every third letter has room: years are written instead. */
const THIRD_PX = 4

/**
 * Which months are named below the chart, by the width of one month: each, every third, or only the Januaries.
 * From three years on years say more than letters.
 */
export function monthTicks(months: readonly Month[], band_px: number): Month[] {
  if (months.length > 36 || band_px < THIRD_PX) {
    const januaries = months.filter((month) => month.endsWith('-01'))
    const step = Math.ceil(34 / Math.max(band_px * 12, 1))
    return januaries.filter((_, i) => (januaries.length - 1 - i) % step === 0)
  }
  const step = band_px < LETTER_PX ? 3 : 1
  return months.filter((_, i) => (months.length - 1 - i) % step === 0)
}
