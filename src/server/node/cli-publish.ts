import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { builtAssets } from '#public/node/built-assets.ts'
import { openPictures } from '#public/node/picture.ts'
import type { PageAssets, PublicParts } from '#public/parts.ts'
import { pictureSvg } from '#public/picture-svg.ts'
import type { Shelf } from '#public/shelf.ts'
import { plainSite, type SiteFile } from '#public/site-files.ts'
import { openShelf, SHELF_FILE } from '#public/sql-shelf.ts'
import { nodeHandle } from '#storage/node-handle.ts'
import { systemClock } from '../parts.ts'
import { CliError, openApp, type Terminal } from './cli-book.ts'
import { FolderTaken } from './lock.ts'
import { checkTarget, writeSite } from './site-folder.ts'

interface Wish {
  data: string
  /** The folder as the call named it. */
  shown: string
  json: boolean
}

const BUILT = fileURLToPath(new URL('../../../dist-public', import.meta.url))

/** `enough publish DIR`: everything that is published as plain files. Throws a sentence where it cannot, before anything is written. */
export async function publishSite(terminal: Terminal, { data, shown, json }: Wish, built = BUILT): Promise<void> {
  const target = resolve(terminal.cwd, shown)
  await checkTarget(target, shown)
  const assets = builtAssets(built)
  if (!assets) throw new CliError('Failed to publish: the patron’s page is not built. Call npm run enough, which builds it.')
  await bringUpToDate(data, terminal)
  const shelf = openShelf(nodeHandle(join(data, SHELF_FILE)))
  const pictures = openPictures()
  try {
    const seen = withUrl(shelf, filesUrl(terminal.publicUrl ?? ''))
    const { url } = seen.site()
    if (url === '') throw new CliError('Failed to publish: the site has no address yet. Set PUBLIC_URL to it, as in https://example.org.')
    const today = (): string => systemClock().slice(0, 10)
    const picture: PublicParts['picture'] = (venture, day) => pictures.draw(pictureSvg(venture, seen.site(), day))
    const told = await writeSite(target, allFiles(plainSite({ shelf: seen, today, assets, picture }), { assets, built }))
    const ventures = seen.ventures().length
    if (json) terminal.out(JSON.stringify({ folder: shown, url, ventures, ...told }))
    else {
      const counts = `${told.written} files written, ${told.unchanged} as they were, ${told.removed} removed`
      terminal.out(
        `Published into ${shown}: ${ventures === 1 ? '1 venture' : `${ventures} ventures`}, ${counts}. Put it where ${url} leads.`,
      )
    }
  } finally {
    await pictures.close()
    shelf.close()
  }
}

/** A server that is running keeps the shelf as it should be; without one that is done here. */
async function bringUpToDate(data: string, terminal: Terminal): Promise<void> {
  if (!existsSync(data)) throw new CliError(`Failed to publish: there is nothing in ${data}. Name the data folder with --data.`)
  try {
    await (await openApp(data, terminal)).close()
  } catch (error) {
    if (!(error instanceof FolderTaken)) throw error
  }
}

/** Plain files may stand in a folder of a web host, as a server's pages cannot; undefined for an empty text. */
function filesUrl(text: string): string | undefined {
  if (text === '') return undefined
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new CliError(
      `Failed to publish: PUBLIC_URL "${text}" is no address of a site. Write it as https://example.org or https://example.org/folder.`,
    )
  return url.href.replace(/\/+$/, '')
}

function withUrl(shelf: Shelf, url: string | undefined): Shelf {
  return url === undefined ? shelf : { ...shelf, site: () => ({ ...shelf.site(), url }) }
}

/** The pages, and the app that they load. */
async function* allFiles(
  pages: AsyncIterable<SiteFile>,
  { assets, built }: { assets: PageAssets; built: string },
): AsyncGenerator<SiteFile> {
  yield* pages
  // Some web hosts leave out folders that begin with a dot unless this stands there.
  yield { path: '.nojekyll', body: '' }
  const names = await readdir(built, { recursive: true, withFileTypes: true })
  for (const entry of names.filter((one) => one.isFile())) {
    const path = relative(built, join(entry.parentPath, entry.name)).split(sep).join('/')
    const file = await assets.file(path)
    if (file) yield { path, body: file.bytes }
  }
}
