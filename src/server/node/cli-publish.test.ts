import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicPaths } from '#contract/public-paths.ts'
import type { PublicationDraft } from '#contract/publication.ts'
import { ecbPacked } from '#domain/ecb-table.ts'
import { readRateTable } from '#domain/rate.ts'
import { createPublicApp } from '#public/app.ts'
import { builtAssets } from '#public/node/built-assets.ts'
import { openShelf, SHELF_FILE } from '#public/sql-shelf.ts'
import { nodeHandle } from '#storage/node-handle.ts'
import { systemClock } from '../parts.ts'
import { BOOK, openApp } from './cli-book.ts'
import { publishSite } from './cli-publish.ts'
import { runCli } from './cli-run.ts'
import { lockFolder } from './lock.ts'

const URL = 'https://plain.example'
const CONTACT = { legalName: 'Zoë Maker', email: 'zoe@plain.example', country: 'DE', privacy: 'Kept here.', refunds: 'Within 14 days.' }

let folder = ''
let data = ''
let built = ''
/** Address of the unlisted venture. */
let secret = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enough-publish-'))
  data = join(folder, 'data')
  built = join(folder, 'built')
  await mkdir(join(built, '.vite'), { recursive: true })
  await mkdir(join(built, 'assets'))
  await writeFile(
    join(built, '.vite', 'manifest.json'),
    JSON.stringify({ main: { file: 'assets/main-1.js', isEntry: true, css: ['assets/main-1.css'] } }),
  )
  await writeFile(join(built, 'assets', 'main-1.js'), 'export {}')
  await writeFile(join(built, 'assets', 'main-1.css'), 'p{}')
  const app = await openApp(data, terminal().terminal)
  await app.ask('POST', '/books', { homeCurrency: 'EUR', zone: 'UTC', locale: 'en' })
  await app.ask('PATCH', '/site', { url: URL, name: 'Plain purse' })
  const say = async (name: string, change: Partial<PublicationDraft>) => {
    const { id } = await app.askJson<{ id: number }>('POST', `${BOOK}/ventures`, { name })
    const path = `${BOOK}/ventures/${id}/publication`
    const {
      venture: _,
      secret: address,
      since: __,
      ...draft
    } = await app.askJson<PublicationDraft & Record<'venture' | 'secret' | 'since', string>>('GET', path)
    await app.ask('PUT', path, { ...draft, ...change })
    return address
  }
  const ways: PublicationDraft['ways'] = [
    { kind: 'bank', holder: 'Zoë Maker', iban: 'DE89370400440532013000', consent: true, since: '2026-01-01' },
    { kind: 'page', platform: 'Ko-fi', url: 'https://ko-fi.com/zoe', fee: { fixed: 0, basisPoints: 0 } },
  ]
  const funding: PublicationDraft['funding'] = {
    entity: 'individual',
    role: 'owner',
    email: CONTACT.email,
    repository: 'https://github.com/zoe/obtool',
    licences: ['MIT'],
  }
  await say('Obtool', { visibility: 'public', summary: 'Turns notes into outlines.', ways, contact: CONTACT, funding })
  await say('Zine shop', { visibility: 'public', updates: [{ id: 'one', day: '2026-11-01', title: 'News', text: 'Some *news*.' }] })
  secret = await say('Quiet', { visibility: 'unlisted' })
  await app.close()
})
afterAll(() => rm(folder, { recursive: true }))

function terminal(publicUrl?: string) {
  const said = { out: '', err: '' }
  const out = (text: string) => void (said.out += text)
  const err = (text: string) => void (said.err += text)
  return { said, terminal: { out, err, cwd: folder, data, publicUrl } }
}

async function publish(shown: string, publicUrl?: string) {
  const { said, terminal: to } = terminal(publicUrl)
  await publishSite(to, { data, shown, json: true }, built)
  expect(said.err).toBe('')
  return JSON.parse(said.out) as { ventures: number; written: number; unchanged: number; removed: number }
}

