import type { PublicVenture } from '#contract/public.ts'
import { Link } from '#web/shell/link.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { toast } from '#web/ui/toast.tsx'
import { addToList, useListed } from '../list/list-store.ts'
import { publicTo } from '../paths.ts'

/** The way for organisations: several ventures on one list, with one approval. */
export function ListCard({ venture: { address, title, currency } }: { venture: PublicVenture }) {
  const url = `v/${address}`
  const isListed = useListed().some((one) => one.url === url)
  const add = () => {
    addToList({ address, url, title, currency, origin: null })
    toast({ text: `${title} is on your list.` })
  }
  return (
    <Card title="For organisations">
      <div className="stack">
        <p className="quiet-text">
          Put several ventures on one list: one approval, one payment request each, and one batch file for your bank.
        </p>
        {isListed ? (
          <p>
            It is on <Link to={publicTo.list()}>your list</Link>.
          </p>
        ) : (
          <Button tone="quiet" onClick={add}>
            Add to your list
          </Button>
        )}
      </div>
    </Card>
  )
}
