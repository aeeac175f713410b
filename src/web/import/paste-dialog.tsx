import { useState, type FormEvent } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { fileOfText } from './dropped-entries.ts'

interface PasteDialogProps {
  open: boolean
  onFile: (file: File) => void
  onClose: () => void
}

/** Takes a table or a statement that was copied from elsewhere, where pasting onto the page is not at hand. */
export function PasteDialog({ open, onFile, onClose }: PasteDialogProps) {
  return (
    <Dialog title="Paste text" open={open} onClose={onClose}>
      <Paste onFile={onFile} onClose={onClose} />
    </Dialog>
  )
}

function Paste({ onFile, onClose }: Omit<PasteDialogProps, 'open'>) {
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const isEmpty = text.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (isEmpty) return
    onFile(fileOfText(text))
    onClose()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextArea
        label="Text"
        hint="Rows copied from a table, or the text of an export. It is looked at before anything is saved."
        error={asked && isEmpty ? 'Paste some text first.' : undefined}
        value={text}
        onChange={setText}
        rows={8}
        spellCheck={false}
        autoFocus
      />
      <div className="actions">
        <Button type="submit">Look at it</Button>
        <Button tone="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
