import type { FileReport, ToldLine } from '#contract/import.ts'
import { useFormat } from '#web/shell/book.ts'
import { kindWords } from '#web/ledger/entry-words.ts'
import { Card } from '#web/ui/card.tsx'
import { changedTitle, differences, lineWords } from './told-words.ts'

/** Rows that were here before and are told otherwise now: which they are, as they were and as they are. */
export function ChangedCard({ files, saved }: { files: readonly FileReport[]; saved: boolean }) {
  const format = useFormat()
  const told = files.filter(({ changed, already }) => changed.length > 0 && !already)
  if (told.length === 0) return null
  return (
    <Card title={saved ? 'Rows that changed' : 'Rows that will change'} hint="what you changed yourself stays as it is">
      {told.map((report) => {
        const left = report.updated - report.changed.length
        return (
          <section key={report.file} className="told-rows" aria-label={`Changed in ${report.name}`}>
            <p>{changedTitle(report, format)}</p>
            <ul>
              {report.changed.map(({ before, after }, i) => (
                <li key={`${report.file} ${i}`}>
                  <ChangedLine before={before} after={after} />
                </li>
              ))}
            </ul>
            {left > 0 && <p className="hint">{`and ${format.count(left)} more`}</p>}
          </section>
        )
      })}
    </Card>
  )
}

function ChangedLine({ before, after }: { before: ToldLine | null; after: ToldLine }) {
  const format = useFormat()
  if (before === null) return <p>{`New in a row that was here: ${kindWords(after.kind)}, ${lineWords(after, format)}`}</p>
  return (
    <>
      <p>
        <bdi>{lineWords(before, format)}</bdi>
      </p>
      <dl>
        {differences(before, after, format).map((field) => (
          <div key={field.what}>
            <dt>{field.what}</dt>
            <dd>
              <del>{field.before}</del> <span aria-hidden="true">→</span> <ins>{field.after}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
