import { decimalText, parseAmount } from '#domain/money.ts'
import { decimalMark } from '#web/ui/read-money.ts'

/** Reads a percentage as it is typed in the locale, as hundredths of a percent: "2.9" is 290. Undefined for what is none. */
export function readBasisPoints(text: string, locale: string): number | undefined {
  const points = parseAmount(text.replace('%', '').trim(), 2, decimalMark(locale))
  return points === undefined || points < 0 ? undefined : points
}

/** Writes hundredths of a percent as a person would type them: 290 is "2.9". */
export function typedPercent(basisPoints: number, locale: string): string {
  const text = decimalText(basisPoints, 2).replace(/\.?0+$/, '')
  return text.replace('.', decimalMark(locale))
}
