import type { BrowseItem } from '#contract/public.ts'
import { Link } from '#web/shell/link.tsx'
import type { Format } from '#web/ui/format.ts'
import { EnoughBar } from '../enough-bar.tsx'
import type { Gift } from '../gift.ts'
import { ListButton } from '../list/list-button.tsx'
import { publicTo } from '../paths.ts'
import { cardWords, originWords } from './card-words.ts'

/** More tags than these would crowd the card. */
const TAGS_SHOWN = 2

/** One venture in the list; the whole card leads to its page. */
export function VentureCard({ item, gift, format }: { item: BrowseItem; gift: Gift; format: Format }) {
  const { far, change } = cardWords(item, gift, format)
  const origin = originWords(item, format)
  return (
    <article className="card venture-card">
      <p className="tags">
        {item.tags.slice(0, TAGS_SHOWN).map((tag) => (
          <span className="tag" key={tag}>
            {tag}
          </span>
        ))}
      </p>
      <h2>
        <VentureLink item={item} />
      </h2>
      <p className="summary">{item.summary}</p>
      <div className="venture-far">
        <EnoughBar parts={item.percent === null ? [] : [{ key: 'far', percent: item.percent, fill: item.current ? 'ink' : 'faint' }]} />
        <p className="venture-figures">
          <span>{far}</span>
          <span>{change}</span>
        </p>
        {origin !== undefined && (
          <p className="hint origin">
            <span>{origin}</span>
            <ListButton item={item} />
          </p>
        )}
      </div>
    </article>
  )
}

function VentureLink({ item }: { item: BrowseItem }) {
  const title = <bdi>{item.title}</bdi>
  if (item.origin === null) return <Link to={publicTo.venture(item.address)}>{title}</Link>
  return (
    <a href={item.url} rel="noopener nofollow ugc">
      {title}
    </a>
  )
}
