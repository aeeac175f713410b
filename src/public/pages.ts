import { EMBED_POLICY, embedPage } from './embed.ts'
import type { PageSetting } from './page-html.ts'
import type { PublicParts } from './parts.ts'
import { siteFiles, ventureFiles } from './public-files.ts'
import { replyOf, type Reply } from './reply.ts'
import { shown, sightOf, type Shown, type Sight } from './sight.ts'
import { homePage, missingPage, OWN_PAGES, ownPage, type OwnPage } from './site-pages.ts'
import { venturePage } from './venture-page.ts'

const HTML = 'text/html; charset=utf-8'
const NOINDEX = { 'x-robots-tag': 'noindex' }
/** Files of the build carry a hash in their names. */
const FOREVER = { 'cache-control': 'public, max-age=31536000, immutable' }

/** The page or file at an address, or undefined where there is none. */
export async function replyAt(parts: PublicParts, path: string): Promise<Reply | undefined> {
  const sight = sightOf(parts)
  const [first = '', address = '', ...rest] = path.slice(1).split('/')
  if (first === 'v' || first === 'embed') {
    const found = parts.shelf.venture(address)
    const file = rest.join('/')
    if (!found) return undefined
    return first === 'v' ? ventureReply(parts, sight, { ...shown(found), file }) : embedReply(sight, { ...shown(found), file })
  }
  const name = path.slice(1)
  const file = siteFiles.get(name)
  const text = file?.text(sight.listed(), sight)
  if (file && text !== undefined) return replyOf(text, { audience: 'everyone', type: file.type })
  return sitePage(parts, sight, name) ?? assetReply(parts, name)
}

/** What is said of an address where there is nothing; undefined where there are no pages. */
export function missingReply(parts: PublicParts): Reply | undefined {
  if (parts.inPage) return undefined
  const page = missingPage(settingOf(parts, sightOf(parts)))
  return replyOf(page, { audience: 'page', type: HTML, status: 404, more: { ...NOINDEX, 'cache-control': 'no-store' } })
}

function settingOf({ assets }: PublicParts, { site, today }: Sight): PageSetting {
  return { site, today, assets, root: '/', files: false }
}

interface Asked extends Shown {
  /** What follows the venture's address. */
  file: string
}

async function ventureReply(parts: PublicParts, sight: Sight, { file, ...of }: Asked): Promise<Reply | undefined> {
  // Whoever was not given its address must not find an unlisted page by anything of it.
  const more = of.venture.visibility === 'public' ? {} : NOINDEX
  if (file === '') {
    if (parts.inPage) return undefined
    return replyOf(venturePage(of.venture, settingOf(parts, sight)), { audience: 'page', type: HTML, more })
  }
  if (file === 'picture.png') {
    const picture = await parts.picture?.(of.venture, sight.today)
    return picture && replyOf(picture, { audience: 'everyone', type: 'image/png', more })
  }
  const made = ventureFiles.get(file)
  const text = made?.text(of, sight)
  return made && text !== undefined ? replyOf(text, { audience: 'everyone', type: made.type, more }) : undefined
}

function embedReply({ today }: Sight, { venture, file }: Asked): Reply | undefined {
  if (file !== '') return undefined
  const more = { 'content-security-policy': EMBED_POLICY, ...(venture.visibility === 'public' ? {} : NOINDEX) }
  return replyOf(embedPage(venture, { root: '/', today }), { audience: 'frame', type: HTML, more })
}

function sitePage(parts: PublicParts, sight: Sight, name: string): Reply | undefined {
  if (parts.inPage) return undefined
  const setting = settingOf(parts, sight)
  if (name === '') return replyOf(homePage(sight.listed(), setting), { audience: 'page', type: HTML })
  const own = name.replace(/\/$/, '')
  return isOwnPage(own) ? replyOf(ownPage(own, setting), { audience: 'page', type: HTML, more: NOINDEX }) : undefined
}

function isOwnPage(name: string): name is OwnPage {
  return Object.hasOwn(OWN_PAGES, name)
}

async function assetReply({ assets }: PublicParts, name: string): Promise<Reply | undefined> {
  const file = await assets?.file(name)
  const more = name.startsWith('assets/') ? FOREVER : {}
  return file && replyOf(file.bytes, { audience: 'page', type: file.type, more })
}
