import type { Format } from '#web/ui/format.ts'
import { useNarrow } from '#web/ui/use-narrow.ts'
import { layOutPay, type PayQuestion } from './pay-layout.ts'

/** Heights in CSS pixels. */
const INCOME = 150
const BUFFER = 90
const GAP = 34

/** The saw-tooth of income with the flat line of pay, and below them what is left of the buffer, or left over where none was `said`. */
export function PayPicture({ format, said, ...question }: PayQuestion & { said: boolean; format: Format }) {
  const narrow = useNarrow()
  const { year, buffer } = question
  const layout = layOutPay(question)
  const label = `Pay stays at ${format.money(year.pay.pay, { round: 'down' })} while income goes up and down; ${said ? `the buffer begins at ${format.money(buffer)}` : 'below it what is left over'}.`
  const every = narrow ? 3 : 1
  return (
    <svg className="pay-picture" width="100%" height={INCOME + GAP + BUFFER + 44} role="img" aria-label={label}>
      <svg x="0" y="16" width="100%" height={INCOME} className="inset-plot">
        <line className="nothing-line" x1="0" x2="100%" y1={`${layout.none}%`} y2={`${layout.none}%`} />
        <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" className="inset-plot">
          {layout.enough !== null && <path className="enough-line" d={`M0 ${layout.enough}H100`} />}
          <path className="saw-tooth" d={layout.past} />
          <path className="saw-tooth is-drawn" d={layout.drawn} />
          <path className="pay-line" d={`M${layout.begins} ${layout.pay}H100`} />
        </svg>
        {layout.enough !== null && (
          <text className="enough-text" x="0" y={`${layout.enough}%`} dy="-5">
            enough
          </text>
        )}
        <text className="pay-text" x="100%" y={`${layout.name.level}%`} dy={layout.name.below ? 18 : -7} textAnchor="end">
          {format.money(year.pay.pay, { round: 'down' })} a month
        </text>
      </svg>
      <svg x="0" y={16 + INCOME + GAP} width="100%" height={BUFFER} className="inset-plot">
        <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" className="inset-plot">
          <path className="nothing-line" d={`M0 ${layout.nothing}H100`} />
          <path className="buffer-shade" d={layout.shade} />
          <path className="buffer-middle" d={layout.middle} />
        </svg>
        <text x="0" y="0" dy="-6">
          {said ? 'Buffer' : year.pay.pay === 0 ? 'Left over without pay' : 'Left over'},{' '}
          {layout.most > 1 ? `up to ${format.money(layout.most)}` : `down to ${format.money(layout.least)}`}
        </text>
      </svg>
      {layout.names.map(
        ({ month, x }, i) =>
          i % every === 0 && (
            <text key={month} x={`${x}%`} y={16 + INCOME + GAP + BUFFER + 20} textAnchor="middle">
              {format.narrowMonth(month)}
            </text>
          ),
      )}
    </svg>
  )
}
