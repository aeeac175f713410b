import type { PublicVenture } from '#contract/public.ts'
import { publicPlace } from '#web/api/public-site.ts'
import { Card } from '#web/ui/card.tsx'
import type { Format } from '#web/ui/format.ts'
import { Prose } from '../prose.tsx'

interface UpdatesCardProps extends Pick<PublicVenture, 'updates' | 'address'> {
  /** Whether the site has feeds of it. */
  feeds: boolean
  format: Format
}

/** News of the venture, newest first, and the feeds that tell of them. */
export function UpdatesCard({ updates, address, feeds, format }: UpdatesCardProps) {
  const newest = updates.toSorted((a, b) => (a.day < b.day ? 1 : -1))
  const feed = `${publicPlace().root}v/${address}/feed`
  return (
    <Card
      title="Updates"
      {...(feeds && {
        tools: (
          <span className="hint">
            <a href={`${feed}.atom`}>Atom feed</a> · <a href={`${feed}.json`}>JSON feed</a>
          </span>
        ),
      })}
    >
      {newest.map(({ id, day, title, text }) => (
        <article key={id} className="update">
          <h3>{title}</h3>
          <p className="hint">
            <time dateTime={day}>{format.day(day)}</time>
          </p>
          <Prose text={text} />
        </article>
      ))}
    </Card>
  )
}
