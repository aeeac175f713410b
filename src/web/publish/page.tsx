import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useBook } from '#web/shell/book.ts'
import { MissingPage } from '#web/shell/error-page.tsx'
import { useAddress } from '#web/shell/router-context.ts'
import { PublicPageEditor } from './public-page-editor.tsx'
import '#web/styles/parts.css'
import './publish.css'

/** The public page of one venture, as its owner writes it. */
export function PublicPage() {
  const book = useBook()
  const { params } = useAddress()
  const ventures = usePrefetched(q('ventures', { book: book.id }))
  const venture = ventures.find(({ id }) => id === Number(params['venture']))
  return venture ? <PublicPageEditor key={venture.id} venture={venture} /> : <MissingPage />
}
