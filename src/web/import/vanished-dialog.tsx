import { useQuery } from '@tanstack/react-query'
import type { Import } from '#contract/import.ts'
import { q } from '#web/api/client.ts'
import { useBook } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { VanishedLines } from './vanished-card.tsx'

/** The lines of earlier exports that an import leaves out, as when it was saved; open while there is one. */
export function VanishedDialog({ one, onClose }: { one: Import | null; onClose: () => void }) {
  return (
    <Dialog title="Missing in a newer export" open={one !== null} onClose={onClose}>
      {one && <Left one={one} />}
      <div className="actions">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  )
}

function Left({ one: { id, name } }: { one: Import }) {
  const book = useBook()
  const { data, error } = useQuery(q('vanished', { book: book.id, import: id }))
  if (error) return <Trouble error={error} />
  if (!data) return <p className="quiet-text">Looking them up…</p>
  return <VanishedLines report={{ name, vanished: data }} />
}
