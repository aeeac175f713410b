import type { ImportReport, ProposedDouble } from '#contract/import.ts'
import { scoreWords } from '#web/doubles/words.ts'
import { useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import { beyondWords, doublesWords, proposalTitle, proposedWords, sightWords } from './told-words.ts'

/** What of a drop is seen a second time in the book or in the drop, the surest pairs with their reasons, and where that is decided. */
export function DoublesCard({ report: { files, doubles }, saved }: { report: ImportReport; saved: boolean }) {
  const format = useFormat()
  const { proposed, first, beyond } = doubles
  // Of what waits the pairs themselves are told below, as far as they are known.
  const told = files.filter((report) => (first.length > 0 ? report.doublesProven > 0 : doublesWords(report, format) !== ''))
  if (told.length + first.length === 0 && !beyond) return null
  const more = proposed - first.length
  return (
    <Card title="Seen twice?">
      {told.length > 0 && (
        <ul className="doubles-told">
          {told.map((report) => (
            <li key={report.file}>
              <bdi>{report.name}</bdi>
              <span className="quiet-text">{doublesWords(first.length > 0 ? { ...report, doublesProposed: 0 } : report, format)}</span>
            </li>
          ))}
        </ul>
      )}
      {first.length > 0 && <p className="proposals-lead">{proposedWords(proposed, format)}</p>}
      {first.length > 0 && (
        <ul className="doubles-told proposals" aria-label="May be the same money">
          {first.map((double) => (
            <li key={proposalKey(double)}>
              <Proposal double={double} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="hint">{`and ${format.count(more)} more`}</p>}
      {beyond && <p className="quiet-text">{beyondWords(beyond, saved, format)}</p>}
      {proposed > 0 && !saved && (
        <p className="hint">Nothing of it is decided for you: once the files are saved, Doubles asks about each of them.</p>
      )}
      {saved && (
        <p className="actions">
          <Link className="button quiet small" to={to.doubles(proposed > 0 || beyond ? {} : { state: 'proven' })}>
            {proposed > 0 ? 'Decide them' : 'Look at them'}
          </Link>
        </p>
      )}
    </Card>
  )
}

function proposalKey(double: ProposedDouble): string {
  return JSON.stringify(double)
}

/** Both sides of what may be the same money, and why. */
function Proposal({ double }: { double: ProposedDouble }) {
  const format = useFormat()
  const { counts, countsLength, covered, reasons, score } = double
  return (
    <>
      <p className="proposal-title">{proposalTitle(double, format)}</p>
      <p className="hint">{scoreWords(score)}</p>
      <details className="proposal-why">
        <summary>Why</summary>
        <ul>
          {[...counts, covered].map((sight, i) => (
            <li key={i}>
              <bdi>{sightWords(sight, format)}</bdi>
            </li>
          ))}
          {countsLength > counts.length && <li>{`and ${format.count(countsLength - counts.length)} more lines`}</li>}
        </ul>
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </details>
    </>
  )
}
