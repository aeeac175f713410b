import { useEffect, useState } from 'react'
import { askBeforeLeaving } from '#web/shell/leaving.ts'
import { Confirm } from '#web/ui/confirm.tsx'

/** Asks before a page with unsaved changes is left; a window that is closed is asked about by the browser. */
export function LeavingConfirm({ unsaved }: { unsaved: boolean }) {
  const [answer, setAnswer] = useState<((may: boolean) => void) | null>(null)
  useEffect(() => {
    if (!unsaved) return
    const stop = askBeforeLeaving(() => new Promise<boolean>((resolve) => setAnswer(() => resolve)))
    const closing = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', closing)
    return () => {
      stop()
      window.removeEventListener('beforeunload', closing)
    }
  }, [unsaved])
  // What is saved while it is asked about is lost no more, so the page is left.
  useEffect(() => {
    if (!unsaved) answer?.(true)
  }, [unsaved, answer])
  const say = (may: boolean) => {
    setAnswer(null)
    answer?.(may)
  }
  return (
    <Confirm
      title="Leave without saving?"
      open={unsaved && answer !== null}
      act="Leave"
      onConfirm={() => say(true)}
      onClose={() => say(false)}
    >
      <p>What you changed on this page is not saved, and would be gone.</p>
    </Confirm>
  )
}
