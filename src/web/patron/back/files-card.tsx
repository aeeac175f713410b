import type { PublicVenture } from '#contract/public.ts'
import { Card } from '#web/ui/card.tsx'
import type { Format } from '#web/ui/format.ts'
import { Transfer } from '../pay/transfer.tsx'

/** A site of plain files takes no pledge: it shows where and how one pays. */
export function FilesBackCard({ venture, format }: { venture: PublicVenture; format: Format }) {
  const bank = venture.ways.find(({ kind }) => kind === 'bank')
  const pages = venture.ways.filter((way) => way.kind === 'page')
  if (!bank && pages.length === 0) return null
  return (
    <Card title={`Back ${venture.title}`} className="back">
      <div className="stack">
        {pages.map(({ platform, url }) => (
          <a key={url} className="button quiet" href={url} rel="noopener nofollow ugc">
            {platform}
          </a>
        ))}
        {bank?.kind === 'bank' && <Transfer account={bank} amount={null} currency={venture.currency} format={format} />}
      </div>
    </Card>
  )
}
