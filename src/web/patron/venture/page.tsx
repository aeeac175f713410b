import './venture.css'
import type { PublicVenture } from '#contract/public.ts'
import { pq } from '#web/api/public-client.ts'
import { publicPlace } from '#web/api/public-site.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { useAddress } from '#web/shell/router-context.ts'
import { Button } from '#web/ui/button.tsx'
import { BackCard } from '../back/back-card.tsx'
import { FilesBackCard } from '../back/files-card.tsx'
import { publicTo } from '../paths.ts'
import { Prose } from '../prose.tsx'
import { usePatronFormat, useSite } from '../site.ts'
import { ContactCard, PackagesCard } from './about-cards.tsx'
import { CarriedCard } from './carried-card.tsx'
import { ListCard } from './list-card.tsx'
import { NeedsCard } from './needs-card.tsx'
import { PatronsCard } from './patrons-card.tsx'
import { ShareCard } from './share-card.tsx'
import { UpdatesCard } from './updates-card.tsx'
import { YearsFigure } from './years-figure.tsx'

/** In the page's own mode nothing stands at an address: no feeds, no badge. */
const inPage = import.meta.env.MODE === 'mock'

/** One venture: what it is, how far it is carried, and the ways to back it. */
export function VenturePage() {
  const { params } = useAddress()
  const venture = usePrefetched(pq('publicVenture', { address: params['address'] ?? '' }))
  const site = useSite()
  const format = usePatronFormat(venture.currency)
  const { needs, history, updates, packages, contact, link, text } = venture
  return (
    <div className="venture">
      <Head venture={venture} />
      <div className="venture-main">
        <CarriedCard venture={venture} today={site.today} format={format} />
        {needs.length > 0 && <NeedsCard needs={needs} format={format} />}
        {history.length > 0 && <YearsFigure venture={venture} format={format} />}
        <PatronsCard patrons={venture.patrons} format={format} />
      </div>
      <aside id="back" tabIndex={-1} className="venture-aside" aria-label={`Back ${venture.title}`}>
        {publicPlace().files ? (
          <FilesBackCard venture={venture} format={format} />
        ) : (
          <BackCard key={venture.address} venture={venture} today={site.today} format={format} />
        )}
        <ListCard venture={venture} />
      </aside>
      <div className="venture-more">
        {text.trim() !== '' && (
          <section className="card" aria-label={`About ${venture.title}`}>
            <Prose text={text} />
          </section>
        )}
        {updates.length > 0 && (
          <UpdatesCard updates={updates} address={venture.address} feeds={!inPage && venture.visibility === 'public'} format={format} />
        )}
        {packages.length > 0 && <PackagesCard packages={packages} />}
        {!inPage && site.url !== '' && <ShareCard venture={venture} url={site.url} />}
        {contact && <ContactCard contact={contact} link={link} />}
      </div>
    </div>
  )
}

/** On a narrow screen the form stands below what it is about, so the way to it is short. */
function toBack(): void {
  const form = document.getElementById('back')
  form?.scrollIntoView()
  form?.focus({ preventScroll: true })
}

function Head({ venture: { title, tags, maker, summary, ways } }: { venture: PublicVenture }) {
  return (
    <header className="venture-head">
      <PageHeading title={title} {...(summary !== '' && { lead: summary })} />
      <p className="tags">
        {tags.map((tag) => (
          <Link key={tag} className="tag" to={publicTo.browse({ tag })}>
            {tag}
          </Link>
        ))}
        {maker !== '' && <span className="quiet-text">{maker}</span>}
      </p>
      {ways.length > 0 && (
        <p className="to-back">
          <Button onClick={toBack}>Back it</Button>
        </p>
      )}
    </header>
  )
}
