import type { Pledge, PledgeProposal } from '#contract/pledge.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { patronWords, pledgeAmount, reasonWords } from './words.ts'

interface ProposalsCardProps {
  pledges: readonly Pledge[]
  proposals: readonly PledgeProposal[]
  /** Opens a ledger line. */
  onEntry: (entry: string) => void
}

/** Payments that may belong to a pledge: they count for it only when the owner says so. */
export function ProposalsCard({ pledges, proposals, onEntry }: ProposalsCardProps) {
  const book = useBook()
  const format = useFormat()
  const link = useSend('linkPledge')
  if (proposals.length === 0) return null
  const decide = async ({ pledge, entry, amount, currency }: PledgeProposal, paid: boolean) => {
    const params = { book: book.id, pledge, entry }
    await link.mutateAsync({ params, body: { paid } })
    const payment = format.exact(amount, currency)
    toast({
      text: paid ? `${payment} pays the pledge.` : `${payment} is not for this pledge, and is not asked about again.`,
      undo: async () => void (await link.mutateAsync({ params, body: { paid: null } })),
    })
  }
  return (
    <Card title="Do these payments belong to a pledge?" hint="their money is counted either way, once">
      <ul className="proposals">
        {proposals.map((proposal) => {
          const pledge = pledges.find(({ id }) => id === proposal.pledge)
          const payment = format.exact(proposal.amount, proposal.currency)
          return (
            <li key={`${proposal.pledge} ${proposal.entry}`}>
              <p>
                <button type="button" className="link-button" onClick={() => onEntry(proposal.entry)}>
                  {payment}, {format.day(proposal.day)}
                </button>{' '}
                <bdi>{proposal.name}</bdi>, {proposal.streamName}
                {pledge && (
                  <>
                    , for the pledge of {pledgeAmount(pledge, format)} by <bdi>{patronWords(pledge)}</bdi>?
                  </>
                )}
              </p>
              <p className="hint">{reasonWords(proposal.reasons, format)}</p>
              <p className="actions">
                <Button className="small" disabled={link.isPending} onClick={() => void decide(proposal, true).catch(() => {})}>
                  Yes, this pays it
                </Button>
                <Button
                  tone="quiet"
                  className="small"
                  disabled={link.isPending}
                  onClick={() => void decide(proposal, false).catch(() => {})}
                >
                  No
                </Button>
              </p>
            </li>
          )
        })}
      </ul>
      <Trouble error={link.error} />
    </Card>
  )
}
