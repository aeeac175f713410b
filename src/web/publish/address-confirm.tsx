import type { Publication } from '#contract/publication.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook } from '#web/shell/book.ts'
import { Confirm } from '#web/ui/confirm.tsx'
import { toast } from '#web/ui/toast.tsx'

interface AddressConfirmProps {
  venture: number
  open: boolean
  onMoved: (publication: Publication) => void
  onClose: () => void
}

/** Asks before an unlisted page gets another secret address: whoever has the one before finds nothing there any more. */
export function AddressConfirm({ venture, open, onMoved, onClose }: AddressConfirmProps) {
  const book = useBook()
  const send = useSend('renewPublicationAddress')
  const renew = async () => {
    onMoved(await send.mutateAsync({ params: { book: book.id, venture } }))
    onClose()
    toast({ text: 'The page has a new address. The old one is gone.' })
  }
  return (
    <Confirm
      title="Give the page a new address?"
      open={open}
      act="Give it a new address"
      pending={send.isPending}
      error={send.error}
      onConfirm={() => void renew().catch(() => undefined)}
      onClose={onClose}
    >
      <p>
        The old address is gone at once, and cannot be had again: links, QR codes and badges that use it lead nowhere. What you have typed
        here stays.
      </p>
    </Confirm>
  )
}
