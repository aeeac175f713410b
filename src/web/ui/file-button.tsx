import { useRef, type ReactNode } from 'react'
import { Button } from './button.tsx'

interface FileButtonProps {
  onFiles: (files: readonly File[]) => void
  disabled?: boolean
  tone?: 'main' | 'quiet'
  /** Whether a folder is chosen, with all that is in it. */
  folder?: boolean
  children: ReactNode
}

/** Opens the system's file chooser, for several files at once or for a folder; the same file can be chosen again. */
export function FileButton({ onFiles, disabled = false, tone = 'quiet', folder = false, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement | null>(null)
  return (
    <>
      <Button tone={tone} disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={(element) => {
          input.current = element
          if (element) element.webkitdirectory = folder
        }}
        type="file"
        multiple
        hidden
        aria-label={typeof children === 'string' ? children : 'Choose files'}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          onFiles(files)
        }}
      />
    </>
  )
}
