import { z } from 'zod'
import { IncomeByMonth, MonthPage, MonthQuery } from './income.ts'
import { Month } from './money.ts'
import { Pledged } from './pledge.ts'
import { Stream } from './stream.ts'
import { Venture } from './venture.ts'

/** Which month, in which lens, and from which month on the months up to it are told; from the first of all where none is named. */
export const MonthViewQuery = MonthQuery.extend({ from: Month.optional() })

/** All that the Month page draws at first, in one answer; each part is the answer of its own route. */
export const MonthView = z
  .object({
    month: MonthPage,
    months: IncomeByMonth,
    ventures: z.array(Venture),
    streams: z.array(Stream),
    /** Null of a month that is over: what was pledged is told while it runs. */
    pledged: Pledged.nullable(),
  })
  .meta({ id: 'MonthView' })

export type MonthView = z.infer<typeof MonthView>
