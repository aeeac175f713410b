import type { PublicWay } from '#contract/public.ts'
import type { Format } from '#web/ui/format.ts'
import { tenthsWords } from '../enough-words.ts'
import { paymentOf, type BackForm } from './back-form.ts'
import { feeLines, feeOfWay, isFree, netOfPayment } from './fee-words.ts'

interface FeeNoteProps {
  form: BackForm
  way: PublicWay
  format: Format
}

const NAMES = { monthly: 'Monthly', quarterly: 'Quarterly', yearly: 'Yearly' }

/** What reaches the maker, before anything is chosen for good: of each rhythm, where it is given again and again. */
export function FeeNote({ form, way, format }: FeeNoteProps) {
  const fee = feeOfWay(way)
  const payment = paymentOf(form)
  if (form.amount === undefined || form.amount < 1 || payment === undefined) return null
  if (isFree(fee)) return <p className="hint">The maker gets all of it.</p>
  if (form.cadence === 'once' || form.cadence === 'cover') {
    return <p className="hint">{`The maker gets ${format.money(netOfPayment(payment, fee))} of ${format.money(payment)}.`}</p>
  }
  return (
    <table className="fee-lines">
      <caption>{`Of ${format.money(form.amount)} a month the maker gets`}</caption>
      <tbody>
        {feeLines(form.amount, fee).map(({ rhythm, net, tenths }) => (
          <tr key={rhythm} className={rhythm === form.cadence ? 'chosen' : undefined}>
            <th scope="row">{NAMES[rhythm]}</th>
            <td className="number">{format.money(net)}</td>
            <td className="number hint">{`fees ${tenthsWords(tenths, format)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
