import { z } from 'zod'
import { Carriers } from './crowd.ts'
import { IncomeByMonth, MonthPage, MonthQuery } from './income.ts'
import { Month } from './money.ts'
import { MonthChange } from './month-change.ts'
import { Outlook } from './outlook.ts'
import { Pledged } from './pledge.ts'
import { Stream } from './stream.ts'
import { Time } from './time.ts'
import { Venture } from './venture.ts'

/** Which month, in which lens, and from which month on the months up to it are told; from the first of all where none is named. */
export const MonthViewQuery = MonthQuery.extend({ from: Month.optional() })

/** All figures of the Month page in one answer; each part is the answer of its own route. */
export const MonthView = z
  .object({
    month: MonthPage,
    months: IncomeByMonth,
    ventures: z.array(Venture),
    streams: z.array(Stream),
    /** What changed and who carries it are told of money that came: in cash where the lens tells of none. */
    change: MonthChange,
    carriers: Carriers,
    time: Time,
    /** Null of a month that does not run, as what is to come: in cash. */
    pledged: Pledged.nullable(),
    outlook: Outlook.nullable(),
  })
  .meta({ id: 'MonthView' })

export type MonthView = z.infer<typeof MonthView>
