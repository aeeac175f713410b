import { useEffect, useRef } from 'react'
import type { PledgeMade, PublicVenture, PublicWay } from '#contract/public.ts'
import { Link } from '#web/shell/link.tsx'
import { useRouter } from '#web/shell/router-context.ts'
import type { Format } from '#web/ui/format.ts'
import { CopyButton } from '../copy-button.tsx'
import { publicTo } from '../paths.ts'
import { Transfer } from '../pay/transfer.tsx'
import { paymentOf, type BackForm } from './back-form.ts'

interface MadePledgeProps {
  venture: PublicVenture
  pledge: PledgeMade
  way: PublicWay
  form: BackForm
  format: Format
}

/** After the press: how to pay, and the link that is shown this once. */
export function MadePledge({ venture, pledge, way, form, format }: MadePledgeProps) {
  const { href } = useRouter()
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => said.current?.focus(), [])
  const link = new URL(href(publicTo.pledge(pledge.token)), window.location.href).href
  const invoice = pledge.recipientToken
  return (
    <div className="stack made">
      <p ref={said} tabIndex={-1} className="empty-title">
        Thank you. Your pledge is noted.
      </p>
      {way.kind === 'bank' && (
        <Transfer account={way} amount={paymentOf(form) ?? null} currency={venture.currency} reference={pledge.reference} format={format} />
      )}
      {way.kind === 'page' && pledge.payAt !== null && (
        <p>
          <a className="button" href={pledge.payAt} rel="noopener nofollow ugc">{`Go on to ${way.platform}`}</a>
        </p>
      )}
      <div>
        <h3>Your link</h3>
        <p className="hint">With it you see, change or cancel the pledge. It is shown this once, so keep it to yourself and safe.</p>
        <p className="mono own-link">{link}</p>
        <p className="actions">
          <CopyButton text={link} what="The link" />
          <Link to={publicTo.pledge(pledge.token)}>Open the pledge</Link>
        </p>
      </div>
      {invoice !== null && (
        <div>
          <h3>For the recipient’s invoice</h3>
          <p className="hint">{`Send this link to ${venture.title}: their own invoice is uploaded there.`}</p>
          <p className="actions">
            <CopyButton text={new URL(href(`/remittance#${invoice}`), window.location.href).href} what="The link for the recipient">
              Copy the link
            </CopyButton>
          </p>
        </div>
      )}
      <p className="hint">
        {'This browser keeps it too, under '}
        <Link to={publicTo.giving()}>Your giving</Link>.
      </p>
    </div>
  )
}
