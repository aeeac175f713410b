import { isMonth } from '#domain/month.ts'
import type { Moment } from '#domain/zone.ts'
import { isLikelyDay, isoMoment } from '../moments.ts'

export type DateOrder = 'ymd' | 'dmy' | 'mdy'

/** Beginnings of month names in English, German, French and Spanish, without accents; enough letters to tell them apart. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene'],
  ['feb', 'fev'],
  ['mar', 'mae', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez', 'dic'],
]

const NUMBERS = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\.?$/
const MONTH_ONLY = /^(?:(\d{4})[-/.](\d{1,2})|(\d{1,2})[/.](\d{4}))$/
const WORDS =
  /^(?:[a-z]{2,9}\.?,? )?(?:(\d{1,2})(?:st|nd|rd|th|er|\.)?(?: de| of)?[ -]([a-z]{3,10})\.?(?: de|,)?[ -](\d{4}|\d{2})|([a-z]{3,10})\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4}))$/
const NAMED_MONTH = /^([a-z]{3,10})\.?,?[ -](\d{4})$/
const TIME =
  /(?:,|T| at| um| à)?\s+(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*([ap]\.?m\.?)?(?:\s+(?:[A-Z]{2,5}|[A-Z][a-z]+\/[A-Za-z_]+))?$/i

const two = (n: number | string) => String(n).padStart(2, '0')

const ASCII = /^[\x20-\x7e]*$/

/** Without accents and capitals, with single spaces. Most dates have no accent, and taking apart is what costs. */
function plain(text: string): string {
  const letters = ASCII.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')
  return letters.replace(/\s+/g, ' ').trim().toLowerCase()
}

/**
 * Reads a date as people and spreadsheets write it: ISO, `30.06.2024`, `6/30/24`, `Sep 25, 2026`, `25 Sep 2026`, each with or
 * without a time, or a month alone (`2024-06`, `June 2024`). `order` decides between 3 June and 6 March. The time of a zone
 * that is only named stays a wall time. Undefined for what is no date or does not exist.
 */
export function readDate(text: string, order: DateOrder): Moment | undefined {
  const whole = text.replace(/\s+/g, ' ').trim()
  const iso = isoMoment(whole, 'wall')
  if (iso !== undefined) return iso
  const month = readMonth(whole)
  if (month !== undefined) return month
  const time = TIME.exec(whole)
  const day = readDay(plain(time ? whole.slice(0, time.index) : whole), order)
  if (day === undefined || !time) return day
  const clock = clockOf(time)
  return clock && `${day}T${clock}`
}

function readMonth(whole: string): Moment | undefined {
  const numbers = MONTH_ONLY.exec(whole)
  const words = NAMED_MONTH.exec(plain(whole))
  const year = numbers?.[1] ?? numbers?.[4] ?? words?.[2]
  const number = numbers ? Number(numbers[2] ?? numbers[3]) : monthNumber(words?.[1] ?? '')
  const month = `${year}-${two(number ?? 0)}`
  return isMonth(month) && isLikelyDay(`${month}-01`) ? month : undefined
}

function readDay(text: string, order: DateOrder): string | undefined {
  const numbers = NUMBERS.exec(text)
  if (numbers) return dayOfNumbers([numbers[1] ?? '', numbers[3] ?? '', numbers[4] ?? ''], order)
  const words = WORDS.exec(text)
  if (!words) return undefined
  const month = monthNumber(words[2] ?? words[4] ?? '')
  return month === undefined ? undefined : existing(words[3] ?? words[6] ?? '', month, words[1] ?? words[5] ?? '')
}

/** A first number of four digits is a year, whatever the order says of the others. */
function dayOfNumbers([a, b, c]: [string, string, string], order: DateOrder): string | undefined {
  if (a.length === 4 || order === 'ymd') return c.length > 2 ? undefined : existing(a, Number(b), c)
  if (a.length > 2) return undefined
  return order === 'dmy' ? existing(c, Number(b), a) : existing(c, Number(a), b)
}

function existing(year: string, month: number, day: string): string | undefined {
  const full = year.length === 2 ? (Number(year) < 70 ? `20${year}` : `19${year}`) : year
  const text = `${full}-${two(month)}-${two(day)}`
  return isLikelyDay(text) ? text : undefined
}

function monthNumber(name: string): number | undefined {
  const index = MONTHS.findLastIndex((beginnings) => beginnings.some((beginning) => name.startsWith(beginning)))
  return index < 0 ? undefined : index + 1
}

function clockOf([, h = '', m = '', s = '0', half = '']: RegExpExecArray): string | undefined {
  const [hour, minute, second] = [Number(h), Number(m), Number(s)]
  if (half !== '' && (hour < 1 || hour > 12)) return undefined
  const shifted = half === '' ? hour : (hour % 12) + (/^p/i.test(half) ? 12 : 0)
  return shifted > 23 || minute > 59 || second > 59 ? undefined : `${two(shifted)}:${two(minute)}:${two(second)}`
}
