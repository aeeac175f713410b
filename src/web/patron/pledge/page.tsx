import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PledgeView } from '#contract/public.ts'
import { fetchInvoice, psend, signedQuery } from '#web/api/public-client.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { useAddress } from '#web/shell/router-context.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Confirm } from '#web/ui/confirm.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { givingStore, heard, keepPledge, tokenBehind } from '../giving/giving-store.ts'
import { publicTo } from '../paths.ts'
import { Transfer } from '../pay/transfer.tsx'
import { saveFile } from '#web/api/saved-file.ts'
import { usePatronFormat } from '../site.ts'
import { NamedFields } from './named-fields.tsx'
import { goesOn, pledgeWords, stateWords } from './pledge-words.ts'

/** One pledge, by its signed link: where it stands, how to pay it, and every change of it. */
export function PledgePage() {
  const token = tokenBehind(useAddress().params['token'] ?? '')
  if (!token) {
    return (
      <section className="narrow">
        <PageHeading
          title="This link is not complete"
          lead="A pledge is opened by the link that was shown when it was made: something of it is missing. Copy the whole of it."
        />
        <p className="actions">
          <Link to={publicTo.giving()}>Look into Your giving</Link>
        </p>
      </section>
    )
  }
  return <Opened token={token} />
}

function Opened({ token }: { token: string }) {
  const { data: view } = useQuery(signedQuery('pledgeState', token))
  const format = usePatronFormat(view?.currency ?? 'EUR')
  useHeard(view)
  if (!view) return null
  return (
    <section className="narrow stack pledge">
      <div>
        <PageHeading title={`Your pledge to ${view.title}`} lead={stateWords(view, format)} />
      </div>
      <Card title={pledgeWords(view, format)} hint={`made on ${format.day(view.made)}`}>
        <div className="stack">
          <Payments view={view} format={format} />
          <Pay view={view} token={token} format={format} />
          <Invoice view={view} token={token} />
        </div>
      </Card>
      <Card title="Your name on the page">
        <NamedFields key={`${view.named} ${view.name}`} view={view} token={token} />
      </Card>
      {/* Card payments that go on are ended where they are made. */}
      {goesOn(view) && !view.portal && <Cancel view={view} token={token} />}
      <p>
        <Link to={publicTo.venture(view.address)}>{`To the page of ${view.title}`}</Link>
      </p>
    </section>
  )
}

/** What was just heard of it also stands in Your giving. */
function useHeard(view: PledgeView | undefined): void {
  useEffect(() => {
    const kept = view && givingStore.read().find(({ id }) => id === view.id)
    if (kept) keepPledge(heard(kept, view))
  }, [view])
}

function Payments({ view, format }: { view: PledgeView; format: Format }) {
  if (view.payments.length === 0) return <p className="quiet-text">No payment has been linked to it yet.</p>
  return (
    <DataTable
      caption="Payments"
      rows={view.payments.map((payment, number) => ({ ...payment, number }))}
      rowKey={({ number }) => number}
      columns={[
        { key: 'day', heading: 'Day', names: true, cell: ({ day }) => format.day(day) },
        { key: 'amount', heading: 'Amount', align: 'number', cell: ({ amount, currency }) => format.exact(amount, currency) },
      ]}
    />
  )
}

/** How to pay it, while anything is still to be paid. */
function Pay({ view, token, format }: { view: PledgeView; token: string; format: Format }) {
  const portal = useMutation({
    mutationFn: () => psend('openPortal', { token }),
    onSuccess: ({ url }) => window.location.assign(url),
  })
  const due = goesOn(view) && !(view.rhythm === 'once' && view.payments.length > 0)
  return (
    <>
      {due && view.account && (
        <Transfer account={view.account} amount={view.amount} currency={view.currency} reference={view.reference} format={format} />
      )}
      {due && view.way === 'page' && view.page !== '' && (
        <p>
          <a className="button quiet" href={view.page} rel="noopener nofollow ugc">
            Pay where you pledged to
          </a>
        </p>
      )}
      {view.portal && goesOn(view) && (
        <div>
          <Button tone="quiet" disabled={portal.isPending} onClick={() => portal.mutate()}>
            Change or end it at Stripe
          </Button>
          <Trouble error={portal.error} />
        </div>
      )}
    </>
  )
}

function Invoice({ view, token }: { view: PledgeView; token: string }) {
  const fetching = useMutation({
    mutationFn: () => fetchInvoice(token),
    onSuccess: (file) => saveFile(`invoice-${view.reference}.pdf`, file),
  })
  if (view.invoice === null) return null
  return (
    <div>
      <Button tone="quiet" disabled={fetching.isPending} onClick={() => fetching.mutate()}>
        Download the recipient’s invoice
      </Button>
      <Trouble error={fetching.error} />
    </div>
  )
}

function Cancel({ view, token }: { view: PledgeView; token: string }) {
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const cancelling = useMutation({
    mutationFn: () => psend('changePledge', { token, body: { cancel: true } }),
    onSuccess: (next) => {
      client.setQueryData(signedQuery('pledgeState', token).queryKey, next)
      setAsked(false)
      toast({ text: 'The pledge is cancelled.' })
    },
  })
  return (
    <p>
      <Button tone="quiet" onClick={() => setAsked(true)}>
        Cancel the pledge
      </Button>
      <Confirm
        title="Cancel the pledge?"
        open={asked}
        act="Cancel the pledge"
        onConfirm={() => cancelling.mutate()}
        onClose={() => setAsked(false)}
        pending={cancelling.isPending}
        error={cancelling.error}
      >
        <p>{`${view.title} is told that nothing more is to be expected. What was paid stays paid.`}</p>
        {view.way !== 'stripe' && (
          <p className="quiet-text">A standing order, or a payment on another page, has to be ended there as well.</p>
        )}
      </Confirm>
    </p>
  )
}
