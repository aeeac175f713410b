import { useId } from 'react'
import type { PublicWay } from '#contract/public.ts'

/** How a way to pay is called. */
export function wayName(way: PublicWay): string {
  if (way.kind === 'stripe') return 'Card'
  return way.kind === 'bank' ? 'Bank transfer' : way.platform
}

/** What happens after the press of the button. */
export function wayNext(way: PublicWay): string {
  if (way.kind === 'stripe') return 'You go on to Stripe to pay. Nothing is paid before that.'
  if (way.kind === 'bank') return 'You get the account and a reference. Nothing is paid before you transfer it.'
  return `You go on to ${way.platform} and pay there. Your pledge is noted here.`
}

interface WayFieldsProps {
  ways: readonly PublicWay[]
  chosen: number
  onChange: (way: number) => void
}

/** The ways to pay that the venture offers. */
export function WayFields({ ways, chosen, onChange }: WayFieldsProps) {
  const name = useId()
  if (ways.length === 1 && ways[0]) return <p className="hint">{`By ${wayName(ways[0]).toLowerCase()}.`}</p>
  return (
    <fieldset className="ways">
      <legend>Pay by</legend>
      {ways.map((way, i) => (
        <label key={way.kind === 'page' ? way.url : way.kind}>
          <input type="radio" name={name} checked={i === chosen} onChange={() => onChange(i)} />
          <span>{wayName(way)}</span>
        </label>
      ))}
    </fieldset>
  )
}