async function filesOf(shown: string): Promise<string[]> {
  const entries = await readdir(join(folder, shown), { recursive: true, withFileTypes: true })
  const root = join(folder, shown)
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

/** Withdraws or publishes a venture again. */
async function setVisibility(name: string, visibility: PublicationDraft['visibility']) {
  const app = await openApp(data, terminal().terminal)
  const ventures = await app.askJson<{ id: number; name: string }[]>('GET', `${BOOK}/ventures`)
  const path = `${BOOK}/ventures/${ventures.find((venture) => venture.name === name)?.id}/publication`
  const {
    venture: _,
    secret: __,
    since: ___,
    ...draft
  } = await app.askJson<PublicationDraft & Record<'venture' | 'secret' | 'since', string>>('GET', path)
  await app.ask('PUT', path, { ...draft, visibility })
  await app.close()
}

describe('publishing as plain files', () => {
  test('every file is what the public app serves at its address; pages say that they are files', async () => {
    await publish('site')
    const shelf = openShelf(nodeHandle(join(data, SHELF_FILE)))
    const assets = builtAssets(built)
    const app = createPublicApp({
      shelf,
      clock: systemClock,
      today: () => systemClock().slice(0, 10),
      newId: () => '',
      log: () => {},
      rates: readRateTable(ecbPacked),
      version: '',
      inPage: false,
      ...(assets ? { assets } : {}),
    })
    const paths = await filesOf('site')
    const same = paths.filter((path) => !/\.html$|code(-\d)?\.svg$|picture\.png$|(^|\/)\.(nojekyll|enough-site\.json)$/.test(path))
    for (const path of same) {
      const response = await app.request(`/${path}`)
      expect([path, response.status]).toEqual([path, 200])
      expect(new Uint8Array(await readFile(join(folder, 'site', path))), path).toEqual(new Uint8Array(await response.arrayBuffer()))
    }
    expect(same.length).toBeGreaterThan(25)
    expect(paths.filter((path) => path.endsWith('/picture.png'))).toHaveLength(3)
    for (const path of paths.filter((one) => one.endsWith('.html') && !one.startsWith('embed/'))) {
      const text = await readFile(join(folder, 'site', path), 'utf8')
      const root = /<meta name="enough-root" content="([^"]*)"/.exec(text)?.[1] ?? ''
      expect(text, path).toContain('<meta name="enough-files" content="1"')
      expect(text, path).toContain(`src="${root}assets/main-1.js"`)
      if (path !== '404.html') expect(existsSync(join(folder, 'site', path, '..', root, 'enough.json')), path).toBe(true)
    }
    shelf.close()
  })

  test('nothing in it takes a pledge, and the unlisted page is in no list', async () => {
    await publish('site')
    const addresses = Object.values(publicPaths).map(([, path]) => path)
    for (const path of await filesOf('site')) {
      const text = await readFile(join(folder, 'site', path), 'utf8')
      expect(text, path).not.toMatch(/<form|\/api\/public/)
      if (!path.startsWith('assets/')) expect(addresses.filter((one) => one.startsWith('/pledge') && text.includes(`"${one}`))).toEqual([])
      if (!path.includes(secret)) expect(text, path).not.toContain(secret)
    }
    expect(existsSync(join(folder, 'site', 'v', secret, 'index.html'))).toBe(true)
    for (const page of ['pledge', 'giving']) expect(existsSync(join(folder, 'site', page))).toBe(false)
    expect(await readFile(join(folder, 'site', 'robots.txt'), 'utf8')).not.toContain('v/')
  })

  test('what has not changed is left alone, what is withdrawn goes, what others put there stays', async () => {
    await publish('again')
    await writeFile(join(folder, 'again', 'CNAME'), 'plain.example')
    await writeFile(join(folder, 'again', 'v', 'obtool', 'own.txt'), 'mine')
    const { mtimeMs } = await stat(join(folder, 'again', 'v', 'obtool', 'venture.json'))
    expect(await publish('again')).toMatchObject({ ventures: 3, written: 0, removed: 0 })
    expect((await stat(join(folder, 'again', 'v', 'obtool', 'venture.json'))).mtimeMs).toBe(mtimeMs)
    await setVisibility('Quiet', 'private')
    await setVisibility('Obtool', 'private')
    expect(await publish('again')).toMatchObject({ ventures: 1 })
    const left = await filesOf('again')
    expect(left.filter((path) => path.includes(secret))).toEqual([])
    expect(left.filter((path) => path.includes('obtool'))).toEqual(['v/obtool/own.txt'])
    expect(left).toContain('CNAME')
    expect(left.filter((path) => path.endsWith('.part'))).toEqual([])
    await setVisibility('Quiet', 'unlisted')
    await setVisibility('Obtool', 'public')
  })

  test('a running server is no hindrance, and PUBLIC_URL names the address', async () => {
    const unlock = lockFolder(data)
    try {
      await publish('elsewhere', 'https://other.example')
    } finally {
      unlock()
    }
    expect(await readFile(join(folder, 'elsewhere', 'enough.json'), 'utf8')).toContain('"url":"https://other.example"')
  })

  test('the site may stand in a folder of a web host', async () => {
    await publish('folder', 'https://me.example/fund/')
    const text = (path: string) => readFile(join(folder, 'folder', path), 'utf8')
    expect(await text('enough.json')).toContain('"url":"https://me.example/fund"')
    expect(await text('v/obtool/index.html')).toContain('<link rel="canonical" href="https://me.example/fund/v/obtool/" />')
    // Given out at any depth, it can only be found from the root of the host.
    expect(await text('404.html')).toContain('src="/fund/assets/main-1.js"')
    await expect(publish('nowhere', 'me.example')).rejects.toThrow(
      /^Failed to publish: PUBLIC_URL "me\.example" is no address of a site\. Write .+\.$/,
    )
  })

  test('a folder with other files, a file and an app that is not built are refused in a sentence', async () => {
    await mkdir(join(folder, 'full'))
    await writeFile(join(folder, 'full', 'index.html'), 'mine')
    await expect(publish('full')).rejects.toThrow(/^Failed to publish into full: it holds other files\. Name .+\.$/)
    expect(await filesOf('full')).toEqual(['index.html'])
    await writeFile(join(folder, 'file'), '')
    await expect(publish('file')).rejects.toThrow(/^Failed to publish into file: it is a file\. Name a folder\.$/)
    const { terminal: to } = terminal()
    await expect(publishSite(to, { data, shown: 'new', json: false }, join(folder, 'none'))).rejects.toThrow('is not built')
    expect(existsSync(join(folder, 'new'))).toBe(false)
  })

  test('takes one folder, and a data folder that is there', async () => {
    for (const words of [['publish'], ['publish', 'one', 'two'], ['publish', 'one', '--home', 'EUR']]) {
      const { said, terminal: to } = terminal()
      expect(await runCli(words, to)).toBe(2)
      expect(said.err).toMatch(/^Failed to understand the call: .+\n\nenough: /)
    }
    const { terminal: to } = terminal()
    const wish = { data: join(folder, 'nowhere'), shown: 'new', json: false }
    await expect(publishSite(to, wish, built)).rejects.toThrow(/^Failed to publish: there is nothing in .+\. Name the data folder/)
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  })
})
