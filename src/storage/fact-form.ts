import { isCurrency } from '#domain/currency.ts'
import { isDay, isMonth } from '#domain/month.ts'
import { isMoment } from '#domain/zone.ts'

/** Says where a value is not what it should be, as a path such as `.sighting.at`; undefined when it is. */
export type Check = (value: unknown) => string | undefined

export const that =
  (holds: (value: unknown) => boolean): Check =>
  (value) =>
    holds(value) ? undefined : ''
const isText = (value: unknown): value is string => typeof value === 'string'
export const text = that(isText)
export const textThat = (holds: (value: string) => boolean): Check => that((value) => isText(value) && holds(value))
export const oneOf = (values: readonly string[]): Check => textThat((value) => values.includes(value))
export const flag = that((value) => typeof value === 'boolean')
export const whole = that(Number.isSafeInteger)
export const count = that((value) => Number.isSafeInteger(value) && Number(value) >= 0)
export const id = that((value) => Number.isSafeInteger(value) && Number(value) > 0)
export const nothingOr =
  (check: Check): Check =>
  (value) =>
    value === null ? undefined : check(value)

/** Whether a value is an object with fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const list =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return ''
    for (const [i, each] of value.entries()) {
      const path = check(each)
      if (path !== undefined) return `[${i}]${path}`
    }
    return undefined
  }

/** An object with these fields, those in `maybe` only where they are there, and no other. */
export const fields =
  (needed: Record<string, Check>, maybe: Record<string, Check> = {}): Check =>
  (value) => {
    if (!isRecord(value)) return ''
    for (const [name, check] of Object.entries(needed)) {
      const path = check(value[name])
      if (path !== undefined) return `.${name}${path}`
    }
    for (const [name, given] of Object.entries(value)) {
      if (name in needed) continue
      const path = Object.hasOwn(maybe, name) ? maybe[name]?.(given) : ''
      if (path !== undefined) return `.${name}${path}`
    }
    return undefined
  }

export const currency = textThat(isCurrency)
export const day = textThat(isDay)
export const month = textThat(isMonth)
export const moment = textThat(isMoment)
export const months = that((value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 120)
