import type { PublicVenture } from '#contract/public.ts'
import { publicPlace } from '#web/api/public-site.ts'
import { Card } from '#web/ui/card.tsx'
import { CopyButton } from '../copy-button.tsx'
import { embedSnippet, readmeSnippet } from './share-words.ts'

interface ShareCardProps {
  venture: PublicVenture
  /** The public address of the site, without a final slash. */
  url: string
}

/** The badge, and what puts it into a README; where programs read the same. */
export function ShareCard({ venture, url }: ShareCardProps) {
  const { address, title } = venture
  const page = `${url}/v/${address}`
  // Shown from where this page stands: that may be another address than the public one, as while it is tried out.
  const files = `${publicPlace().root}v/${address}`
  return (
    <Card title="Put it in your README">
      <picture className="badge">
        <source srcSet={`${files}/badge-dark.svg`} media="(prefers-color-scheme: dark)" />
        <img src={`${files}/badge-light.svg`} alt={`Badge of ${title}: how far it is carried`} height="20" />
      </picture>
      <pre className="mono snippet">{readmeSnippet(title, page)}</pre>
      <p className="actions">
        <CopyButton text={readmeSnippet(title, page)} what="The Markdown">
          Copy Markdown
        </CopyButton>
        <CopyButton text={embedSnippet(title, `${url}/embed/${address}`)} what="The HTML">
          Copy embed
        </CopyButton>
        <a href={`${files}/enough.json`}>enough.json</a>
        {venture.funding && <a href={`${files}/funding.json`}>funding.json</a>}
      </p>
    </Card>
  )
}
