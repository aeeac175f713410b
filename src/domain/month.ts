/** A month of a calendar: `2026-11`. Months compare as strings. */
export type Month = string
/** A day of a calendar: `2026-11-23`. Days compare as strings. */
export type Day = string

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether a text is a month of the years 0000–9999. */
export function isMonth(text: string): text is Month {
  return MONTH.test(text)
}

/** Whether a text is a day that exists: 2024-02-30 is not one. */
export function isDay(text: string): text is Day {
  const match = DAY.exec(text)
  if (!match || !isMonth(text.slice(0, 7))) return false
  const day = Number(match[3])
  return day >= 1 && day <= daysInMonth(text.slice(0, 7))
}

/** The month that a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** Months since year 0, so that months can be counted. */
export function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

function monthFromNumber(number: number): Month {
  const year = Math.floor(number / 12)
  return `${String(year).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** The month `count` months later; earlier when negative. */
export function addMonths(month: Month, count: number): Month {
  return monthFromNumber(monthNumber(month) + count)
}

/** How many months after `from` the month `to` comes: 0 for the same, negative when earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return monthNumber(to) - monthNumber(from)
}

/** Every month from `from` to `to`, both included; empty when `to` is earlier. */
export function monthRange(from: Month, to: Month): Month[] {
  const length = Math.max(0, monthsBetween(from, to) + 1)
  return Array.from({ length }, (_, i) => addMonths(from, i))
}

/** 28 to 31, by the Gregorian calendar. */
export function daysInMonth(month: Month): number {
  const year = Number(month.slice(0, 4))
  const number = Number(month.slice(5, 7))
  if (number === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return number === 4 || number === 6 || number === 9 || number === 11 ? 30 : 31
}

/** The n-th day of a month, counted from 1; a day past its end is its last day. */
export function dayOfMonth(month: Month, n: number): Day {
  return `${month}-${String(Math.min(n, daysInMonth(month))).padStart(2, '0')}`
}

/** The last day of a month. */
export function lastDay(month: Month): Day {
  return dayOfMonth(month, 31)
}

/**
 * Days since 1970-01-01, by Howard Hinnant's civil-day algorithm.
 * https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
export function dayNumber(day: Day): number {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The day that lies `number` days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayInMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayInMonth).padStart(2, '0')}`
}

/** The day `count` days later; earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count)
}
