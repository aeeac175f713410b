import type { PublicVenture } from '#contract/public.ts'
import { Card } from '#web/ui/card.tsx'
import type { Format } from '#web/ui/format.ts'
import { EnoughBar } from '../enough-bar.tsx'
import { carriedWords } from './carried-words.ts'

interface CarriedCardProps {
  venture: PublicVenture
  today: string
  format: Format
}

/** How far the last month that its books cover carries the venture. */
export function CarriedCard({ venture, today, format }: CarriedCardProps) {
  const words = carriedWords(venture, today, format)
  if (words === null) {
    return (
      <Card title="How far a month carries it">
        <p className="quiet-text">
          {venture.money === 'hidden'
            ? 'This page shows no amounts and no percentage.'
            : 'There is no percentage yet: that takes a closed month and word of what is enough.'}
        </p>
      </Card>
    )
  }
  return (
    <Card title="How far a month carries it" hint={words.hint}>
      <p className="carried">
        {words.figure !== null && <strong>{words.figure} </strong>}
        <span className={words.enough ? 'is-enough' : undefined}>{words.of}</span>
      </p>
      <EnoughBar high parts={words.bar} />
      {words.below.length > 0 && (
        <ul className="legend">
          {words.below.map(({ key, text, fill }) => (
            <li key={key}>
              {fill && <i className={`swatch ${fill}`} aria-hidden="true" />}
              {text}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
