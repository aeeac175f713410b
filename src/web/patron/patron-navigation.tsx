import { publicPlace } from '#web/api/public-site.ts'
import { Link } from '#web/shell/link.tsx'
import { useAddress } from '#web/shell/router-context.ts'
import { useListed } from './list/list-store.ts'
import { publicTo } from './paths.ts'

/** The bar at the top: what there is to back, what one gives, and the list that is being made. */
export function PatronNavigation() {
  const { path } = useAddress()
  const listed = useListed().length
  const current = (here: string) => (path === here ? { 'aria-current': 'page' as const } : {})
  return (
    <header className="top">
      <Link className="logo" to={publicTo.browse()} aria-label="Enough: browse ventures">
        <b aria-hidden="true">≥</b> enough
      </Link>
      <nav className="patron-pages" aria-label="Pages">
        <Link to={publicTo.browse()} {...current('/')}>
          Browse
        </Link>
        {!publicPlace().files && (
          <Link to={publicTo.giving()} {...current('/giving')}>
            Giving
          </Link>
        )}
      </nav>
      <Link className="button quiet" to={publicTo.list()} {...current('/list')}>
        {listed > 0 ? `Your list · ${listed}` : 'Your list'}
      </Link>
    </header>
  )
}
