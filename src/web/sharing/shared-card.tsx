import type { SharedVenture, Sharing } from '#contract/publication.ts'
import { useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'
import { PublicLink } from './public-link.tsx'
import { urlBelow } from './public-url.ts'
import { carriedWords } from './words.ts'

const ORDER = { public: 0, unlisted: 1, private: 2 } as const

/** Every venture with who sees it and the way to its page. */
export function SharedCard({ sharing: { site, ventures } }: { sharing: Sharing }) {
  const format = useFormat()
  const urlOf = ({ path, url }: SharedVenture) => url ?? (path === null ? null : urlBelow(site, path))
  const carried: Column<SharedVenture> = { key: 'carried', heading: 'It says', cell: (venture) => carriedWords(venture, format) }
  const page: Column<SharedVenture> = {
    key: 'page',
    heading: 'Page',
    cell: (venture) => <PageLink url={urlOf(venture)} name={venture.name} />,
  }
  return (
    <Card title="Ventures" className="span-12">
      {ventures.length === 0 ? (
        <EmptyState title="No ventures yet." actions={<Link to={to.settings()}>Add a venture</Link>}>
          Importing a file or adding an income makes the first.
        </EmptyState>
      ) : (
        <StackTable
          caption="Ventures and their pages"
          rows={ventures.toSorted((a, b) => ORDER[a.visibility] - ORDER[b.visibility] || a.name.localeCompare(b.name))}
          rowKey={({ venture }) => venture}
          columns={[
            { key: 'name', heading: 'Venture', names: true, cell: ({ name }) => name },
            { key: 'visibility', heading: 'Who sees it', cell: ({ visibility }) => <span className="tag">{visibility}</span> },
            ...(ventures.some(({ visibility, archived }) => visibility !== 'private' || archived) ? [carried, page] : []),
            {
              key: 'edit',
              heading: <span className="visually-hidden">Edit</span>,
              align: 'number',
              cell: ({ venture, name, visibility }) => (
                <Link
                  className="button quiet small"
                  to={to.publicPage(venture)}
                  aria-label={visibility === 'private' ? `Make a page for ${name}` : `Edit page of ${name}`}
                >
                  {visibility === 'private' ? 'Make a page' : 'Edit page'}
                </Link>
              ),
            },
          ]}
        />
      )}
    </Card>
  )
}

function PageLink({ url, name }: { url: string | null; name: string }) {
  if (url === null) return null
  return (
    <PublicLink href={url} aria-label={`Open the public page of ${name}`}>
      Open
    </PublicLink>
  )
}
