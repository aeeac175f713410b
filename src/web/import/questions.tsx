import { useEffect, useRef } from 'react'
import { useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { capital, numberWord } from '#web/ui/number-words.ts'
import { DatesCard } from './dates-card.tsx'
import type { DroppedFile, Wishes } from './draft-files.ts'
import { MappingForm } from './mapping-form.tsx'
import { sizeWords } from './size-words.ts'

interface QuestionsProps {
  files: readonly DroppedFile[]
  /** The file that the user wants to be asked about. */
  asking: number | null
  onAsk: (id: number | null) => void
  busy: boolean
  onSay: (id: number, wishes: Partial<Wishes>) => void
  onLeaveOut: (id: number) => void
}

/** Asks about one file at a time what nobody but its owner knows; the others that wait stand below by their names. */
export function Questions({ files, asking, onAsk, busy, onSay, onLeaveOut }: QuestionsProps) {
  const box = useRef<HTMLDivElement>(null)
  const asked = files.filter(({ id, report }) => report?.state === 'mapping' || (asking === id && report?.columns))
  const shown = asked.find(({ id }) => id === asking) ?? asked[0]
  const isWanted = shown !== undefined && shown.id === asking
  useEffect(() => {
    if (isWanted) box.current?.focus()
  }, [isWanted])
  if (!shown) return null
  const { id, name, report } = shown
  const others = asked.filter((file) => file !== shown)
  const say = (wishes: Partial<Wishes>) => {
    onAsk(null)
    onSay(id, wishes)
  }
  const about = { fileName: name, busy, onLeaveOut: () => onLeaveOut(id) }
  return (
    <div className="import-main" ref={box} tabIndex={-1}>
      {report?.dates && !report.columns && (
        <DatesCard key={id} {...about} dates={report.dates} onChoose={(dateOrder) => say({ dateOrder })} />
      )}
      {report?.columns && <MappingForm key={id} {...about} columns={report.columns} onMap={(mapping) => say({ mapping })} />}
      {others.length > 0 && <Waiting files={others} onAsk={onAsk} onLeaveOut={onLeaveOut} />}
    </div>
  )
}

function askWords(report: DroppedFile['report']): string {
  return report?.dates && !report.columns ? 'Say how its dates read' : 'Name its columns'
}

function Waiting({ files, onAsk, onLeaveOut }: { files: readonly DroppedFile[] } & Pick<QuestionsProps, 'onAsk' | 'onLeaveOut'>) {
  const format = useFormat()
  const count = capital(numberWord(files.length))
  const title = files.length === 1 ? `${count} more file needs a word from you` : `${count} more files need a word from you`
  return (
    <Card title={title}>
      <ul className="waiting-files">
        {files.map(({ id, name, bytes, report }) => (
          <li key={id}>
            <span>
              <bdi>{name}</bdi> <span className="hint">{sizeWords(bytes, format)}</span>
            </span>
            <span className="actions">
              <Button tone="quiet" className="small" aria-label={`${askWords(report)}: ${name}`} onClick={() => onAsk(id)}>
                {askWords(report)}
              </Button>
              <Button tone="quiet" className="small" aria-label={`Leave it out: ${name}`} onClick={() => onLeaveOut(id)}>
                Leave it out
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
