import { printedIban, ibanTrouble } from '#bank/iban.ts'
import { tenthsAfter } from '#domain/change.ts'
import { Link } from '#web/shell/link.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import type { Format } from '#web/ui/format.ts'
import { StackTable } from '#web/ui/stack-table.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { tenthsWords } from '../enough-words.ts'
import { publicTo } from '../paths.ts'
import { AccountButton } from './account-dialog.tsx'
import { AmountCell } from './amount-cell.tsx'
import type { KeptList, ListLine } from './kept-list.ts'
import { withoutVenture } from './kept-list.ts'
import { changeList, listStore } from './list-store.ts'
import { accountOf, payeeOf, type Need, type PayableLine, type Published } from './payable.ts'

interface LinesCardProps {
  list: KeptList
  /** Null where the amounts that were set leave no split. */
  lines: readonly PayableLine[] | null
  needs: readonly Need[]
  published: Published
  format: Format
}

interface Row {
  line: ListLine
  payee: Omit<PayableLine, 'amount'>
  amount: number | null
  need: Need
  gone: boolean
  typedHere: boolean
}

/** The ventures of the list, where each is paid, and what it gets. */
export function LinesCard({ list, lines, needs, published, format }: LinesCardProps) {
  const rows = list.lines.map((line, i): Row => {
    const venture = published(line)
    return {
      line,
      payee: payeeOf(line, venture, list.currency),
      amount: lines?.[i]?.amount ?? line.set,
      need: needs[i] ?? { kind: 'untold' },
      gone: line.origin === null && venture === undefined,
      typedHere: line.origin !== null && accountOf(venture) === undefined,
    }
  })
  const set = list.lines.reduce((sum, line) => sum + (line.set ?? 0), 0)
  const columns: Column<Row>[] = [
    { key: 'venture', heading: 'Venture', names: true, cell: (row) => <VentureCell row={row} rhythm={list.rhythm} format={format} /> },
    { key: 'payee', heading: 'Paid to', cell: (row) => <PayeeCell row={row} /> },
    {
      key: 'amount',
      heading: list.rhythm === 'monthly' ? 'Each month' : 'Each year',
      align: 'number',
      cell: ({ line, amount }) => <AmountCell line={line} amount={amount} format={format} />,
    },
    { key: 'remove', heading: <span className="visually-hidden">Take away</span>, cell: ({ line }) => <RemoveButton line={line} /> },
  ]
  return (
    <Card title="Ventures" hint={`${format.exact(list.sum)} ${list.rhythm === 'monthly' ? 'each month' : 'each year'} in all`}>
      <StackTable caption="Ventures of your list" columns={columns} rows={rows} rowKey={({ line }) => line.url} />
      {lines === null && (
        <Trouble
          error={`The amounts that you set come to ${format.exact(set)}, and the total is ${format.exact(list.sum)}.`}
          actions={
            <>
              <Button tone="quiet" onClick={() => changeList((now) => ({ ...now, sum: set }))}>
                {`Make the total ${format.exact(set)}`}
              </Button>
              <Button
                tone="quiet"
                onClick={() => changeList((now) => ({ ...now, lines: now.lines.map((line) => ({ ...line, set: null })) }))}
              >
                Split it anew
              </Button>
            </>
          }
        />
      )}
    </Card>
  )
}

function VentureCell({
  row: { line, payee, need, gone, amount },
  rhythm,
  format,
}: {
  row: Row
  rhythm: KeptList['rhythm']
  format: Format
}) {
  const title = <bdi>{payee.title}</bdi>
  return (
    <>
      {line.origin === null ? (
        <Link to={publicTo.venture(line.address)}>{title}</Link>
      ) : (
        <a href={line.url} rel="noopener nofollow ugc">
          {title}
        </a>
      )}
      <span className="hint cell-hint">
        {gone ? 'This page is not published any more.' : needWords({ need, line, amount, rhythm, format })}
      </span>
    </>
  )
}

interface NeedWords extends Pick<Row, 'need' | 'line' | 'amount'> {
  rhythm: KeptList['rhythm']
  format: Format
}

/** What a venture still needs, and how far this amount would carry it; a transfer costs its recipient nothing. */
function needWords({ need, line: { origin }, amount, rhythm, format }: NeedWords): string {
  const words: string[] = []
  if (need.kind === 'none') words.push('has enough')
  else if (need.kind === 'amount') {
    words.push(`${format.money(need.amount, { currency: need.currency })} a month to go`)
    const months = rhythm === 'monthly' ? 1 : 12
    const monthly = Math.floor((amount ?? 0) / months)
    if (monthly > 0 && need.currency === format.currency && need.standing.enough > 0) {
      const tenths = tenthsAfter(need.standing, { monthly, months, fee: { fixed: 0, basisPoints: 0 } })
      words.push(`→ ${tenthsWords(tenths, format)}`)
    }
  } else if (origin === null) words.push('shows no amounts')
  if (origin !== null) words.push(`as they say at ${origin}`)
  return words.join(' · ').replace(' · →', ' →')
}

function PayeeCell({ row: { line, payee, typedHere } }: { row: Row }) {
  const { holder, iban, elsewhere } = payee
  const trouble = iban === '' ? undefined : ibanTrouble(iban)
  return (
    <div className="payee">
      {iban === '' ? (
        <span>{elsewhere ? `No account: paid at ${elsewhere.name}` : 'No way to pay is published'}</span>
      ) : (
        <>
          <span>{holder}</span>
          <span className="mono">{printedIban(iban)}</span>
          {trouble && <span className="field-error">{`This IBAN ${trouble}.`}</span>}
        </>
      )}
      {typedHere && <AccountButton line={line} />}
    </div>
  )
}

function RemoveButton({ line }: { line: ListLine }) {
  const remove = () => {
    const before = listStore.read()
    changeList((list) => withoutVenture(list, line.url))
    toast({ text: `${line.title} is off your list.`, undo: () => changeList((list) => ({ ...list, lines: before.lines })) })
  }
  return (
    <button type="button" className="link-button" aria-label={`Remove ${line.title} from the list`} onClick={remove}>
      Remove
    </button>
  )
}
