import { useId } from 'react'
import type { Venture } from '#contract/venture.ts'
import { HOUR_KINDS, type HourKind } from '#domain/hours.ts'
import { kindWords } from '#web/hours/words.ts'
import { readHours, type Row } from './check-in-form.ts'
import { HourStepper } from './hour-stepper.tsx'

interface CheckInRowsProps {
  rows: readonly Row[]
  ventures: readonly Venture[]
  describedBy: string
  onChange: (rows: readonly Row[]) => void
}

const MEANS: Record<HourKind, string> = {
  basic: 'what the money is for: software, research, writing',
  paid: 'done for money',
  care: 'invoices, messages, taxes',
}

/** Three fields, or a table of them with a row for each venture. */
export function CheckInRows({ rows, ventures, describedBy, onChange }: CheckInRowsProps) {
  const id = useId()
  const [first] = rows
  const set = (venture: number | null, kind: HourKind, value: string) =>
    onChange(rows.map((row) => (row.venture === venture ? { ...row, texts: { ...row.texts, [kind]: value } } : row)))
  if (rows.length === 1 && first) {
    return (
      <div className="check-in-fields">
        {HOUR_KINDS.map((kind) => (
          <div key={kind} className="field">
            <label htmlFor={`${id}-${kind}`}>{kindWords(kind)}</label>
            <HourStepper
              id={`${id}-${kind}`}
              label={kindWords(kind).toLowerCase()}
              value={first.texts[kind]}
              wrong={readHours(first.texts[kind]) === undefined}
              describedBy={`${describedBy} ${id}-${kind}-means`}
              onChange={(value) => set(null, kind, value)}
            />
            <p className="hint" id={`${id}-${kind}-means`}>
              {MEANS[kind]}
            </p>
          </div>
        ))}
      </div>
    )
  }
  const names = new Map(ventures.map((venture) => [venture.id, venture.name]))
  return (
    <table className="check-in-table">
      <caption className="visually-hidden">Hours of the week by venture</caption>
      <thead>
        <tr>
          <th scope="col">Venture</th>
          {HOUR_KINDS.map((kind) => (
            <th key={kind} scope="col" className="number">
              {kindWords(kind)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ venture, texts }) => {
          const name = venture === null ? 'None of them' : (names.get(venture) ?? '')
          return (
            <tr key={venture ?? 0}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {HOUR_KINDS.map((kind) => (
                <td key={kind}>
                  <HourStepper
                    id={`${id}-${venture ?? 0}-${kind}`}
                    plain
                    label={`${kindWords(kind)}, ${name}`}
                    value={texts[kind]}
                    wrong={readHours(texts[kind]) === undefined}
                    onChange={(value) => set(venture, kind, value)}
                  />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
