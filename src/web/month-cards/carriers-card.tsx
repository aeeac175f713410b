import type { MonthPage } from '#contract/income.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { How } from '#web/figures/how.tsx'
import { lensTag } from '#web/lens/lens.ts'
import { cameQuery } from '#web/month/queries.ts'
import { CROWD } from '#web/patrons/words.ts'
import { useBook } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { carrierRows, carriersSentence } from './carrier-rows.ts'
import { carriersFigure } from './carriers-figure.ts'

const TITLE = 'Who carries it'

/** How small and large gifts, people and organisations share the month. The table is the picture. */
export function CarriersCard({ page, format }: { page: MonthPage; format: Format }) {
  const book = useBook()
  // A month that runs has not seen all who give, so the one before it stands for it.
  const carriers = usePrefetched(q('carriers', cameQuery(book, page)))
  const told = carriers.gifts.patrons >= CROWD
  return (
    <Card className="span-4 small-card" title={TITLE} hint={`${format.month(carriers.month)}, ${lensTag(carriers.lens)}`}>
      <p>{carriersSentence(carriers, format)}</p>
      {page.lens === 'dependable' && <p className="hint">Who pays is known of money that came: this is cash.</p>}
      {told && (
        <DataTable
          caption="Gifts by size, and by who gives"
          rows={carrierRows(carriers)}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', heading: 'Patrons', names: true, cell: ({ name }) => name },
            { key: 'patrons', heading: 'Number', align: 'number', cell: ({ patrons }) => format.count(patrons) },
            { key: 'share', heading: 'Share', align: 'number', cell: ({ share }) => format.percent(share) },
          ]}
        />
      )}
      {told && <How figure={() => carriersFigure(carriers, format)} />}
      <p className="small-more">
        <Link to={to.patrons({ lens: carriers.lens })}>Who came, who stays and who left</Link>
      </p>
    </Card>
  )
}
