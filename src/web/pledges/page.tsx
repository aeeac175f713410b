import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { PledgeState } from '#contract/pledge.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { EntryDialog } from '#web/ledger/entry-dialog.tsx'
import { useBook } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Segmented } from '#web/ui/segmented.tsx'
import { PledgeCard } from './pledge-card.tsx'
import { ProposalsCard } from './proposals-card.tsx'
import { inOrder, pledgesSummary, STATES } from './words.ts'
import '#web/styles/parts.css'
import '#web/ledger/ledger.css'
import './pledges.css'

/** So few that nobody has to choose among them. */
const FEW = 6

/** Everything that was promised: what came of it, and what did not. */
export function PledgesPage() {
  const book = useBook()
  const { address, navigate } = useRouter()
  const { pledges, proposals } = usePrefetched(q('pledges', { book: book.id }))
  const [entry, setEntry] = useState<string | null>(null)
  const wanted = STATES.find(({ value }) => value === address.search.get('state'))?.value
  const there = STATES.filter(({ value }) => pledges.some(({ state }) => state === value))
  const chosen = there.some(({ value }) => value === wanted) ? wanted : undefined
  const shown = inOrder(pledges.filter(({ state }) => chosen === undefined || state === chosen))
  const filtered = pledges.length > FEW && there.length > 1
  return (
    <>
      <PageHeading
        title="Pledges"
        lead="A pledge is a promise: it is in no total until its payment is imported. Money that comes is linked to it, never counted twice."
      />
      {pledges.length === 0 ? (
        <NoPledges />
      ) : (
        <div className="stack pledges">
          <p className="pledges-summary">{pledgesSummary(pledges, proposals.length)}</p>
          <ProposalsCard pledges={pledges} proposals={proposals} onEntry={setEntry} />
          {filtered && (
            <Segmented<PledgeState | 'all'>
              label="Which pledges"
              options={[{ value: 'all', label: 'All' }, ...there]}
              value={chosen ?? 'all'}
              onChange={(state) => void navigate(to.pledges(state === 'all' ? {} : { state }), { replace: true })}
            />
          )}
          <ul className="pledge-list">
            {shown.map((pledge) => (
              <li key={pledge.id}>
                <PledgeCard pledge={pledge} onEntry={setEntry} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {entry !== null && <EntryOf entry={entry} onClose={() => setEntry(null)} />}
    </>
  )
}

/** The ledger line that a payment is. */
function EntryOf({ entry, onClose }: { entry: string; onClose: () => void }) {
  const book = useBook()
  const { data } = useQuery(q('entry', { book: book.id, entry }))
  return <EntryDialog entry={data ?? null} onClose={onClose} />
}

function NoPledges() {
  return (
    <EmptyState
      title="No pledge yet."
      actions={
        <Link className="button quiet" to={to.sharing()}>
          Go to Sharing
        </Link>
      }
    >
      A venture with a public page and a way to pay takes pledges there. Each one then stands here, with the payments that came.
    </EmptyState>
  )
}
