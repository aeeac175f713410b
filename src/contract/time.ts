import { z } from 'zod'
import { MONTH_MINUTES } from '#domain/check-in.ts'
import { Currency, Day, Minor, Month } from './money.ts'
import { StreamKind } from './stream.ts'
import { Work } from './venture.ts'

/** Whole minutes. */
const minutes = z.int().min(0)
const byKind = { basic: minutes, paid: minutes, care: minutes }

/** One venture's part of a week, or with null of what belongs to none. */
export const CheckInLine = z.object({ venture: z.int().nullable(), ...byKind }).meta({ id: 'CheckInLine' })
/** What a week was: it stands in the place of all that was imported for that week. */
export const CheckIn = z.object({ lines: z.array(CheckInLine).min(1).max(200) }).meta({ id: 'CheckIn' })

export const CheckInWeek = z
  .object({
    /** The Monday that it begins on. */
    week: Day,
    today: Day,
    /** Whether it was said by hand; then `imported` does not count. */
    said: z.boolean(),
    /** What counts: what was said, or else what was imported. */
    lines: z.array(CheckInLine),
    imported: z.array(CheckInLine),
    /** What counts of the newest known week of the eight before it, to begin from; empty without one. */
    before: z.array(CheckInLine),
  })
  .meta({ id: 'CheckInWeek' })

export const TimePlan = z
  .object({
    /** How much of all work is to be basic, in percent. */
    floor: z.int().min(0).max(100),
    /** Minutes a month for paid work and its care that can be kept up; null takes back what was said. */
    sustainable: z.int().min(1).max(MONTH_MINUTES).nullable(),
  })
  .meta({ id: 'TimePlan' })

/** What an hour brings of one venture, in minor units of the home currency. METRICS 14. */
const HourlyRate = z.object({
  rate: Minor,
  /** The least and the most of three months in a row; null where no three in a row are known. */
  range: z.object({ low: Minor, high: Minor }).nullable(),
  /** The same after what is set aside for income tax; null where no rate of tax was said. */
  afterTax: Minor.nullable(),
  /** Months that it is taken over, and their minutes. */
  months: z.int(),
  minutes,
  /** Those months, oldest first. */
  of: z.array(z.object({ month: Month, net: Minor, minutes })),
})

/** A stream by its name, and its venture. */
const ofStream = { stream: z.int(), name: z.string(), venture: z.int(), ventureName: z.string() }

/** Hours and what they bring. All money in minor units of the home currency, net, smoothed; all time in minutes. */
export const Time = z
  .object({
    currency: Currency,
    today: Day,
    plan: TimePlan,
    /** Full weeks by their Monday, oldest first, and then the running one. */
    weeks: z.array(
      z.object({
        week: Day,
        /** Whether anything is known of it; else its minutes mean nothing. */
        known: z.boolean(),
        /** Whether it was said by hand. */
        said: z.boolean(),
        ...byKind,
        /** Imported minutes that do not count, because the week was said by hand. */
        outvoted: minutes,
      }),
    ),
    /** Months with any time, oldest first; `known` where all weeks of the month are. */
    months: z.array(z.object({ month: Month, known: z.boolean(), ...byKind })),
    /** Basic work of all work over the last four full weeks; null where fewer than two are known. METRICS 15. */
    share: z.object({ basic: minutes, all: minutes, known: z.int() }).nullable(),
    /** In how many of the last three weeks that share was under the floor; missed from two on. */
    under: z.int(),
    missed: z.boolean(),
    /** The last full month of money, and how many of the six up to it are known by their hours. */
    month: Month.nullable(),
    knownMonths: z.int(),
    /** Care and paid minutes of the known months among those six. METRICS 14. */
    care: z.object({ care: minutes, paid: minutes }),
    /** Ventures with time or money in those six months. */
    ventures: z.array(
      z.object({
        venture: z.int(),
        name: z.string(),
        work: Work,
        joy: z.int().nullable(),
        /** Null with the reason beside it. */
        rate: HourlyRate.nullable(),
        noRate: z.enum(['few', 'no time']).nullable(),
        /** Of a mean known month. */
        minutes,
        net: Minor,
      }),
    ),
    /**
     * What rates, ceiling and patronage are made of: at most twelve full months, and for each stream that brought anything in them
     * what of it takes hours and what does not. `minutes` are paid work and its care, null for a month of which they are not known;
     * of a stream that is paid for no hours there are none.
     */
    ground: z.object({
      months: z.array(Month),
      streams: z.array(
        z.object({
          ...ofStream,
          kind: StreamKind,
          archived: z.boolean(),
          bound: z.array(Minor),
          free: z.array(Minor),
          minutes: z.array(minutes.nullable()).nullable(),
        }),
      ),
    }),
    /** What is enough in the last full month. */
    enough: Minor.nullable(),
    /** Paid work and its care in a usual known month; null of fewer than three. */
    usual: minutes.nullable(),
    /** Patronage of the last full month, the basic minutes that it pays for, and those of that month where they are known. METRICS 15. */
    patronage: z.object({ net: Minor, funded: minutes.nullable(), basic: minutes.nullable() }).nullable(),
    /** Money that takes no hours, of all money of the last six full months, and of the six before them. */
    free: z.object({ free: Minor, all: Minor, before: z.object({ free: Minor, all: Minor }).nullable() }).nullable(),
    /** The most that a usual month can bring with the hours there are; null of fewer than three known months. FEATURES N12. */
    ceiling: z
      .object({
        /** The minutes that it is reckoned with: the plan's, else the usual ones. */
        sustainable: minutes,
        free: Minor,
        /** Streams that are paid for hours, the best paid first. */
        filled: z.array(z.object({ ...ofStream, rate: Minor, demand: minutes, minutes, net: Minor })),
        /** Paid for hours of which too few are known: taken as they are. */
        unrated: z.array(z.object({ ...ofStream, net: Minor })),
        spare: minutes,
        total: Minor,
      })
      .nullable(),
  })
  .meta({ id: 'Time' })

export type CheckInLine = z.infer<typeof CheckInLine>
export type CheckInWeek = z.infer<typeof CheckInWeek>
export type TimePlan = z.infer<typeof TimePlan>
export type Time = z.infer<typeof Time>
