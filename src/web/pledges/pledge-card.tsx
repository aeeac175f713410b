import { useState, type ReactNode } from 'react'
import type { Pledge } from '#contract/pledge.ts'
import { zone } from '#domain/zone.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Confirm } from '#web/ui/confirm.tsx'
import { toast } from '#web/ui/toast.tsx'
import { patronWords, pledgeAmount, stateWords, wayWords } from './words.ts'

interface PledgeCardProps {
  pledge: Pledge
  /** Opens a ledger line. */
  onEntry: (entry: string) => void
}

/** One pledge: who, how much, where it stands, and the payments that belong to it. */
export function PledgeCard({ pledge, onEntry }: PledgeCardProps) {
  const book = useBook()
  const format = useFormat()
  const dayOf = (instant: string) => zone(book.zone).dayOf(instant)
  const live = pledge.state !== 'cancelled' && pledge.state !== 'ended'
  return (
    <Card
      className={live ? 'pledge' : 'pledge past'}
      title={
        <>
          {pledgeAmount(pledge, format)} <span className="for">for {pledge.ventureName}</span>
        </>
      }
      tools={<span className="tag pledge-state">{stateWords(pledge, format, dayOf)}</span>}
    >
      <dl className="pledge-facts">
        <Told label="By">
          <bdi>{patronWords(pledge)}</bdi>
          {pledge.patron.kind === 'organisation' && ', an organisation'}
          {pledge.named ? '; may be named' : ''}
          {pledge.patron.email !== '' && pledge.patron.name !== '' && <span className="hint"> {pledge.patron.email}</span>}
        </Told>
        <Told label="Made">{format.day(dayOf(pledge.made))}</Told>
        <Told label="Pays by">{wayWords(pledge)}</Told>
        {pledge.way === 'bank' && pledge.reference !== '' && (
          <Told label="Reference">
            <span className="mono">{pledge.reference}</span>
          </Told>
        )}
        <Papers pledge={pledge} />
        <Told label={pledge.payments.length === 1 ? 'Payment' : 'Payments'}>
          {pledge.payments.length === 0 ? 'none yet' : <Payments pledge={pledge} onEntry={onEntry} />}
        </Told>
      </dl>
      {live && <Cancel pledge={pledge} />}
    </Card>
  )
}

function Told({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What an organisation's bookkeeping asked for. */
function Papers({ pledge: { papers, invoice, patron } }: { pledge: Pledge }) {
  if (papers === null && patron.kind !== 'organisation') return null
  return (
    <>
      {papers !== null && papers.purchaseOrder !== '' && <Told label="Purchase order">{papers.purchaseOrder}</Told>}
      {papers !== null && papers.vatNumber !== '' && <Told label="VAT number">{papers.vatNumber}</Told>}
      <Told label="Your invoice">
        {invoice === null ? 'not uploaded; the link for it stands on their remittance sheet' : 'uploaded, they can open it'}
      </Told>
    </>
  )
}

/** The payments that belong to a pledge; one that does not can be taken off, and put back. */
function Payments({ pledge, onEntry }: PledgeCardProps) {
  const book = useBook()
  const format = useFormat()
  const link = useSend('linkPledge')
  const unlink = async (entry: string) => {
    const params = { book: book.id, pledge: pledge.id, entry }
    await link.mutateAsync({ params, body: { paid: false } })
    const undo = async () => void (await link.mutateAsync({ params, body: { paid: true } }))
    toast({ text: 'The payment is not for this pledge any more; it is counted as before.', undo })
  }
  return (
    <ul className="plain-list">
      {pledge.payments.map(({ entry, day, amount, currency }) => (
        <li key={entry} className="payment">
          <button type="button" className="link-button" onClick={() => onEntry(entry)}>
            {format.exact(amount, currency)}, {format.day(day)}
          </button>
          <button
            type="button"
            className="link-button quiet-text"
            disabled={link.isPending}
            aria-label={`not for this pledge: ${format.exact(amount, currency)}, ${format.day(day)}`}
            onClick={() => void unlink(entry).catch(() => {})}
          >
            not for this
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Ends a pledge, once it is asked. */
function Cancel({ pledge }: { pledge: Pledge }) {
  const book = useBook()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const cancel = useSend('cancelPledge')
  const confirm = async () => {
    await cancel.mutateAsync({ params: { book: book.id, pledge: pledge.id } })
    setOpen(false)
    toast({ text: `The pledge of ${patronWords(pledge)} is ended.` })
  }
  return (
    <>
      <p className="actions pledge-acts">
        <Button
          tone="quiet"
          className="small"
          aria-label={`End this pledge of ${pledgeAmount(pledge, format)} by ${patronWords(pledge)}`}
          onClick={() => setOpen(true)}
        >
          End this pledge
        </Button>
      </p>
      <Confirm
        title="End this pledge?"
        open={open}
        act="End the pledge"
        pending={cancel.isPending}
        error={cancel.error}
        onConfirm={() => void confirm().catch(() => {})}
        onClose={() => setOpen(false)}
      >
        <p>
          {pledgeAmount(pledge, format)} by {patronWords(pledge)} ends now. Payments that came stay as they are. This cannot be taken back;
          they can pledge anew.
        </p>
        {pledge.way === 'stripe' && pledge.rhythm !== 'once' && (
          <p>Where card payments go on, end the subscription at Stripe: then the pledge ends here by itself.</p>
        )}
      </Confirm>
    </>
  )
}
