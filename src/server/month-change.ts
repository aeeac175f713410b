import type { MonthChange } from '#contract/month-change.ts'
import { incomeChange, type PatronStand } from '#domain/income-change.ts'
import type { Lens } from '#domain/income.ts'
import { addMonths, dayOfMonth, monthOf, monthRange, type Day, type Month } from '#domain/month.ts'
import { gives, standings } from '#domain/standing-gifts.ts'
import type { Book, Storage } from '#storage/storage.ts'
import { COMPARED, fullMonth, STANDS_AT_MOST } from './crowd.ts'
import type { Handlers } from './handle.ts'
import { keepAnswers } from './kept-answers.ts'
import type { Parts } from './parts.ts'
import { todayOf } from './today.ts'

interface Asked {
  lens: Lens
  month?: Month | undefined
}

/** Answers why a month brought more or less than the one before. */
export function monthChangeHandlers(parts: Parts): Handlers<'monthChange'> {
  return { monthChange: ({ book, query }) => monthChange(parts, book, query) }
}

const kept = keepAnswers<MonthChange>()

async function monthChange({ storage, clock }: Parts, book: Book, { lens, month: asked }: Asked): Promise<MonthChange> {
  const today = todayOf(book, clock)
  const month = fullMonth(asked, today)
  const answer = () => changeOf(storage, book, { lens, month, today })
  return kept(storage, book, { question: `${lens} ${month} ${today}`, answer })
}

interface Told {
  lens: Lens
  month: Month
  today: Day
}

async function changeOf(storage: Storage, book: Book, { lens, month, today }: Told): Promise<MonthChange> {
  const before = addMonths(month, -1)
  const since = (await storage.span(book.id))?.from ?? null
  const about = { lens, currency: book.homeCurrency, before, month }
  if (since === null || since > before) return { ...about, told: false, start: 0, end: 0, parts: [] }
  const streams = await storage.streams(book.id)
  const patronage = streams.filter(({ kind }) => kind === 'patronage').map(({ id }) => id)
  const span = { from: before, to: month }
  const money = { cells: await storage.months(book.id, lens, span), payers: await storage.payerGross(book.id, lens, span) }
  const patrons = new Set(money.payers.map(({ patron }) => patron))
  const standing = await standsAt(storage, book, { streams: patronage, patrons, about, today })
  const places = new Map(streams.map((stream) => [stream.id, stream]))
  const { start, end, parts } = incomeChange(money, { month, streams: places, standOf: standing })
  const names = new Map((await storage.ventures(book.id)).map(({ id, name }) => [id, name]))
  return {
    ...about,
    told: true,
    start,
    end,
    parts: parts.map((part) => ({ ...part, name: part.venture === null ? null : (names.get(part.venture) ?? '') })),
  }
}

interface Ends {
  streams: readonly number[]
  /** Whoever is asked for. */
  patrons: ReadonlySet<string>
  about: Pick<MonthChange, 'lens' | 'before' | 'month'>
  today: Day
}

/** Who gave at the end of each of both months. Smoothed, a payment for several months is like one for each of them. */
async function standsAt(storage: Storage, book: Book, ends: Ends): Promise<(patron: string) => PatronStand> {
  const { streams, about, today } = ends
  const { lens, before, month } = about
  const steady = await storage.steadyPatrons(book.id, { streams, month })
  const patrons = [...ends.patrons].filter((patron) => !steady.has(patron))
  const payments = await storage.standingPayments(book.id, { streams, month, patrons })
  const rows = standings(
    payments.filter(({ patron }) => !steady.has(patron)),
    [before, month],
    today,
  )
  const came = [...rows].filter(([patron, row]) => ends.patrons.has(patron) && !gives(row[0]) && gives(row[1])).map(([patron]) => patron)
  const known = await standingEarlier(storage, book, { streams, came, month, today })
  const inBoth = payments.filter(({ day, months }) => months > 1 && monthOf(day) >= before && monthOf(day) <= month)
  const several = new Set(lens === 'cash' ? inBoth.map(({ patron }) => patron) : [])
  return (patron) => {
    const row = rows.get(patron)
    const [was, is] = steady.has(patron) ? [true, true] : [gives(row?.[0]), gives(row?.[1])]
    return { was, is, earlier: known.has(patron), several: several.has(patron) }
  }
}

interface Came {
  streams: readonly number[]
  came: readonly string[]
  month: Month
  today: Day
}

/** Of those who came in a month whoever gave at an earlier end, as far back as the Patrons page looks. */
async function standingEarlier(storage: Storage, book: Book, { streams, came, month, today }: Came): Promise<Set<string>> {
  if (came.length === 0) return new Set()
  const since = dayOfMonth(addMonths(month, -COMPARED - STANDS_AT_MOST), 1)
  const until = dayOfMonth(addMonths(month, 1), 1)
  const payments = await storage.paymentsOfPatrons(book.id, { streams, patrons: came, since, until })
  const rows = standings(payments, monthRange(addMonths(month, -COMPARED), addMonths(month, -1)), today)
  return new Set([...rows].filter(([, row]) => row.some(gives)).map(([patron]) => patron))
}
