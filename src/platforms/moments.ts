import { addDays, isDay } from '#domain/month.ts'
import type { Moment } from '#domain/zone.ts'

const SHAPE = /^(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*(Z|UTC|GMT)|\s*([+-])(\d{2}):?(\d{2})?)?)?$/i

/** What is known of the zone of times that name none. */
export type Zoneless = 'utc' | 'wall'

const two = (n: number) => String(n).padStart(2, '0')

/** Days that money on the internet can be of; a year outside them is a misread date. */
export function isLikelyDay(day: string): boolean {
  return isDay(day) && day >= '1970-01-01' && day < '2200-01-01'
}

/**
 * Reads an ISO 8601 date, with or without a time, as a moment: one with a zone becomes an instant in seconds, one without stays
 * a wall time unless the platform is known to write UTC. Undefined for anything else, days that do not exist included.
 */
export function isoMoment(text: string, zoneless: Zoneless): Moment | undefined {
  const match = SHAPE.exec(text.trim())
  const day = match?.[1]
  if (!match || !day || !isLikelyDay(day)) return undefined
  if (match[2] === undefined) return day
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const wall = { day, minutes: hour * 60 + minute, second }
  if (match[6]) return shifted(wall, match[6] === '+' ? 1 : -1, Number(match[7]) * 60 + Number(match[8] ?? 0))
  const isInstant = match[5] !== undefined || zoneless === 'utc'
  return written(wall) + (isInstant ? 'Z' : '')
}

interface WallTime {
  day: string
  minutes: number
  second: number
}

/** The instant of a wall time whose clock stands `offset` minutes before or behind UTC. */
function shifted({ day, minutes, second }: WallTime, sign: 1 | -1, offset: number): Moment | undefined {
  if (offset > 14 * 60) return undefined
  const utc = minutes - sign * offset
  const days = Math.floor(utc / 1440)
  return `${written({ day: addDays(day, days), minutes: utc - days * 1440, second })}Z`
}

function written({ day, minutes, second }: WallTime): string {
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(second)}`
}
