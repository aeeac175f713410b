import type { Sharing } from '#contract/publication.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import { StackTable } from '#web/ui/stack-table.tsx'
import { pledgesSummary } from '#web/pledges/words.ts'
import { FollowedCard } from './followed-card.tsx'
import { PublicLink } from './public-link.tsx'
import { urlBelow } from './public-url.ts'
import { SharedCard } from './shared-card.tsx'
import { SiteForm } from './site-form.tsx'
import { groupedIban, listeningSentence, serviceSentences, sharedSentence } from './words.ts'
import '#web/styles/parts.css'
import './sharing.css'

/** What strangers can see, where, and what came of it. */
export function SharingPage() {
  const book = useBook()
  const sharing = usePrefetched(q('sharing', { book: book.id }))
  const { site, ventures, followed, accounts } = sharing
  const home = ventures.some(({ visibility }) => visibility === 'public') ? urlBelow(site, '/') : null
  return (
    <>
      <section className="hero">
        <PageHeading title="Sharing" lead="Pages for patrons, one for each venture that you choose.">
          {sharedSentence(ventures)}
        </PageHeading>
        {home !== null && (
          <p>
            <PublicLink href={home}>Open the public site</PublicLink>
          </p>
        )}
      </section>
      <div className="grid sharing">
        <SharedCard sharing={sharing} />
        <Card title="Public site" className="span-6">
          <p className={site.listening === 'failed' ? 'notice-line' : 'quiet-text'}>{listeningSentence(site)}</p>
          {serviceSentences(site).map((words) => (
            <p key={words} className="hint">
              {words}
            </p>
          ))}
          <SiteForm key={JSON.stringify([site.url, site.name])} site={site} />
        </Card>
        <div className="span-6 sharing-side">
          <PledgesCard />
          <WhatIsPublicCard />
        </div>
        {accounts.length > 0 && <AccountsCard accounts={accounts} ventures={ventures} />}
        <FollowedCard followed={followed} inPage={site.listening === 'in-page'} />
      </div>
    </>
  )
}

/** What was pledged, in a sentence. */
function PledgesCard() {
  const book = useBook()
  const { pledges, proposals } = usePrefetched(q('pledges', { book: book.id }))
  return (
    <Card title="Pledges">
      <p>{pledgesSummary(pledges, proposals.length)}</p>
      {pledges.length > 0 && (
        <p className="card-foot">
          <Link to={to.pledges()}>Show the pledges</Link>
        </p>
      )}
    </Card>
  )
}

function WhatIsPublicCard() {
  return (
    <Card title="What is public">
      <p className="quiet-text">
        Unless you choose otherwise, a page tells a percentage and no amount: rounded down to 5 points, changed once a day at most, of the
        last closed month. Never public: single payments, patrons’ names without their own consent, groups of fewer than five, your other
        ventures. The public site has a database of its own and no way to this book.
      </p>
    </Card>
  )
}

interface AccountsCardProps {
  accounts: Sharing['accounts']
  ventures: readonly { venture: number; name: string }[]
}

/** Each account with the days on which it stands or stood: a change that was not the owner's own would be seen here. */
function AccountsCard({ accounts, ventures }: AccountsCardProps) {
  const format = useFormat()
  const nameOf = (venture: number) => ventures.find((one) => one.venture === venture)?.name ?? ''
  return (
    <Card
      title="Bank accounts on your pages"
      className="span-12"
      hint="an account that you did not change yourself should never change here"
    >
      <StackTable
        caption="Bank accounts"
        rows={accounts}
        rowKey={({ venture, iban, since, until }) => `${venture} ${iban} ${since} ${until}`}
        columns={[
          {
            key: 'venture',
            heading: 'Venture',
            names: true,
            cell: ({ venture }) => <Link to={to.publicPage(venture)}>{nameOf(venture)}</Link>,
          },
          { key: 'holder', heading: 'Account holder', cell: ({ holder }) => <bdi>{holder}</bdi> },
          { key: 'iban', heading: 'IBAN', cell: ({ iban }) => <span className="mono">{groupedIban(iban)}</span> },
          { key: 'since', heading: 'Since', cell: ({ since }) => format.day(since) },
          { key: 'until', heading: 'Until', cell: ({ until }) => (until === null ? 'stands there now' : format.day(until)) },
        ]}
      />
    </Card>
  )
}
