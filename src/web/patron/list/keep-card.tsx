import { useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { FileButton } from '#web/ui/file-button.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { saveFile } from '#web/api/saved-file.ts'
import { useSite } from '../site.ts'
import { EMPTY_LIST, keptList, type KeptList } from './kept-list.ts'
import { listStore } from './list-store.ts'

/** The list as a file of one's own: a browser's memory can be cleared. */
export function KeepCard({ list }: { list: KeptList }) {
  const { today } = useSite()
  const [problem, setProblem] = useState<string | null>(null)
  const save = () => saveFile(`enough-list-${today}.json`, new Blob([`${JSON.stringify(list, null, 2)}\n`], { type: 'application/json' }))
  const take = async (file: File | undefined) => {
    if (!file) return
    const taken = await listIn(file)
    setProblem(taken ? null : `Failed to read ${file.name}: it is no list of this kind. Give a file that was saved here.`)
    if (taken) replace(taken, 'The list of the file is here.')
  }
  const replace = (next: KeptList, text: string) => {
    const before = listStore.read()
    listStore.write(next)
    toast({ text, undo: () => listStore.write(before) })
  }
  const something = list.lines.length > 0 || list.approvals.length > 0
  return (
    <Card title="Keep it" className="no-print keep-card">
      <div className="stack">
        <p className="quiet-text">
          The list and its approvals are kept in this browser only, with the links of what was announced. Save them as a file, for your
          records or for another browser.
        </p>
        <div className="actions">
          <Button tone="quiet" disabled={!something} onClick={save}>
            Save the list
          </Button>
          <FileButton onFiles={([file]) => void take(file)}>Open a saved list</FileButton>
          {something && (
            <button type="button" className="link-button" onClick={() => replace(EMPTY_LIST, 'The list is empty.')}>
              Empty the list
            </button>
          )}
        </div>
        <Trouble error={problem} />
      </div>
    </Card>
  )
}

async function listIn(file: File): Promise<KeptList | undefined> {
  try {
    return keptList(JSON.parse(await file.text()))
  } catch {
    return undefined
  }
}
