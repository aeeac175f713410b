import { lazy, Suspense } from 'react'
import { exponentOf } from '#domain/currency.ts'
import { decimalText, type Minor } from '#domain/money.ts'
import type { Format } from '#web/ui/format.ts'
import { CopyButton } from '../copy-button.tsx'

/** The code and the checks of an IBAN weigh more than the page around them. */
const EpcCode = lazy(async () => ({ default: (await import('./epc-code.tsx')).EpcCode }))

interface TransferProps {
  account: { holder: string; iban: string; bic?: string | undefined }
  /** Null leaves the amount to the patron. */
  amount: Minor | null
  currency: string
  /** Creditor reference; absent where nobody waits for it. */
  reference?: string
  format: Format
}

/** How to pay by transfer: a code for the banking app, and the same to copy by hand. */
export function Transfer({ account, amount, currency, reference, format }: TransferProps) {
  const { holder, iban, bic } = account
  const lines = [
    { label: 'Account holder', text: holder, copy: holder },
    { label: 'IBAN', text: spaced(iban), copy: iban },
    ...(bic !== undefined && bic !== '' ? [{ label: 'BIC', text: bic, copy: bic }] : []),
    ...(amount === null
      ? []
      : [{ label: 'Amount', text: format.exact(amount, currency), copy: decimalText(amount, exponentOf(currency) ?? 2) }]),
    ...(reference === undefined ? [] : [{ label: 'Reference', text: spaced(reference), copy: reference }]),
  ]
  return (
    <div className="transfer">
      {currency === 'EUR' && (
        <Suspense fallback={<div className="code" />}>
          <EpcCode account={account} amount={amount} reference={reference} />
        </Suspense>
      )}
      <div className="account">
        <dl>
          {lines.map(({ label, text, copy }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi className={label === 'Account holder' ? undefined : 'mono'}>{text}</bdi>
                <CopyButton text={copy} what={label} />
              </dd>
            </div>
          ))}
        </dl>
        {reference !== undefined && <p className="hint">Give the reference with the transfer: by it the payment is found again.</p>}
      </div>
    </div>
  )
}

/** In groups of four, as it is printed. */
function spaced(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1 ')
}
