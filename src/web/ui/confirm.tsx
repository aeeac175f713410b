import '#web/styles/parts.css'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Trouble } from './trouble.tsx'

interface ConfirmProps {
  title: string
  open: boolean
  /** The act in its own words, as the button says it: "Undo the import". */
  act: string
  onConfirm: () => void
  onClose: () => void
  pending?: boolean
  disabled?: boolean
  error?: unknown
  /** What will be gone, and what will stay. */
  children: ReactNode
}

/** Asks once before something is taken away, and says what. */
export function Confirm({ title, open, act, onConfirm, onClose, pending = false, disabled = false, error, children }: ConfirmProps) {
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          onConfirm()
        }}
      >
        {children}
        <Trouble error={error} />
        <div className="actions">
          <Button type="submit" disabled={pending || disabled}>
            {act}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
