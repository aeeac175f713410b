import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import type { DoubleState } from '#contract/double.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Segmented } from '#web/ui/segmented.tsx'
import { DoubleList } from './double-list.tsx'
import { RulesCard } from './rules-card.tsx'
import { doublesParams, PAGE, readDoublesView, STATES, viewAddress, type View } from './view.ts'
import { beyondWords, doublesTitle, effectWords, NOTHING_THERE, TAB_LEADS, tabLabel } from './words.ts'
import '#web/styles/parts.css'
import './doubles.css'

/** The same money seen twice: what is proposed is decided here, and what was decided can be taken back. */
export function DoublesPage() {
  const book = useBook()
  const format = useFormat()
  const { address, navigate } = useRouter()
  const view = readDoublesView(address.search)
  const page = usePrefetched(q('doubles', doublesParams(book.id, view)))
  const { numbers, streams, matching, doubles, beyond } = page
  const look = (next: View) => void navigate(to.doubles(viewAddress(next)), { replace: true })
  const title = doublesTitle(page, format)
  const anything = Object.values(numbers).some((count) => count > 0) || streams.length > 0
  return (
    <>
      <PageHeading
        title="Doubles"
        lead="Money that comes through two places is told twice. It counts once where that is proven, and where you say so."
      >
        {title}
      </PageHeading>
      {beyond.length > 0 && <p className="quiet-text">{beyondWords(beyond, format)}</p>}
      {anything ? (
        <div className="stack doubles">
          <RulesCard streams={streams} />
          <div className="doubles-tabs">
            <Segmented<DoubleState>
              label="Which doubles"
              options={STATES.map((state) => ({ value: state, label: tabLabel(state, numbers, format) }))}
              value={view.state}
              onChange={(state) => look({ state, from: 0 })}
            />
          </div>
          <p className="quiet-text">{doubles.length > 0 ? TAB_LEADS[view.state] : NOTHING_THERE[view.state]}</p>
          <p className="doubles-effect" role="status">
            {effectWords(page, view.state, format)}
          </p>
          {view.counts !== undefined || view.covered !== undefined ? (
            <p>
              <Link to={to.doubles(viewAddress({ state: view.state, from: 0 }))}>Show those of all streams</Link>
            </p>
          ) : null}
          <DoubleList state={view.state} doubles={doubles} first={view.from} matching={matching} />
          <Pages view={view} matching={matching} shown={doubles.length} onLook={look} />
        </div>
      ) : (
        <NoDoubles />
      )}
    </>
  )
}

interface PagesProps {
  view: View
  matching: number
  shown: number
  onLook: (view: View) => void
}

/** The way to the doubles that are not on this page. */
function Pages({ view, matching, shown, onLook }: PagesProps) {
  const format = useFormat()
  if (matching <= PAGE && view.from === 0) return null
  const turn = (from: number) => onLook({ ...view, from: Math.max(0, from) })
  const last = view.from + shown
  return (
    <nav className="actions" aria-label="Pages of doubles">
      <button type="button" className="button quiet small" disabled={view.from === 0} onClick={() => turn(view.from - PAGE)}>
        Newer
      </button>
      <button type="button" className="button quiet small" disabled={last >= matching} onClick={() => turn(view.from + PAGE)}>
        Older
      </button>
      <span className="quiet-text">
        {shown > 0
          ? `${format.count(view.from + 1)} to ${format.count(last)} of ${format.count(matching)}`
          : `none of ${format.count(matching)}`}
      </span>
    </nav>
  )
}

function NoDoubles() {
  return (
    <EmptyState
      title="Nothing to settle yet."
      actions={
        <Link className="button quiet" to={to.import()}>
          Import files
        </Link>
      }
    >
      A Ko-fi payment that is also in PayPal, or a payout that lands in the bank, stands here once both files are in.
    </EmptyState>
  )
}
