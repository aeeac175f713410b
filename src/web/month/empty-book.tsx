import { useSend } from '#web/api/use-send.ts'
import { useBook } from '#web/shell/book.ts'
import { leaveFiles } from '#web/shell/dropped-files.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { FileButton } from '#web/ui/file-button.tsx'

/** A book in which nothing has arrived yet: the three ways in which something can. */
export function EmptyBook() {
  const { navigate } = useRouter()
  const book = useBook()
  const example = useSend('createExample')
  const take = (files: readonly File[]) => {
    if (files.length === 0) return
    leaveFiles(files)
    void navigate(to.import())
  }
  const show = async () => {
    await example.mutateAsync({ body: { zone: book.zone, locale: book.locale } })
    await navigate(to.month(), { book: 'example' })
  }
  return (
    <div className="card">
      <EmptyState
        title="Drop your files anywhere on this page"
        actions={
          <>
            <FileButton tone="main" onFiles={take}>
              Choose files
            </FileButton>
            <Link className="button quiet" to={to.addIncome()}>
              Add income
            </Link>
            <Button tone="quiet" disabled={example.isPending} onClick={() => void show()}>
              {example.isPending ? 'Making it…' : 'Show me an example'}
            </Button>
          </>
        }
      >
        Exports of GitHub Sponsors, Open Collective, Patreon, Stripe, PayPal and many more, of your bank or time tracker, or any CSV. They
        stay on this machine, and nothing is saved before you have seen what it adds.
      </EmptyState>
    </div>
  )
}
