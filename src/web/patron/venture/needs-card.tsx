import type { PublicVenture } from '#contract/public.ts'
import { Card } from '#web/ui/card.tsx'
import type { Format } from '#web/ui/format.ts'

/** What enough pays for: amounts beside exact money, shares of enough beside a percentage. */
export function NeedsCard({ needs, format }: Pick<PublicVenture, 'needs'> & { format: Format }) {
  return (
    <Card title="What enough pays for">
      <table>
        <caption className="visually-hidden">What enough pays for</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Need</th>
            <th scope="col">A month</th>
          </tr>
        </thead>
        <tbody>
          {needs.map(({ text, amount, percent }) => (
            <tr key={text}>
              <th scope="row">{text}</th>
              <td className="number">
                {amount !== undefined ? format.money(amount) : percent !== undefined ? format.percent(percent / 100) : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
