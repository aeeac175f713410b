import type { PublicVenture } from '#contract/public.ts'
import { Link } from '#web/shell/link.tsx'
import { Button } from '#web/ui/button.tsx'
import { publicTo } from '../paths.ts'
import { isWebAddress } from '../venture/web-address.ts'

/** Who has enough points on: others first, this one second. */
export function OverflowNote({ venture, onAnyway }: { venture: PublicVenture; onAnyway: () => void }) {
  return (
    <div className="stack">
      <p>{`${venture.title} has enough. New patrons: back`}</p>
      <ul className="peers">
        {venture.overflow.map(({ title, address }) => (
          <li key={address}>
            {isWebAddress(address) ? (
              <a className="button quiet" href={address} rel="noopener nofollow ugc">
                <bdi>{title}</bdi>
              </a>
            ) : (
              <Link className="button quiet" to={publicTo.venture(address)}>
                <bdi>{title}</bdi>
              </Link>
            )}
          </li>
        ))}
      </ul>
      <p>
        <Button tone="quiet" className="link" onClick={onAnyway}>{`Back ${venture.title} anyway`}</Button>
      </p>
    </div>
  )
}
