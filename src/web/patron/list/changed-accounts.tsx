import { printedIban } from '#bank/iban.ts'
import { Check } from '#web/ui/check.tsx'
import type { Format } from '#web/ui/format.ts'
import { moved, withApprovedLine, type Approval, type ApprovedLine } from './approval.ts'
import { changeApproval } from './list-store.ts'
import { accountOf, type Published } from './payable.ts'

interface ChangedAccountsProps {
  approval: Approval
  published: Published
  format: Format
}

/** Lines of an approval whose page names another account by now; what is not published any more says nothing new. */
export function movedNow(approval: Approval, published: Published): ApprovedLine[] {
  return moved(approval, (line) => accountOf(published(line))?.iban)
}

/** Accounts that are not the ones that were paid before: somebody may have put their own there. */
export function ChangedAccounts({ approval, published, format }: ChangedAccountsProps) {
  const changed = approval.lines.filter(({ ibanBefore }) => ibanBefore !== null)
  const gone = movedNow(approval, published)
  if (changed.length === 0 && gone.length === 0) return null
  const confirm = (line: ApprovedLine, confirmed: boolean) =>
    changeApproval(approval.id, (approval) => withApprovedLine(approval, line.url, { confirmed }))
  return (
    <div className="trouble" role="group" aria-label="Accounts that changed">
      {changed.map((line) => (
        <div key={line.url}>
          <p>
            {`The IBAN of ${line.title} has changed since the last approval, from `}
            <span className="mono">{printedIban(line.ibanBefore ?? '')}</span> to <span className="mono">{printedIban(line.iban)}</span>
            {sinceWords(accountOf(published(line))?.since, format)}. Ask the recipient by another way than their page; until then no bank
            file is made.
          </p>
          <Check
            label={`I have confirmed it with ${line.holder}`}
            checked={line.confirmed}
            onChange={(confirmed) => confirm(line, confirmed)}
          />
        </div>
      ))}
      {gone.map((line) => (
        <p
          key={line.url}
        >{`The page of ${line.title} names another IBAN than the one that was approved. Approve the list anew to pay to it.`}</p>
      ))}
    </div>
  )
}

function sinceWords(since: string | null | undefined, format: Format): string {
  return since ? `, where it stands since ${format.day(since)}` : ''
}
