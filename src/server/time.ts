import type { Time } from '#contract/time.ts'
import { NO_MINUTES } from '#domain/check-in.ts'
import { CROWDING_WEEKS } from '#domain/crowding-out.ts'
import { floorState } from '#domain/floor.ts'
import { hoursByMonth, hoursByWeek, mondayOf } from '#domain/hours.ts'
import { isMonthKnown, lastFullWeek, weeksUpTo } from '#domain/weeks.ts'
import type { Book } from '#storage/storage.ts'
import { bookTime, type BookTime } from './counted-time.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { timeMoney } from './time-money.ts'
import { todayOf } from './today.ts'

/** Full weeks that are told. */
const WEEKS = CROWDING_WEEKS.most

export function timeHandlers(parts: Parts): Handlers<'time' | 'setTimePlan'> {
  return {
    time: ({ book }) => time(parts, book),
    async setTimePlan({ book, body }) {
      await parts.storage.write(book.id, (writer) => writer.setTimePlan(body))
      return body
    },
  }
}

async function time({ storage, clock }: Parts, book: Book): Promise<Time> {
  const today = todayOf(book, clock)
  const plan = await storage.timePlan(book.id)
  const spent = await bookTime(storage, book)
  const full = weeksUpTo(lastFullWeek(today), { count: WEEKS, ...spent })
  const running = weeksUpTo(mondayOf(today), { count: 1, ...spent })
  return {
    currency: book.homeCurrency,
    today,
    plan,
    weeks: toldWeeks([...full, ...running], spent),
    months: monthsOf(spent),
    ...floorState(full, plan.floor),
    ...(await timeMoney(storage, book, { today, plan, spent })),
  }
}

function toldWeeks(weeks: ReturnType<typeof weeksUpTo>, { imported, checkIns }: BookTime): Time['weeks'] {
  const said = new Set(checkIns.map(({ week }) => week))
  const sums = Map.groupBy(hoursByWeek(imported), ({ period }) => period)
  return weeks.map((week) => {
    const outvoted = said.has(week.week) ? (sums.get(week.week) ?? []).reduce((sum, { minutes }) => sum + minutes, 0) : 0
    return { ...week, said: said.has(week.week), outvoted }
  })
}

function monthsOf({ time, known }: BookTime): Time['months'] {
  const sums = Map.groupBy(hoursByMonth(time), ({ period }) => period)
  const months = [...sums].map(([month, own]) => {
    const minutes = { ...NO_MINUTES }
    for (const sum of own) minutes[sum.kind] += sum.minutes
    return { month, known: isMonthKnown(month, known), ...minutes }
  })
  return months.sort((a, b) => (a.month < b.month ? -1 : 1))
}
