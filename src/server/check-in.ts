import type { CheckInWeek } from '#contract/time.ts'
import { checkInTrouble, NO_MINUTES, type CheckInLine } from '#domain/check-in.ts'
import { hoursByWeek, mondayOf, type DayTime } from '#domain/hours.ts'
import { addDays, type Day } from '#domain/month.ts'
import { notThere, ProblemError } from '#http/problem.ts'
import type { Book } from '#storage/storage.ts'
import { bookTime } from './counted-time.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { todayOf } from './today.ts'

/** Weeks back in which a known one is like the one that is asked for. */
const BEGUN_FROM = 8

type Names = 'checkIn' | 'setCheckIn' | 'removeCheckIn'

export function checkInHandlers(parts: Parts): Handlers<Names> {
  const { storage, clock } = parts
  return {
    checkIn: ({ book, params: { week } }) => weekAnswer(parts, book, week),
    async setCheckIn({ book, params: { week }, body: { lines } }) {
      const trouble = week > todayOf(book, clock) ? `the week of ${week} has not begun` : checkInTrouble({ week, lines })
      if (trouble !== undefined) throw new ProblemError(422, `Failed to save the week: ${trouble}. Correct it and save again.`)
      await storage.write(book.id, async (writer) => {
        const known = new Set((await writer.ventures()).map(({ id }) => id))
        const strange = lines.find(({ venture }) => venture !== null && !known.has(venture))
        if (strange) throw notThere(`venture ${strange.venture}`)
        await writer.setCheckIn({ week, lines: lines.toSorted((a, b) => (a.venture ?? 0) - (b.venture ?? 0)) })
      })
      return weekAnswer(parts, book, week)
    },
    async removeCheckIn({ book, params: { week } }) {
      const known = await storage.checkIns(book.id)
      if (!known.some((one) => one.week === week)) throw notThere(`a check-in for the week of ${week}`)
      await storage.write(book.id, (writer) => writer.removeCheckIn(week))
      return weekAnswer(parts, book, week)
    },
  }
}

async function weekAnswer({ storage, clock }: Parts, book: Book, week: Day): Promise<CheckInWeek> {
  if (week !== mondayOf(week)) throw new ProblemError(422, `Failed to find the week: ${week} is no Monday. Ask for ${mondayOf(week)}.`)
  const { imported, checkIns, time, known } = await bookTime(storage, book)
  const since = addDays(week, -7 * BEGUN_FROM)
  const before = [...known]
    .filter((one) => one < week && one >= since)
    .sort()
    .at(-1)
  return {
    week,
    today: todayOf(book, clock),
    said: checkIns.some((one) => one.week === week),
    lines: linesOf(week, time, checkIns.find((one) => one.week === week)?.lines),
    imported: linesOf(week, imported),
    before: before === undefined ? [] : linesOf(before, time, checkIns.find((one) => one.week === before)?.lines),
  }
}

/** A week by venture, those of none first: what was said of it, or else the sums of its days. */
function linesOf(week: Day, time: readonly DayTime[], said?: readonly CheckInLine[]): CheckInLine[] {
  if (said) return [...said]
  const lines = new Map<number | null, CheckInLine>()
  for (const { venture, kind, minutes } of hoursByWeek(time.filter(({ day }) => mondayOf(day) === week))) {
    const line = lines.get(venture) ?? { venture, ...NO_MINUTES }
    line[kind] += minutes
    lines.set(venture, line)
  }
  return [...lines.values()].toSorted((a, b) => (a.venture ?? 0) - (b.venture ?? 0))
}
