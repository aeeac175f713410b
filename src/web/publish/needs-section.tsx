import { levelsOf } from '#domain/need.ts'
import { NeedsList } from '#web/needs/needs-list.tsx'
import { useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useEditing } from './editing.ts'

/** What the venture needs in a month; changed in a window of its own, since it holds whether there is a page or not. */
export function NeedsSection() {
  const format = useFormat()
  const { needs, open } = useEditing()
  const { enough } = levelsOf(needs)
  return (
    <Card
      title="What enough pays for"
      hint={needs.length > 0 ? `${format.money(enough)} is enough in a month` : undefined}
      tools={
        <Button tone="quiet" className="small" onClick={() => open('needs')}>
          {needs.length > 0 ? 'Change the needs' : 'Say what it needs'}
        </Button>
      }
    >
      {needs.length > 0 ? (
        <NeedsList needs={needs} />
      ) : (
        <p className="quiet-text">
          Nothing is said yet. Without it there is no percentage: it is the patronage of a month over what the venture needs.
        </p>
      )}
    </Card>
  )
}
