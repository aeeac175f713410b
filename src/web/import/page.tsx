import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { takeFiles } from '#web/shell/dropped-files.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Button } from '#web/ui/button.tsx'
import { Progress } from '#web/ui/progress.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { ChangedCard } from './changed-card.tsx'
import { ComplaintsCard } from './complaints-card.tsx'
import type { Draft, ImportDraft } from './draft.ts'
import { canSave } from './draft-files.ts'
import { useDraft } from './draft-store.ts'
import { DoublesCard } from './doubles-card.tsx'
import { DropZone } from './drop-zone.tsx'
import { FilesCard, type FileActs } from './files-card.tsx'
import { LiveImports } from './live-imports.tsx'
import { MonthsCard } from './months-card.tsx'
import { ProjectsCard } from './projects-card.tsx'
import { Questions } from './questions.tsx'
import { workWords, type Work } from './work.ts'
import { previewLead, previewTitle, savedTitle, saveWords, waitingLead } from './words.ts'
import { VanishedCard } from './vanished-card.tsx'
import './import.css'

/** Files become entries here: dropped, looked at, and saved only when the user says so. */
export function ImportPage() {
  const book = useBook()
  const format = useFormat()
  const [draft, state] = useDraft(book.id)
  const onFiles = useCallback((files: readonly File[]) => void draft.add(files), [draft])
  useEffect(() => void draft.add(takeFiles()), [draft])
  useEffect(() => void draft.bookIsAt(book.revision), [draft, book.revision])
  const { files, report, saved, work, error, notes } = state
  return (
    <>
      <Heading state={state} />
      <p className="visually-hidden" role="status">
        {report && !work && !saved ? previewTitle(report, format) : ''}
      </p>
      <div className="import-page">
        <DropZone more={files.length > 0 || saved !== null} onFiles={onFiles} />
        {work && <Working work={work} files={files.length} onCancel={() => draft.cancel()} />}
        <Trouble error={error} actions={<Button onClick={() => void draft.retry()}>Try again</Button>} />
        {notes.map((note) => (
          <p key={note} className="quiet-text">
            {note}
          </p>
        ))}
        {saved && <Saved draft={draft} state={state} />}
        {files.length > 0 && (report || files.some(({ refused }) => refused !== null)) && <Preview draft={draft} state={state} />}
        <LiveImports />
      </div>
    </>
  )
}

function Heading({ state: { files, report, saved, work } }: { state: Draft }) {
  const format = useFormat()
  if (saved) {
    return (
      <PageHeading title="Import" lead={waitingLead(files.length) ?? 'One undo takes all of it back.'}>
        {savedTitle(saved, format)}
      </PageHeading>
    )
  }
  if (files.length > 0 && report) {
    return (
      <PageHeading title="Import" lead={previewLead(report, format)}>
        {previewTitle(report, format)}
      </PageHeading>
    )
  }
  if (files.length > 0)
    return (
      <PageHeading title="Import" lead="Nothing is saved yet.">
        {work ? 'Looking at your files…' : 'Your files'}
      </PageHeading>
    )
  return (
    <PageHeading title="Import" lead="You see what will be added before anything is saved.">
      Bring in what you were paid
    </PageHeading>
  )
}

function Working({ work, files, onCancel }: { work: Work; files: number; onCancel: () => void }) {
  const format = useFormat()
  return (
    <div className="import-work">
      <Progress label={workWords(work, files, format)} share={work.share} />
      <Button tone="quiet" className="small" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  )
}

function Preview({ draft, state: { files, report, work, saved } }: { draft: ImportDraft; state: Draft }) {
  const book = useBook()
  const format = useFormat()
  const undo = useSend('undoBatch')
  const [asking, setAsking] = useState<number | null>(null)
  const acts: FileActs = {
    leaveOut: (id) => void draft.leaveOut(id),
    send: (id, destinations) => void draft.wish(id, { destinations }),
    readDates: (id, dateOrder) => void draft.wish(id, { dateOrder }),
    mapColumns: (id) => {
      setAsking(id)
      // A file that was read by columns shows them; any other is looked at anew for them.
      if (!files.find((file) => file.id === id)?.report?.columns) void draft.wish(id, { reader: 'any-csv' })
    },
  }
  // It is told with the saving and not after it: what was read is read again behind that, and by then one may be elsewhere.
  const keep = async () => {
    const saved = await draft.save()
    const { batch } = saved
    const takeBack = async () => {
      if (batch !== null) await undo.mutateAsync({ params: { book: book.id, batch } })
      draft.forgetSaved()
      toast({ text: 'Taken back.' })
    }
    toast({ text: savedTitle(saved, format), undo: takeBack })
    window.scrollTo(0, 0)
  }
  const save = useMutation({ mutationFn: keep })
  const reports = files.flatMap((file) => (file.report ? [file.report] : []))
  return (
    <div className="import-result" aria-busy={work !== null}>
      <Questions
        files={files}
        asking={asking}
        onAsk={setAsking}
        busy={work !== null}
        onSay={(id, wishes) => void draft.wish(id, wishes)}
        onLeaveOut={acts.leaveOut}
      />
      <div className="import-columns">
        <div className="import-main">
          {!saved && <FilesCard title="What will be added" rows={files} acts={acts} />}
          {files.map((file) => (
            <ProjectsCard key={file.id} file={file} onChoose={(projects) => void draft.wish(file.id, { projects })} />
          ))}
          <ChangedCard files={reports} saved={false} />
          <VanishedCard files={reports} />
          <ComplaintsCard files={reports} saved={false} />
        </div>
        <div className="import-aside">
          {report && <DoublesCard report={report} saved={false} />}
          {report && reports.some(({ state }) => state === 'read') && <MonthsCard title="Months that change" report={report} />}
        </div>
      </div>
      <div className="actions save-bar">
        {report && files.some(canSave) && (
          <Button disabled={work !== null} onClick={() => save.mutate()}>
            {saveWords(report, format)}
          </Button>
        )}
        <Button tone="quiet" disabled={work?.act === 'saving'} onClick={() => draft.discard()}>
          Discard
        </Button>
        {files.some(canSave) && <span className="quiet-text">One undo takes all of it back.</span>}
      </div>
    </div>
  )
}

function Saved({ draft, state: { saved, unsaved } }: { draft: ImportDraft; state: Draft }) {
  const book = useBook()
  const undo = useSend('undoBatch')
  if (!saved) return null
  const { batch } = saved
  const takeBack = async (name: string) => {
    await undo.mutateAsync({ params: { book: book.id, batch: name } })
    draft.forgetSaved()
    toast({ text: 'Taken back.' })
  }
  const rows = [...saved.files.map((report, i) => ({ id: -i, name: report.name, report, refused: null, destinations: [] })), ...unsaved]
  return (
    <div className="import-result">
      <div className="actions">
        <Link className="button" to={to.month()}>
          See this month
        </Link>
        {batch !== null && (
          <Button tone="quiet" disabled={undo.isPending} onClick={() => void takeBack(batch).catch(() => {})}>
            Undo
          </Button>
        )}
      </div>
      <Trouble error={undo.error} />
      <div className="import-columns">
        <div className="import-main">
          <FilesCard title="What was added" rows={rows} />
          <ChangedCard files={saved.files} saved />
          <VanishedCard files={saved.files} />
          <ComplaintsCard files={saved.files} saved />
        </div>
        <div className="import-aside">
          <DoublesCard report={saved} saved />
          <MonthsCard title="Months that changed" report={saved} />
        </div>
      </div>
    </div>
  )
}
