import { useMemo, useState, type FormEvent } from 'react'
import type { FileReport, Mapping } from '#contract/import.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { CurrencyField } from '#web/ui/currency-field.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { Segmented } from '#web/ui/segmented.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx'
import { emptyMapping, feeSignIn, type MappingDraft, mappingOf, mappingTrouble } from './mapping-draft.ts'
import { sampleOf, type Read, type SampleRow } from './mapping-sample.ts'

type Columns = NonNullable<FileReport['columns']>

interface MappingFormProps {
  fileName: string
  columns: Columns
  /** Whether the file is being read just now. */
  busy: boolean
  onMap: (mapping: Mapping) => void
  onLeaveOut: () => void
}

/** Asks which column is what in a file that no reader knows, and shows its first rows as they would be read. */
export function MappingForm({ fileName, columns, busy, onMap, onLeaveOut }: MappingFormProps) {
  const book = useBook()
  const [draft, setDraft] = useState(() => emptyMapping(columns.guess, book.homeCurrency))
  const [asked, setAsked] = useState(false)
  const trouble = mappingTrouble(draft)
  const set = (change: Partial<MappingDraft>) => setDraft({ ...draft, ...change })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!trouble) onMap(mappingOf(draft))
  }
  return (
    <Card title={`What stands where in ${fileName}?`} hint="remembered for the next file with the same header">
      <form className="stack" onSubmit={submit} noValidate>
        <div className="field-row mapping-columns">
          <ColumnField label="Day" value={draft.date} header={columns.header} none="Choose a column…" onChange={(date) => set({ date })} />
          <ColumnField
            label="Amount"
            value={draft.amount}
            header={columns.header}
            none="Choose a column…"
            onChange={(amount) => set({ amount })}
          />
          <ColumnField
            label="Currency"
            value={draft.currency}
            header={columns.header}
            none="One currency for all rows"
            onChange={(currency) => set({ currency })}
          />
          {draft.currency === '' && (
            <CurrencyField
              label="Which currency"
              value={draft.currencyCode}
              locale={book.locale}
              onChange={(currencyCode) => set({ currencyCode })}
            />
          )}
          <ColumnField
            label="Name of who pays"
            value={draft.name}
            header={columns.header}
            none="No column"
            onChange={(name) => set({ name })}
          />
          <ColumnField
            label="Fee"
            value={draft.fee}
            header={columns.header}
            none="No column"
            onChange={(fee) => set({ fee, feeSign: feeSignIn(columns, { ...draft, fee }) })}
          />
        </div>
        <div className="mapping-style">
          <span>
            <span className="hint">Days are written</span>
            <Segmented
              label="Order of the date"
              value={draft.dateOrder}
              onChange={(dateOrder) => set({ dateOrder })}
              options={[
                { value: 'ymd', label: '2026-11-23' },
                { value: 'dmy', label: '23.11.2026' },
                { value: 'mdy', label: '11/23/2026' },
              ]}
            />
          </span>
          <span>
            <span className="hint">Amounts are written</span>
            <Segmented
              label="Mark of the decimals"
              value={draft.decimals}
              onChange={(decimals) => set({ decimals })}
              options={[
                { value: '.', label: '1,234.56' },
                { value: ',', label: '1.234,56' },
              ]}
            />
          </span>
          {draft.fee !== '' && (
            <span>
              <span className="hint">A fee that is taken is written</span>
              <Segmented<MappingDraft['feeSign']>
                label="Sign of the fees"
                value={draft.feeSign}
                onChange={(feeSign) => set({ feeSign })}
                options={[
                  { value: '+', label: '1.50' },
                  { value: '-', label: '−1.50' },
                ]}
              />
            </span>
          )}
        </div>
        <Sample columns={columns} draft={draft} />
        {asked && trouble && (
          <p className="field-error" role="alert">
            {trouble}
          </p>
        )}
        <div className="actions">
          <Button type="submit" disabled={busy}>
            {busy ? 'Reading…' : 'Read it this way'}
          </Button>
          <Button tone="quiet" onClick={onLeaveOut}>
            Leave it out
          </Button>
          <span className="hint">Nothing is saved by this.</span>
        </div>
      </form>
    </Card>
  )
}

interface ColumnFieldProps {
  label: string
  value: string
  header: readonly string[]
  none: string
  onChange: (column: string) => void
}

function ColumnField({ label, value, header, none, onChange }: ColumnFieldProps) {
  const named = [...new Set(header.filter((column) => column.trim() !== ''))]
  return (
    <SelectField
      label={label}
      value={value}
      onChange={onChange}
      choices={[{ value: '', label: none }, ...named.map((column) => ({ value: column, label: column }))]}
    />
  )
}

/** The first rows as they would be read: a wrong guess is seen here, before anything is. */
function Sample({ columns, draft }: { columns: Columns; draft: MappingDraft }) {
  const format = useFormat()
  const rows = useMemo(
    () => sampleOf(columns.header, columns.rows.slice(0, 6), mappingOf(draft)).map((row, i) => ({ ...row, number: i })),
    [columns, draft],
  )
  const dayShown = (day: string) => (day.length === 7 ? format.month(day) : format.day(day))
  const money = (row: SampleRow, part: Read<number> | null) => {
    // Without its currency an amount is neither read nor misread: the cell beside it says what is missing.
    if (part && row.currency.value === undefined) return <span className="quiet-text">{part.text}</span>
    return part && <AsRead part={part} show={(amount) => format.exact(amount, row.currency.value)} />
  }
  const isUnread = rows.some(({ day, amount, fee }) => [day, amount, ...(fee ? [fee] : [])].some(({ value }) => value === undefined))
  return (
    <>
      <DataTable
        caption="The first rows as they will be read"
        showCaption
        rows={rows}
        rowKey={(row) => row.number}
        columns={[
          { key: 'day', heading: 'Day', cell: (row) => <AsRead part={row.day} show={dayShown} /> },
          { key: 'amount', heading: 'Amount', align: 'number', cell: (row) => money(row, row.amount) },
          { key: 'currency', heading: 'Currency', cell: (row) => <AsRead part={row.currency} show={(code) => code} /> },
          { key: 'name', heading: 'Name', cell: (row) => row.name },
          { key: 'fee', heading: 'Fee', align: 'number', cell: (row) => money(row, row.fee) },
        ]}
      />
      {isUnread && <p className="hint">What is underlined cannot be read so: those rows would be told as rows to look at.</p>}
    </>
  )
}

/** A cell as it would be read; what cannot be read stands as it is, and says so. */
function AsRead<T>({ part: { text, value }, show }: { part: Read<T>; show: (value: T) => string }) {
  if (value !== undefined) return show(value)
  if (text === '') return <span className="unread">nothing there</span>
  return (
    <span className="unread" title="cannot be read so">
      {text}
      <VisuallyHidden> cannot be read so</VisuallyHidden>
    </span>
  )
}
