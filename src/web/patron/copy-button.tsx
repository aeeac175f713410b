import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/toast.tsx'

interface CopyButtonProps {
  text: string
  /** What it is, as the sentence afterwards says: "The reference". */
  what: string
  children?: string
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, what, children = 'Copy' }: CopyButtonProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toast({ text: `${what} is copied.` })
    } catch {
      // Without permission, or where the page is not secure.
      toast({ text: `${what} could not be copied. Select it, and copy it by hand.` })
    }
  }
  return (
    <Button tone="quiet" className="small" aria-label={`${children}: ${what}`} onClick={() => void copy()}>
      {children}
    </Button>
  )
}
