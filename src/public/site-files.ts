import { embedPage } from './embed.ts'
import type { PageSetting } from './page-html.ts'
import type { PublicParts } from './parts.ts'
import { siteFiles, ventureFiles } from './public-files.ts'
import { shown, sightOf, type Shown, type Sight } from './sight.ts'
import { ventureCodes } from './site-codes.ts'
import { homePage, missingPage, ownPage, type OwnPage } from './site-pages.ts'
import { venturePage, venturePath } from './venture-page.ts'

/** A file of the site as any web server gives it out; `path` is below the root, without a leading slash. */
export interface SiteFile {
  path: string
  body: string | Uint8Array<ArrayBuffer>
}

/** Pages of a reader's own that need no server: what is given is known by pledges, and those need one. */
const OWN: readonly OwnPage[] = ['list']

type SiteParts = Pick<PublicParts, 'shelf' | 'today' | 'assets' | 'picture'>

/**
 * The whole public site as plain files, those of unlisted ventures too: they are in no list, as on a server. Files that a server gives
 * out are the same, byte for byte; pages say that they are plain files, find the others by relative addresses, and in place of forms
 * there are codes and links. Nothing here can take a pledge.
 */
export async function* plainSite(parts: SiteParts): AsyncGenerator<SiteFile> {
  const sight = sightOf(parts)
  for (const [path, { text }] of siteFiles) {
    const body = text(sight.listed(), sight)
    if (body !== undefined) yield { path, body }
  }
  const setting = (root: string): PageSetting => ({ site: sight.site, today: sight.today, assets: parts.assets, root, files: true })
  yield { path: 'index.html', body: homePage(sight.listed(), setting('./')) }
  // It is given out at any depth, so only here the root is where the site's address has it.
  yield { path: '404.html', body: missingPage(setting(`${URL.parse(sight.site.url)?.pathname.replace(/\/+$/, '') ?? ''}/`)) }
  for (const name of OWN) yield { path: `${name}/index.html`, body: ownPage(name, setting('../')) }
  for (const shelved of parts.shelf.ventures()) {
    const of = shown(shelved)
    yield* ventureSite(of, { sight, setting: setting('../../') })
    const picture = await parts.picture?.(of.venture, sight.today)
    if (picture) yield { path: `${venturePath(of.venture)}/picture.png`, body: picture }
  }
}

function* ventureSite(of: Shown, { sight, setting }: { sight: Sight; setting: PageSetting }): Generator<SiteFile> {
  const { venture } = of
  const folder = venturePath(venture)
  yield { path: `${folder}/index.html`, body: venturePage(venture, setting) }
  for (const [name, { text }] of ventureFiles) {
    const body = text(of, sight)
    if (body !== undefined) yield { path: `${folder}/${name}`, body }
  }
  for (const { name, svg } of ventureCodes(venture, `${sight.site.url}/${folder}/`)) yield { path: `${folder}/${name}`, body: svg }
  yield { path: `embed/${venture.address}/index.html`, body: embedPage(venture, { root: setting.root, today: sight.today }) }
}
