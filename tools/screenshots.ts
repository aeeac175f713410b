import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from 'playwright'
import { publishExample } from '../e2e/example-site.ts'
import { MARCH } from '../e2e/pages.ts'
import { findBrowser, launchOptions } from '../e2e/browser.ts'
import { startServer } from '../e2e/server.ts'
import { ensureBuilt } from './build.ts'

/**
 * `npm run screenshots`: draws every page, as the real server gives it with the example book, wide, light and dark, into
 * `docs/screenshots`, and the first of them narrow. With `-- --all FOLDER` each of them narrow as well, for looking at.
 */
interface Shot {
  name: string
  /** Below the example book, or below the public site. */
  path: string
  /** Too long to be drawn whole. */
  endless?: true
  /** What is done before the picture is taken. */
  first?: (page: Page) => Promise<void>
}

/** What stands everywhere as long as there is no book. */
const FIRST: Shot = { name: 'first-start', path: '/' }
const PAGES: Shot[] = [
  { name: 'month', path: '/' },
  { name: 'month-smoothed', path: '/?lens=smoothed' },
  { name: 'streams', path: '/streams' },
  { name: 'stream', path: '/streams', first: openFirstStream },
  { name: 'patrons', path: '/patrons' },
  { name: 'time', path: '/time' },
  { name: 'outlook', path: '/outlook' },
  { name: 'outlook-imagined', path: '/outlook?if=venture_4.patrons_5_1000000' },
  { name: 'ledger', path: '/ledger', endless: true },
  { name: 'import', path: '/import', first: dropFiles },
  { name: 'add-income', path: '/add' },
  { name: 'doubles', path: '/doubles' },
  { name: 'target', path: '/target' },
  { name: 'settings', path: '/settings' },
  { name: 'needs', path: '/ventures/2/needs' },
  { name: 'sharing', path: '/sharing' },
  { name: 'public-page', path: '/ventures/2/page' },
  { name: 'pledges', path: '/pledges' },
]
/** Pages that strangers see; `token` and `recipient` stand for those of a pledge. */
const OPEN_PAGES: Shot[] = [
  { name: 'browse', path: '' },
  { name: 'venture', path: 'v/obtool' },
  { name: 'venture-percent', path: 'v/field-notes' },
  { name: 'pledge', path: 'pledge#token' },
  { name: 'remittance', path: 'remittance#recipient' },
  { name: 'list', path: 'list', first: fillList },
  { name: 'giving', path: 'giving' },
]
const WIDE = { width: 1240, height: 900 }
const NARROW = { width: 390, height: 844 }
const root = fileURLToPath(new URL('..', import.meta.url))

const { values } = parseArgs({ options: { all: { type: 'string' } } })
const folder = values.all ?? join(root, 'docs/screenshots')
await ensureBuilt('dist')
await ensureBuilt('dist-public')
const data = await mkdtemp(join(tmpdir(), 'enough-screenshots-'))
const server = await startServer(data)
const browser = await chromium.launch(launchOptions(await findBrowser()))
try {
  await mkdir(folder, { recursive: true })
  await drawLooks([FIRST])
  await makeExample(server.url)
  const { token, recipientToken } = await publishExample(server)
  const ofSite = OPEN_PAGES.map(({ path, ...shot }) => ({
    ...shot,
    path: `${server.open}${path.replace('#token', `#${token}`).replace('#recipient', `#${recipientToken}`)}`,
  }))
  const shots = [...PAGES.map(({ path, ...shot }) => ({ ...shot, path: `/example${path}` })), ...ofSite]
  await drawLooks(shots)
} finally {
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true, force: true })
}

interface Look {
  viewport: typeof WIDE
  colorScheme: 'light' | 'dark'
}

async function makeExample(url: string): Promise<void> {
  const body = JSON.stringify({ zone: 'Europe/Berlin', locale: 'en-IE' })
  const answer = await fetch(`${url}api/v1/books/example`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  if (!answer.ok) throw new Error(`Failed to make the example: ${await answer.text()}. Look at the server.`)
}

async function drawLooks(shots: readonly Shot[]): Promise<void> {
  for (const viewport of [WIDE, NARROW]) {
    const kept = shots.filter(({ name }) => viewport === WIDE || values.all !== undefined || name === 'month')
    for (const colorScheme of ['light', 'dark'] as const) await drawAll(kept, { viewport, colorScheme })
  }
}

async function drawAll(shots: readonly Shot[], { viewport, colorScheme }: Look): Promise<void> {
  const place = { baseURL: server.url, locale: 'en-IE', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' as const }
  const context = await browser.newContext({ ...place, viewport, colorScheme, deviceScaleFactor: viewport === NARROW ? 2 : 1 })
  for (const shot of shots) {
    const name = `${shot.name}-${viewport === WIDE ? 'wide' : 'narrow'}-${colorScheme}`
    const page = await context.newPage()
    await page.goto(shot.path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await shot.first?.(page)
    await page.waitForLoadState('networkidle')
    // Charts measure themselves once their code has come.
    await page.waitForTimeout(400)
    const png = await page.screenshot({ fullPage: !shot.endless && (values.all !== undefined || viewport === WIDE) })
    const [file, bytes] = values.all === undefined ? [`${name}.webp`, await webp(browser, png)] : [`${name}.png`, png]
    await writeFile(join(folder, file), bytes)
    console.log(file)
    await page.close()
  }
  await context.close()
}

/** Puts every venture on the list by the button of its page. */
async function fillList(page: Page): Promise<void> {
  for (const address of ['obtool', 'field-notes', 'choir-scores']) {
    await page.goto(`${server.open}v/${address}`)
    const add = page.getByRole('button', { name: 'Add to your list' })
    const there = page.getByText('It is on').first()
    await add.or(there).first().waitFor()
    if (!(await there.isVisible())) await add.click()
    await there.waitFor()
  }
  await page.goto(`${server.open}list`)
  await page.getByRole('table').first().waitFor()
}

async function openFirstStream(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('link', { name: /GitHub Sponsors/ })
    .first()
    .click()
  await page.getByRole('figure').first().waitFor()
}

async function dropFiles(page: Page): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(MARCH)
  await page.getByRole('button', { name: /^save/i }).waitFor()
}

/** Drawn with the browser's own encoder: a third of the size of a PNG, without a tool of its own. */
async function webp(drawing: Browser, png: Buffer): Promise<Buffer> {
  const page = await drawing.newPage()
  const encoded = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    canvas.getContext('2d')?.drawImage(image, 0, 0)
    return canvas.toDataURL('image/webp', 0.9).replace(/^.*,/, '')
  }, png.toString('base64'))
  await page.close()
  return Buffer.from(encoded, 'base64')
}
