import type { PublicVenture } from '#contract/public.ts'
import { Card } from '#web/ui/card.tsx'
import { isWebAddress } from './web-address.ts'

/** Packages by which others depend on it. */
export function PackagesCard({ packages }: Pick<PublicVenture, 'packages'>) {
  return (
    <Card title="Packages">
      <ul className="package-names mono">
        {packages.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </Card>
  )
}

/** Who takes the money: legal name, country, address, and their words on data and refunds. */
export function ContactCard({ contact, link }: { contact: NonNullable<PublicVenture['contact']>; link: string }) {
  const { legalName, email, country, privacy, refunds } = contact
  const where = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' }).of(country) ?? country
  return (
    <Card title="Who stands behind it">
      <address>
        <bdi>{legalName}</bdi>, {where}
        <div className="contact-ways">
          <a href={`mailto:${email}`}>{email}</a>
          {isWebAddress(link) && (
            <>
              {' · '}
              <a href={link} rel="noopener nofollow ugc">
                {new URL(link).host}
              </a>
            </>
          )}
        </div>
      </address>
      <details>
        <summary>Privacy and refunds</summary>
        <h3>Your data</h3>
        <p className="own-words">{privacy}</p>
        <h3>Refunds</h3>
        <p className="own-words">{refunds}</p>
      </details>
    </Card>
  )
}
