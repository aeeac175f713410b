import { useEffect, useState } from 'react'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useFormat } from '#web/shell/book.ts'
import { filesOf } from '#web/shell/dropped-files.ts'
import { Button } from '#web/ui/button.tsx'
import { FileButton } from '#web/ui/file-button.tsx'
import { pastedTable, withoutLitter } from './dropped-entries.ts'
import { PasteDialog } from './paste-dialog.tsx'

interface DropZoneProps {
  /** Whether files are here already. */
  more: boolean
  onFiles: (files: readonly File[]) => void
}

/** Phones have no folders to choose. */
const canChooseFolders = 'webkitdirectory' in HTMLInputElement.prototype && !matchMedia('(pointer: coarse)').matches

/** Takes files dropped anywhere on the page, chosen by the button, or a table that is pasted. */
export function DropZone({ more, onFiles }: DropZoneProps) {
  const about = usePrefetched(q('about', {}))
  const format = useFormat()
  const over = useWholePage(onFiles)
  const [pasting, setPasting] = useState(false)
  const named = about.platforms.filter(({ id }) => id !== 'any-csv').map(({ name }) => name)
  const stay = about.inPage ? 'They stay in this browser.' : 'They stay on this machine.'
  return (
    <section className={`import-drop${over ? ' over' : ''}${more ? ' more' : ''}`} aria-label="Files to import">
      <p className="drop-title">
        {over ? 'Let go: they are looked at before anything is saved' : `Drop ${more ? 'more' : 'your'} files, a folder, or paste a table`}
      </p>
      {!more && <p>{`${format.list([...named, 'any CSV'])}; spreadsheets and archives of them too. ${stay}`}</p>}
      <div className="actions">
        <FileButton tone={more ? 'quiet' : 'main'} onFiles={onFiles}>
          Choose files
        </FileButton>
        {canChooseFolders && (
          <FileButton folder onFiles={(files) => onFiles(withoutLitter(files))}>
            Choose a folder
          </FileButton>
        )}
        <Button tone="quiet" onClick={() => setPasting(true)}>
          Paste text
        </Button>
      </div>
      <PasteDialog open={pasting} onFile={(file) => onFiles([file])} onClose={() => setPasting(false)} />
    </section>
  )
}

/** Hears drops and pastes on the whole window, before the frame does; answers whether files are held over it. */
function useWholePage(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const hover = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!event.dataTransfer || !holdsFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      void filesOf(event.dataTransfer).then(onFiles)
    }
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog')) return
      const files = [...(event.clipboardData?.files ?? [])]
      const table = pastedTable(event.clipboardData?.getData('text/plain') ?? '')
      onFiles(files.length > 0 || !table ? files : [table])
    }
    const hears = new AbortController()
    const early = { capture: true, signal: hears.signal }
    window.addEventListener('dragenter', hover, early)
    window.addEventListener('dragover', hover, early)
    window.addEventListener('dragleave', leave, early)
    window.addEventListener('drop', drop, early)
    window.addEventListener('paste', paste, early)
    return () => hears.abort()
  }, [onFiles])
  return over
}
