import type { DoubleStreams } from '#contract/double.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { ruleEffect, ruleWords } from './words.ts'

/** Pairs of streams that have doubles: all of a pair can be settled by one word, now and from now on. */
export function RulesCard({ streams }: { streams: readonly DoubleStreams[] }) {
  const book = useBook()
  const format = useFormat()
  const rule = useSend('decideDoubleRule')
  if (streams.length === 0) return null
  const decide = async (pair: DoubleStreams, same: boolean) => {
    const { counts, covered } = pair
    const put = (said: boolean) => rule.mutateAsync({ params: { book: book.id }, body: { counts, covered, same: said } })
    await put(same)
    toast({
      text: same ? `${ruleWords(pair)}: from now on it counts once.` : `Taken back: ${ruleWords(pair)} is no rule any more.`,
      undo: async () => void (await put(!same)),
    })
  }
  return (
    <Card title="By rule" hint="of two streams, for all that is there and all that comes">
      <ul className="double-rules">
        {streams.map((pair) => (
          <li key={`${pair.counts} ${pair.covered}`}>
            <div>
              <p>
                <bdi>{ruleWords(pair)}</bdi>
                {pair.ruled ? '.' : '?'}
              </p>
              <p className="hint">
                {ruleEffect(pair, format)}.{' '}
                {pair.proposed > 0 && <Link to={to.doubles({ counts: pair.counts, covered: pair.covered })}>Look at them</Link>}
              </p>
            </div>
            {pair.ruled ? (
              <Button tone="quiet" className="small" disabled={rule.isPending} onClick={() => void decide(pair, false).catch(() => {})}>
                Take back
              </Button>
            ) : (
              <Button tone="quiet" className="small" disabled={rule.isPending} onClick={() => void decide(pair, true).catch(() => {})}>
                {pair.proposed > 0 ? `Yes, settle ${format.count(pair.proposed)}` : 'Yes, always'}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Trouble error={rule.error} />
    </Card>
  )
}
