import { useState } from 'react'
import type { Agreed } from '#contract/agreed.ts'
import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import { How } from '#web/figures/how.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { useSendAgreed } from './agreed-client.ts'
import { AgreedForm } from './agreed-form.tsx'
import { agreedFigure, agreedHint, agreedSentences, agreedText, awaitedOf, bodyOf, offerText } from './agreed-words.ts'

/** Invoices and grants that are agreed: entered here, told until they arrive, and ticked off by hand. */
export function AgreedCard({ outlook, plans }: { outlook: Outlook; plans: Plans }) {
  const format = useFormat()
  const [form, setForm] = useState<'closed' | 'open' | 'left'>('closed')
  const { agreed } = plans
  const [answer, ...more] = agreedSentences(agreed, format)
  const [arrived, told] = [agreed.filter(isArrived), agreed.filter((item) => !isArrived(item))]
  return (
    <Card className="span-12" title="What is agreed already?">
      <p className="answer">{answer}</p>
      {more.length > 0 && <p className="agreed-about">{more.join(' ')}</p>}
      {told.length > 0 && <AgreedList label="Agreed" items={told} />}
      {arrived.length > 0 && (
        <details className="agreed-arrived">
          <summary>{`Arrived (${format.count(arrived.length)})`}</summary>
          <AgreedList label="Arrived" items={arrived} />
        </details>
      )}
      {form === 'open' ? (
        <AgreedForm outlook={outlook} onDone={() => setForm('left')} />
      ) : (
        <div className="actions">
          <Button tone="quiet" autoFocus={form === 'left'} onClick={() => setForm('open')}>
            Enter an invoice or a grant
          </Button>
        </div>
      )}
      {awaitedOf(agreed).length > 0 && <How figure={() => agreedFigure(agreed, format)} />}
    </Card>
  )
}

function isArrived({ standing }: Agreed): boolean {
  return standing === 'arrived'
}

function AgreedList({ label, items }: { label: string; items: readonly Agreed[] }) {
  const format = useFormat()
  const { error, arrives, comesBack, goes } = useAgreedActs()
  return (
    <>
      <ul className="changes" aria-label={label}>
        {items.map((item) => (
          <li key={item.id}>
            <span>
              <bdi>{agreedText(item, format)}</bdi> <span className="hint">{agreedHint(item, format)}</span>
              {item.offered && <span className="agreed-offer">{offerText(item.offered, format)}</span>}
            </span>
            <span className="actions">
              {item.offered && (
                <Button tone="quiet" className="small" aria-label={`It arrived: ${agreedText(item, format)}`} onClick={() => arrives(item)}>
                  It arrived
                </Button>
              )}
              {isArrived(item) && (
                <Button
                  tone="quiet"
                  className="small"
                  aria-label={`Not arrived yet: ${agreedText(item, format)}`}
                  onClick={() => comesBack(item)}
                >
                  Not yet
                </Button>
              )}
              <Button tone="quiet" className="small" aria-label={`Remove ${agreedText(item, format)}`} onClick={() => goes(item)}>
                Remove
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <Trouble error={error} />
    </>
  )
}

/** What can be said of something agreed, each with its way back; what fails is told by `error`. */
function useAgreedActs() {
  const { id: book } = useBook()
  const format = useFormat()
  const set = useSendAgreed('setAgreed')
  const add = useSendAgreed('addAgreed')
  const remove = useSendAgreed('removeAgreed')
  const lay = async (item: Agreed, arrived: string | null) => {
    await set.mutateAsync({ params: { book, agreed: item.id }, body: { ...bodyOf(item), arrived } })
  }
  const say = (item: Agreed, arrived: string | null, text: string) =>
    void lay(item, arrived)
      .then(() => toast({ text: `${agreedText(item, format)}: ${text}.`, undo: () => lay(item, item.arrived).catch(() => {}) }))
      .catch(() => {})
  return {
    error: set.error ?? add.error ?? remove.error,
    arrives: (item: Agreed) => say(item, item.offered?.entry ?? null, 'arrived'),
    comesBack: (item: Agreed) => say(item, null, 'not arrived yet'),
    goes: (item: Agreed) =>
      void remove
        .mutateAsync({ params: { book, agreed: item.id } })
        .then(() =>
          toast({
            text: `${agreedText(item, format)} is removed.`,
            undo: async () => void (await add.mutateAsync({ params: { book }, body: bodyOf(item) }).catch(() => {})),
          }),
        )
        .catch(() => {}),
  }
}
