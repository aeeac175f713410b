import { GearIcon } from '#web/ui/icon.tsx'
import { Link } from './link.tsx'
import { to } from './path-builder.ts'
import { useAddress } from './router-context.ts'

/** Pages in the bar; a page stands here when it works, not before. */
const pages = [
  { name: 'Month', to: to.month(), within: /^\/(month\/.*)?$/ },
  { name: 'Streams', to: to.streams(), within: /^\/streams/ },
  { name: 'Patrons', to: to.patrons(), within: /^\/patrons/ },
  { name: 'Ledger', to: to.ledger(), within: /^\/(ledger|doubles)/ },
  { name: 'Target', to: to.target(), within: /^\/(target$|ventures\/[^/]*\/needs)/ },
  { name: 'Sharing', to: to.sharing(), within: /^\/(sharing|pledges$|ventures\/[^/]*\/page)/ },
]

/** The bar at the top: where one can go, and the two ways in which money comes in. */
export function Navigation() {
  const { path } = useAddress()
  const current = (here: boolean) => (here ? { 'aria-current': 'page' as const } : {})
  return (
    <header className="top">
      <Link className="logo" to={to.month()} aria-label="Enough: this month">
        <b aria-hidden="true">≥</b> enough
      </Link>
      <nav className="pages" aria-label="Pages">
        {pages.map((page) => (
          <Link key={page.name} to={page.to} {...current(page.within.test(path))}>
            {page.name}
          </Link>
        ))}
      </nav>
      <div className="acts">
        <Link className="button quiet add-act" to={to.addIncome()} aria-label="Add income" {...current(path === '/add')}>
          <span className="only-wide">Add income</span>
        </Link>
        <Link className="button" to={to.import()} {...current(path === '/import')}>
          Import
        </Link>
        <Link className="button quiet icon-only" to={to.settings()} aria-label="Settings" {...current(path === '/settings')}>
          <GearIcon />
        </Link>
      </div>
    </header>
  )
}
