import type { PublicVenture } from '#contract/public.ts'
import { Card } from '#web/ui/card.tsx'
import type { Format } from '#web/ui/format.ts'
import { patronsWords } from './patrons-words.ts'

/** Who carries it: numbers of groups that are large enough, and the names of those who said yes. */
export function PatronsCard({ patrons, format }: Pick<PublicVenture, 'patrons'> & { format: Format }) {
  const said = patronsWords(patrons, format)
  if (said.length === 0 && patrons.names.length === 0) return null
  return (
    <Card title="Who carries it" {...(patrons.names.length > 0 && { hint: 'names only of those who said yes' })}>
      {said.length > 0 && <p className="quiet-text">{said.join(' ')}</p>}
      {patrons.names.length > 0 && (
        <ul className="patron-names">
          {patrons.names.map((name) => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
