import { printedIban } from '#bank/iban.ts'
import { outsideReason } from '#bank/credit-transfer.ts'
import { printedReference } from '#domain/creditor-reference.ts'
import { Link } from '#web/shell/link.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { Facts } from '#web/ui/facts.tsx'
import type { Format } from '#web/ui/format.ts'
import { StackTable } from '#web/ui/stack-table.tsx'
import { publicTo } from '../paths.ts'
import { usePatronFormat, useSite } from '../site.ts'
import { nextDue, sumOf, type Approval, type ApprovedLine } from './approval.ts'
import { ApprovalFiles } from './approval-files.tsx'
import { ChangedAccounts } from './changed-accounts.tsx'
import { figuresOf } from './figure-words.ts'
import type { Published } from './payable.ts'
import { SheetButton } from './sheet-button.tsx'
import type { Convert } from './use-ventures.ts'

interface ApprovalCardProps {
  approval: Approval
  newest: boolean
  published: Published
  convert: Convert
}

/** An approval as it was given: printable, with everything that is made from it. */
export function ApprovalCard({ approval, newest, published, convert }: ApprovalCardProps) {
  const format = usePatronFormat(approval.currency)
  const { by, day, rhythm, lines, purpose, organisation, vatNumber, purchaseOrder } = approval
  const sum = format.exact(sumOf(lines))
  const papers = [
    ['What for', purpose],
    ['Organisation', organisation],
    ['Paid from', approval.iban === '' ? '' : printedIban(approval.iban)],
    ['VAT number', vatNumber],
    ['Purchase order', purchaseOrder],
    ['Next payment', format.day(nextDue(approval))],
  ].filter(([, value]) => value !== '')
  return (
    <details className="card approval" open={newest}>
      <summary>
        <h2>{`${sum} ${rhythm === 'monthly' ? 'each month' : 'each year'} to ${lines.length === 1 ? 'one venture' : `${lines.length} ventures`}`}</h2>
        <span className="hint">{`approved by ${by} on ${format.day(day)}`}</span>
      </summary>
      <div className="stack">
        <dl className="papers">
          {papers.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <ChangedAccounts approval={approval} published={published} format={format} />
        <Lines approval={approval} format={format} />
        <Facts facts={figuresOf(approval, format, convert)} />
        <ApprovalFiles approval={approval} published={published} format={format} />
      </div>
    </details>
  )
}

function Lines({ approval, format }: { approval: Approval; format: Format }) {
  const site = useSite()
  const { lines, currency } = approval
  const columns: Column<ApprovedLine>[] = [
    {
      key: 'venture',
      heading: 'Venture',
      names: true,
      cell: ({ title, origin, what, announced }) => (
        <>
          <bdi>{title}</bdi>
          <span className="hint cell-hint">
            {[origin === null ? 'of this site' : `of ${origin}, as they say`, announced && 'announced'].filter(Boolean).join(' · ')}
          </span>
          {what !== '' && <span className="hint cell-hint">{what}</span>}
        </>
      ),
    },
    { key: 'payee', heading: 'Paid to', cell: (line) => <Payee line={line} currency={currency} /> },
    { key: 'reference', heading: 'Reference', cell: ({ reference }) => <span className="mono">{printedReference(reference)}</span> },
    { key: 'amount', heading: 'Amount', align: 'number', cell: ({ amount }) => format.exact(amount) },
    {
      key: 'sheet',
      heading: <span className="visually-hidden">Sheet</span>,
      cell: (line) => <SheetButton approval={approval} line={line} site={site.url} format={format} />,
    },
  ]
  return <StackTable caption="Payments of the approval" columns={columns} rows={lines} rowKey={({ url }) => url} />
}

/** Where it is paid by hand: a page elsewhere, or the venture's own page here. */
function Elsewhere({ line, name, url }: { line: ApprovedLine; name: string; url: string }) {
  if (line.origin === null && url === line.url) return <Link to={publicTo.venture(line.address)}>{name}</Link>
  return (
    <a href={url} rel="noopener nofollow ugc">
      {name}
    </a>
  )
}

function Payee({ line, currency }: { line: ApprovedLine; currency: string }) {
  const { holder, iban, elsewhere } = line
  const outside = outsideReason({ ...line, currency })
  return (
    <div className="payee">
      {iban !== '' && (
        <>
          <span>{holder}</span>
          <span className="mono">{printedIban(iban)}</span>
        </>
      )}
      {elsewhere && <Elsewhere line={line} {...elsewhere} />}
      {outside && <span className="hint">{`Not in the bank file. ${outside}`}</span>}
    </div>
  )
}
