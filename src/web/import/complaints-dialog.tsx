import { useQuery } from '@tanstack/react-query'
import type { Import } from '#contract/import.ts'
import { q } from '#web/api/client.ts'
import { useBook } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { ComplaintsTable } from './complaints-card.tsx'

/** The rows of an import that could not be read, as they were when it was saved; open while there is one. */
export function ComplaintsDialog({ one, onClose }: { one: Import | null; onClose: () => void }) {
  return (
    <Dialog title={`Rows of ${one?.name ?? ''} to look at`} open={one !== null} onClose={onClose}>
      {one && <Kept one={one} />}
      <div className="actions">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  )
}

function Kept({ one: { id, name } }: { one: Import }) {
  const book = useBook()
  const { data, error } = useQuery(q('importComplaints', { book: book.id, import: id }))
  if (error) return <Trouble error={error} />
  if (!data) return <p className="quiet-text">Looking them up…</p>
  return (
    <>
      <p className="quiet-text">
        They are not counted. Correct them in the file or export it again, and import it: what was read is not counted twice.
      </p>
      <ComplaintsTable files={[{ name, file: String(id), complaints: data }]} />
    </>
  )
}
