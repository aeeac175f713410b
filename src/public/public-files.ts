import { badgeSvg, shieldsJson } from './badge.ts'
import { enoughJson, enoughSchema } from './enough-file.ts'
import { atomXml, jsonFeed, siteFeed, ventureFeed } from './feeds.ts'
import { fundingJson, manifestUrls } from './funding-json.ts'
import { fundingYml } from './funding-yml.ts'
import type { Shown, Sight } from './sight.ts'

/** A file that says what it says to everybody: its media type and its text, undefined where there is none. */
interface FileOf<T> {
  type: string
  text(of: T, sight: Sight): string | undefined
}

const SVG = 'image/svg+xml'
const JSON_TYPE = 'application/json'
const ATOM = 'application/atom+xml; charset=utf-8'
const JSON_FEED = 'application/feed+json'
const TEXT = 'text/plain; charset=utf-8'

/** Files whose addresses are absolute are there once the site has one. */
function withAddress<T>(make: (of: T, sight: Sight) => string | undefined): FileOf<T>['text'] {
  return (of, sight) => (sight.site.url === '' ? undefined : make(of, sight))
}

/** The files of one venture by their names below its page: what a server answers and what plain files hold. */
export const ventureFiles: ReadonlyMap<string, FileOf<Shown>> = new Map([
  ['venture.json', { type: JSON_TYPE, text: ({ json }) => json }],
  ['badge-light.svg', { type: SVG, text: ({ venture }, { today }) => badgeSvg(venture, 'light', today) }],
  ['badge-dark.svg', { type: SVG, text: ({ venture }, { today }) => badgeSvg(venture, 'dark', today) }],
  ['badge.json', { type: JSON_TYPE, text: ({ venture }, { today }) => shieldsJson(venture, today) }],
  ['feed.atom', { type: ATOM, text: withAddress(({ venture }, { site }) => atomXml(ventureFeed(venture, site))) }],
  ['feed.json', { type: JSON_FEED, text: withAddress(({ venture }, { site }) => jsonFeed(ventureFeed(venture, site))) }],
  ['enough.json', { type: JSON_TYPE, text: withAddress((shown, { site }) => enoughJson([shown], site)) }],
  ['funding.json', { type: JSON_TYPE, text: withAddress(({ venture }, { site }) => fundingJson(venture, site.url)) }],
  ['FUNDING.yml', { type: TEXT, text: withAddress(({ venture }, { site }) => fundingYml(venture, site.url)) }],
])

const ventures = (listed: readonly Shown[]) => listed.map(({ venture }) => venture)

/** The files of the site by their addresses below its root; they name only what is listed. */
export const siteFiles: ReadonlyMap<string, FileOf<readonly Shown[]>> = new Map([
  ['enough.json', { type: JSON_TYPE, text: withAddress((listed, { site }) => enoughJson(listed, site)) }],
  ['enough.schema.json', { type: 'application/schema+json', text: withAddress((_, { site }) => enoughSchema(site)) }],
  ['feed.atom', { type: ATOM, text: withAddress((listed, { site }) => atomXml(siteFeed(ventures(listed), site))) }],
  ['feed.json', { type: JSON_FEED, text: withAddress((listed, { site }) => jsonFeed(siteFeed(ventures(listed), site))) }],
  ['.well-known/funding-manifest-urls', { type: TEXT, text: withAddress((listed, { site }) => manifestUrls(ventures(listed), site.url)) }],
  ['robots.txt', { type: TEXT, text: () => 'User-agent: *\nDisallow: /api/\n' }],
])
