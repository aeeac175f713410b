import './list.css'
import '#web/styles/parts.css'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { publicTo } from '../paths.ts'
import { usePatronFormat, useSite } from '../site.ts'
import { ApprovalCard } from './approval-card.tsx'
import { ApproveCard } from './approve-card.tsx'
import { KeepCard } from './keep-card.tsx'
import { LinesCard } from './lines-card.tsx'
import { useList } from './list-store.ts'
import { needWeightsOf, payableLines, publishedNeed, weightsOf } from './payable.ts'
import { SplitCard } from './split-card.tsx'
import { UseCard } from './use-card.tsx'
import { useConversion, usePublished } from './use-ventures.ts'

/** An organisation's list: several ventures, one sum, one approval, and from it a sheet for each recipient and one file for the bank. */
export function ListPage() {
  const list = useList()
  const site = useSite()
  const format = usePatronFormat(list.currency)
  const published = usePublished(list)
  const needs = list.lines.map((line) => publishedNeed(published(line), site.today))
  const foreign = needs.some((need) => need.kind === 'amount' && need.currency !== list.currency)
  const convert = useConversion(list.currency, foreign || list.paper.developers !== '', site.today)
  const weights = weightsOf(list, needWeightsOf(needs, convert))
  const lines = payableLines(list, weights, published)
  const listed = list.lines.length > 0
  return (
    <div className="list-page">
      <PageHeading
        title="Your list"
        lead="Several ventures, one approval, one file for your bank. The money goes from your account to theirs, and this list stays in this browser."
      />
      {listed ? (
        <div className="grid list-making">
          <div className="span-8">
            <LinesCard list={list} lines={lines} needs={needs} published={published} format={format} />
          </div>
          <div className="span-4 stack beside">
            <SplitCard list={list} needs={needs} format={format} currencies={site.rates.currencies} />
            <UseCard list={list} />
          </div>
          {lines && (
            <div className="span-8">
              <ApproveCard list={list} lines={lines} format={format} />
            </div>
          )}
        </div>
      ) : (
        <>
          <EmptyState title="Nothing is on your list yet" actions={<Link to={publicTo.browse()}>Browse ventures</Link>}>
            A venture’s page has a button that puts it here. Or give a file that says which packages you use: it is read in this page and
            never sent.
          </EmptyState>
          <UseCard list={list} />
        </>
      )}
      {list.approvals.length > 0 && (
        <section className="stack approvals" aria-label="Approvals">
          {list.approvals.map((approval, i) => (
            <ApprovalCard key={approval.id} approval={approval} newest={i === 0} published={published} convert={convert} />
          ))}
        </section>
      )}
      <KeepCard list={list} />
    </div>
  )
}
