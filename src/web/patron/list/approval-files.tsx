import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isDay } from '#domain/month.ts'
import { Button } from '#web/ui/button.tsx'
import { Check } from '#web/ui/check.tsx'
import type { Format } from '#web/ui/format.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { saveFile } from '#web/api/saved-file.ts'
import { useSite } from '../site.ts'
import { announce, announceable } from './announce.ts'
import { nextDue, withFile, type Approval } from './approval.ts'
import { movedNow } from './changed-accounts.tsx'
import { approvalCsv, bankFileOf } from './files.ts'
import { lookAgain } from './fresh.ts'
import { changeApproval } from './list-store.ts'
import { instantNow, nextBankDay } from './moment.ts'
import type { Published } from './payable.ts'
import { fileName } from './sheet-words.ts'

interface ApprovalFilesProps {
  approval: Approval
  published: Published
  format: Format
}

/** What goes on from an approval: word to the recipients, the file for the bank, the table for the books. */
export function ApprovalFiles({ approval, published, format }: ApprovalFilesProps) {
  const site = useSite()
  const name = fileName('enough', approval.organisation, approval.day)
  const csv = () => saveFile(`${name}.csv`, new Blob([approvalCsv(approval, site.url)], { type: 'text/csv;charset=utf-8' }))
  return (
    <div className="stack no-print">
      {site.pledges && <Announce approval={approval} />}
      <BankFile approval={approval} published={published} format={format} name={name} />
      <p className="actions">
        <Button tone="quiet" onClick={csv}>
          Save as CSV
        </Button>
        <Button tone="quiet" onClick={() => window.print()}>
          Print the approval
        </Button>
        {approval.files.length > 0 && (
          <span className="hint">
            {`Bank files made: ${format.list(approval.files.map(({ execution, sum }) => `${format.exact(sum)} for ${format.day(execution)}`))}.`}
          </span>
        )}
      </p>
    </div>
  )
}

/** The references change when payments are announced, so it comes before the first file. */
function Announce({ approval }: { approval: Approval }) {
  const [named, setNamed] = useState(false)
  const open = announceable(approval)
  const announcing = useMutation({ mutationFn: () => announce(approval, named) })
  if (open.length === 0 || approval.files.length > 0) return null
  return (
    <div className="stack">
      <p className="quiet-text">
        Announce the payments, and each recipient knows yours by its reference and can send you an invoice of their own. It is a promise;
        nothing is paid by it.
      </p>
      <Check
        label="Our name may stand on their pages"
        hint="Without amount and date; it can be withdrawn at any time."
        checked={named}
        onChange={setNamed}
      />
      <div className="actions">
        <Button disabled={announcing.isPending} onClick={() => announcing.mutate()}>
          {open.length === 1 ? `Announce it to ${open[0]?.title}` : `Announce them to ${open.length} recipients`}
        </Button>
      </div>
      <Trouble error={announcing.error} />
    </div>
  )
}

function BankFile({ approval, published, format, name }: ApprovalFilesProps & { name: string }) {
  const site = useSite()
  const client = useQueryClient()
  const due = nextDue(approval)
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const execution = typed ?? (due > site.today ? due : nextBankDay(site.today))
  const isWrong = !isDay(execution) || execution < site.today
  const make = async () => {
    if (isWrong) return
    const made = instantNow()
    const now = await lookAgain(client, approval.lines, published)
    const file = bankFileOf({ approval, execution, made, moved: movedNow(approval, now) })
    if ('problem' in file) return setProblem(file.problem)
    if (!file.file)
      return setProblem(
        'Failed to make the bank file: none of the payments can be made by it. Pay them in the ways that stand beside them.',
      )
    const { xml, count, sum } = file.file
    setProblem(null)
    setTyped(null)
    saveFile(`${name}-${execution}.xml`, new Blob([xml], { type: 'application/xml' }))
    const entry = { at: made, execution, messageId: file.messageId, sum }
    changeApproval(approval.id, (approval) => withFile(approval, entry))
    const others = file.outside.length
    const rest = others === 0 ? '' : others === 1 ? ' One more is paid in another way.' : ` ${others} more are paid in other ways.`
    toast({ text: `The bank file has ${count === 1 ? 'one payment' : `${count} payments`}, ${format.exact(sum)} in all.${rest}` })
  }
  return (
    <div className="stack">
      <div className="bank-file">
        <TextField
          label="The bank pays on"
          type="date"
          value={execution}
          min={site.today}
          error={isWrong && 'Give a day from today on.'}
          onChange={setTyped}
        />
        <Button onClick={() => void make()}>Save the bank file</Button>
      </div>
      <Trouble error={problem} />
    </div>
  )
}
