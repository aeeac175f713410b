import { monthOf } from '#domain/month.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { todayOf } from './today.ts'

type Asked = Pick<
  Handlers,
  'month' | 'incomeByMonth' | 'ventures' | 'streams' | 'monthChange' | 'carriers' | 'time' | 'pledged' | 'outlook'
>

/** The Month page in one answer, of the handlers of its parts, so that it says what they say. */
export function monthViewHandlers({ clock }: Pick<Parts, 'clock'>, handlers: Asked): Handlers<'monthView'> {
  return {
    async monthView({ book, query: { month, from, lens }, request }) {
      const running = monthOf(todayOf(book, clock))
      const shown = month ?? running
      const came = lens === 'smoothed' ? lens : 'cash'
      const call = { book, request, params: { book: book.id }, body: undefined }
      const of = { ...call, query: undefined }
      return {
        month: await handlers.month({ ...call, query: { month: shown, lens } }),
        months: await handlers.incomeByMonth({ ...call, query: { from, to: shown, lens } }),
        ventures: await handlers.ventures(of),
        streams: await handlers.streams(of),
        change: await handlers.monthChange({ ...call, query: { month: shown, lens: came } }),
        carriers: await handlers.carriers({ ...call, query: { month: shown, lens: came } }),
        time: await handlers.time(of),
        pledged: shown === running ? await handlers.pledged(of) : null,
        outlook: shown === running ? await handlers.outlook({ ...call, query: { lens: 'cash' } }) : null,
      }
    },
  }
}
