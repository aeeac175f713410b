import type { FileReport } from '#contract/import.ts'
import { useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import { doublesWords } from './told-words.ts'

/** How much of each file is seen a second time in the book or in the drop, and where that is decided. */
export function DoublesCard({ files, saved }: { files: readonly FileReport[]; saved: boolean }) {
  const format = useFormat()
  const told = files.filter((report) => doublesWords(report, format) !== '')
  if (told.length === 0) return null
  const waits = told.some(({ doublesProposed }) => doublesProposed > 0)
  return (
    <Card title="Seen twice?">
      <ul className="doubles-told">
        {told.map((report) => (
          <li key={report.file}>
            <bdi>{report.name}</bdi>
            <span className="quiet-text">{doublesWords(report, format)}</span>
          </li>
        ))}
      </ul>
      {waits && !saved && <p className="hint">Nothing of it is decided for you: you say it once the files are saved.</p>}
      {saved && (
        <p className="actions">
          <Link className="button quiet small" to={to.doubles(waits ? {} : { state: 'proven' })}>
            {waits ? 'Decide them' : 'Look at them'}
          </Link>
        </p>
      )}
    </Card>
  )
}
