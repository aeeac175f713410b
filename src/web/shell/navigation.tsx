import { useRef } from 'react'
import { GearIcon } from '#web/ui/icon.tsx'
import { Link } from './link.tsx'
import { to } from './path-builder.ts'
import { useAddress } from './router-context.ts'

interface Place {
  name: string
  to: string
  /** Addresses that belong to it. */
  within: RegExp
}

/** Pages in the bar, also on a phone; a page stands here when it works, not before. */
const first: readonly Place[] = [
  { name: 'Month', to: to.month(), within: /^\/(month\/.*)?$/ },
  { name: 'Streams', to: to.streams(), within: /^\/streams/ },
  { name: 'Patrons', to: to.patrons(), within: /^\/patrons/ },
]

/** Pages that a phone's bar has behind "More". */
const more: readonly Place[] = [
  { name: 'Time', to: to.time(), within: /^\/time/ },
  { name: 'Outlook', to: to.outlook(), within: /^\/outlook$/ },
  { name: 'Ledger', to: to.ledger(), within: /^\/(ledger|doubles)/ },
  { name: 'Target', to: to.target(), within: /^\/(target$|ventures\/[^/]*\/needs)/ },
  { name: 'Sharing', to: to.sharing(), within: /^\/(sharing|pledges$|ventures\/[^/]*\/page)/ },
]

/** The bar at the top: where one can go, and the two ways in which money comes in. */
export function Navigation() {
  const { path } = useAddress()
  const others = useRef<HTMLDivElement>(null)
  const current = (here: boolean) => (here ? { 'aria-current': 'page' as const } : {})
  const link = ({ name, to, within }: Place) => (
    <Link key={name} to={to} onClick={() => others.current?.hidePopover()} {...current(within.test(path))}>
      {name}
    </Link>
  )
  return (
    <header className="top">
      <Link className="logo" to={to.month()} aria-label="Enough: this month">
        <b aria-hidden="true">≥</b> enough
      </Link>
      <nav className="pages" aria-label="Pages">
        {first.map(link)}
        <button type="button" className="more" popoverTarget="more-pages">
          More
        </button>
        <div id="more-pages" popover="auto" ref={others}>
          {more.map(link)}
        </div>
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
