import { Button } from '#web/ui/button.tsx'

interface LineActsProps {
  /** The line as it is spoken of. */
  name: string
  at: number
  of: number
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** Moves a line within its order, or takes it out; the last one stays. */
export function LineActs({ name, at, of, onMove, onRemove }: LineActsProps) {
  return (
    <div className="need-acts">
      <Button tone="quiet" className="small" aria-label={`Move ${name} up`} data-move="-1" disabled={at === 0} onClick={() => onMove(-1)}>
        ↑
      </Button>
      <Button
        tone="quiet"
        className="small"
        aria-label={`Move ${name} down`}
        data-move="1"
        disabled={at === of - 1}
        onClick={() => onMove(1)}
      >
        ↓
      </Button>
      <Button tone="quiet" className="small" aria-label={`Remove ${name}`} disabled={of === 1} onClick={onRemove}>
        Remove
      </Button>
    </div>
  )
}
