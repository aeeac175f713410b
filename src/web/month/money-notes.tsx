import type { MonthPage } from '#contract/income.ts'
import type { Pledged } from '#contract/pledge.ts'
import type { Stream } from '#contract/stream.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import type { Format } from '#web/ui/format.ts'
import { streamTitle } from '#web/streams/stream-title.ts'
import { newestBefore } from './newest.ts'
import { pledgedSentence } from './pledged.ts'

interface MoneyNotesProps {
  page: MonthPage
  streams: readonly Pick<Stream, 'id' | 'name' | 'ventureName' | 'lastDay' | 'estimated'>[]
  /** Pledged for the month and not paid yet; absent for any month but the running one. */
  pledged?: Pledged | undefined
  format: Format
}

/** Says what is in no total because it has no rate, what stands at a rate that will be corrected, and where newer income is missing. */
export function MoneyNotes({ page, streams, pledged, format }: MoneyNotesProps) {
  const { unconverted, estimated, month } = page
  const newest = newestBefore(page, streams)
  const fromLists = streams.filter(({ id, estimated: is }) => is && page.streams.some(({ stream, net }) => stream === id && net !== 0))
  const promised = pledged && pledgedSentence(pledged, format)
  if (unconverted.length === 0 && !estimated && newest === undefined && promised === undefined && fromLists.length === 0) return null
  const amounts = unconverted.map(({ net, currency }) => format.exact(net, currency))
  return (
    <aside className="money-notes span-12" aria-label="About these figures">
      {promised !== undefined && (
        <p>
          {promised} <Link to={to.pledges()}>Show the pledges</Link>.
        </p>
      )}
      {newest !== undefined && (
        <p>
          The newest income in this book is of {format.month(newest)}. <Link to={to.month(newest)}>Show that month</Link>, or{' '}
          <Link to={to.import()}>import what came since</Link>.
        </p>
      )}
      {unconverted.length > 0 && (
        <p>
          Not in the total, because there is no rate for it: {format.list(amounts)}.{' '}
          <Link to={to.ledger({ month, unconverted: true })}>Show these entries</Link>, or{' '}
          <Link to={to.settings()}>add a rate of your own</Link>.
        </p>
      )}
      {fromLists.map((stream) => (
        <p key={stream.id}>
          {format.exact(page.streams.find((one) => one.stream === stream.id)?.net ?? 0)} of{' '}
          <Link to={to.stream(stream.id)}>{streamTitle(stream)}</Link> is an estimate from patron lists, before fees; it goes when what was
          paid is imported.
        </p>
      ))}
      {estimated && (
        <p>
          {format.count(estimated.entries)} {estimated.entries === 1 ? 'entry is' : 'entries are'} estimated at the rate of{' '}
          {format.day(estimated.rateDay)}, the last one known; this is corrected when the rate of the day arrives.
        </p>
      )}
    </aside>
  )
}
