import { useState, type FormEvent } from 'react'
import type { Destination, FileReport } from '#contract/import.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useBook } from '#web/shell/book.ts'
import { choiceTrouble, destinationOf, type StreamChoice } from '#web/streams/stream-choice.ts'
import { StreamPicker } from '#web/streams/stream-picker.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

export type Place = FileReport['streams'][number]

interface DestinationDialogProps {
  /** Where the money of one account in a file goes now; the dialog is open while there is one. */
  place: Place | null
  fileName: string
  onChoose: (destination: Destination) => void
  onClose: () => void
}

/** Asks where the money of a file goes. */
export function DestinationDialog({ place, fileName, onChoose, onClose }: DestinationDialogProps) {
  return (
    <Dialog title="Where does this money go?" open={place !== null} onClose={onClose}>
      {place && <Choose place={place} fileName={fileName} onChoose={onChoose} onClose={onClose} />}
    </Dialog>
  )
}

function Choose({ place, fileName, onChoose, onClose }: DestinationDialogProps & { place: Place }) {
  const book = useBook()
  const streams = usePrefetched(q('streams', { book: book.id }))
  const ventures = usePrefetched(q('ventures', { book: book.id }))
  const [choice, setChoice] = useState<StreamChoice>({
    stream: place.isNew ? 'new' : place.stream,
    streamName: place.isNew ? place.streamName : '',
    venture: ventures.find(({ name }) => name === place.ventureName)?.id ?? 'new',
    ventureName: place.ventureName,
  })
  const [asked, setAsked] = useState(false)
  const trouble = choiceTrouble(choice)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (Object.keys(trouble).length === 0) onChoose(destinationOf(choice, place.account))
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="quiet-text">{place.accountName === '' ? fileName : `${place.accountName} in ${fileName}`}</p>
      <StreamPicker
        label="Stream"
        choice={choice}
        onChange={setChoice}
        streams={streams}
        ventures={ventures}
        trouble={asked ? trouble : {}}
      />
      <div className="actions">
        <Button type="submit">Put it there</Button>
        <Button tone="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
