import { useQuery } from '@tanstack/react-query'
import { q } from '#web/api/client.ts'
import { useSend } from '#web/api/use-send.ts'
import { Link } from './link.tsx'
import { to } from './path-builder.ts'
import { useRouter } from './router-context.ts'

/** Says on every page of the example that nothing here is one's own, and takes all of it away in one press. */
export function ExampleRibbon() {
  const { navigate } = useRouter()
  const { data: books } = useQuery(q('books', {}))
  const remove = useSend('deleteBook')
  const leave = async () => {
    // Away first: what this page reads is gone a moment later.
    await navigate(to.month(), { book: 'main' })
    await remove.mutateAsync({ params: { book: 'example' } })
  }
  return (
    <aside className="ribbon" aria-label="Example">
      <span>Example data, all of it invented.</span>
      {books?.some((book) => book.id === 'main') && (
        <Link to={to.month()} book="main">
          Your own book
        </Link>
      )}
      <button type="button" className="link-button" onClick={() => void leave()} disabled={remove.isPending}>
        Remove it
      </button>
    </aside>
  )
}

/** Says where the books are kept when it is nowhere lasting; silent everywhere else. */
export function MemoryRibbon() {
  const { data: about } = useQuery(q('about', {}))
  if (!about || about.kept.lasting) return null
  return (
    <aside className="ribbon" aria-label="Where this is kept">
      Kept {about.kept.where}.
    </aside>
  )
}
