import type { FileReport } from '#contract/import.ts'
import { useFormat } from '#web/shell/book.ts'
import { FileMonths } from './file-months.tsx'
import { styleWords } from './style-words.ts'
import { holdsWords } from './told-words.ts'

interface FileReadingProps {
  report: FileReport
  /** Takes the file out of its reader's hands, to name its columns oneself. */
  onMapColumns?: () => void
}

/** What a file was taken for; opened it says why, and how its dates and numbers were read, so that a wrong guess is seen. */
export function FileReading({ report, onMapColumns }: FileReadingProps) {
  const format = useFormat()
  const { layout, style, dates, rows, span, kinds, months } = report
  const holds = holdsWords(kinds, format)
  return (
    <details className="file-reading">
      <summary>{layout?.name ?? 'a table'}</summary>
      <dl>
        {layout && <Said term="Why" words={layout.why} />}
        {styleWords(style, dates).map(({ term, words }) => (
          <Said key={term} term={term} words={words} />
        ))}
        <Said term="Rows" words={format.count(rows)} />
        {holds !== '' && <Said term="Holds" words={holds} />}
        {span && <Said term="Days" words={`${format.day(span.from)} to ${format.day(span.to)}`} />}
      </dl>
      {months.length > 0 && <FileMonths months={months} />}
      {onMapColumns && style.delimiter !== undefined && (
        <button type="button" className="link-button" onClick={onMapColumns}>
          {layout?.id === 'any-csv' ? 'Change its columns' : 'Name its columns yourself'}
        </button>
      )}
    </details>
  )
}

function Said({ term, words }: { term: string; words: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{words}</dd>
    </div>
  )
}
