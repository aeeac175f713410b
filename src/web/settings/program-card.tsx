import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useFormat } from '#web/shell/book.ts'
import { Card } from '#web/ui/card.tsx'

/** Where rates come from, which files are read, which version this is. */
export function ProgramCard() {
  const about = usePrefetched(q('about', {}))
  const format = useFormat()
  const { source, from, to, currencies } = about.rates
  return (
    <Card title="About" className="span-4">
      <dl className="about">
        <dt>Rates</dt>
        <dd>{`${source}; ${format.day(from)} to ${format.day(to)}, ${format.count(currencies.length + 1)} currencies.`}</dd>
        <dt>Files that are read</dt>
        <dd>{format.list(about.platforms.map(({ name }) => name))}</dd>
        <dt>Version</dt>
        <dd>{about.version}</dd>
      </dl>
    </Card>
  )
}
