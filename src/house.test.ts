import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as rules from '../tools/house-rules.ts'
import type { Limits, Plan } from '../tools/house-rules.ts'

/**
 * The floor plan, and the test that it holds. Rooms stand from the one that knows least to the one that knows most; what a
 * room may touch is all there is to them. README.md draws the same plan.
 */
const PLAN: Plan = {
  rooms: {
    domain: { rooms: [], packages: [] },
    contract: { rooms: ['domain'], packages: ['zod'] },
    bank: { rooms: ['domain'], packages: ['ibantools', 'uqr'] },
    platforms: { rooms: ['domain'], packages: ['saxes', '@zip.js/zip.js'] },
    storage: { rooms: ['domain'], packages: ['kysely', '@sqlite.org/sqlite-wasm'] },
    http: { rooms: ['contract'], packages: ['zod'] },
    public: {
      rooms: ['domain', 'contract', 'bank', 'http'],
      // Of the storage only a bare SQLite: the public app has no way to a book.
      types: { storage: ['src/storage/node-handle.ts', 'src/storage/wasm-handle.ts'] },
      packages: [
        'hono',
        'zod',
        '@noble/hashes',
        '@hono/node-server',
        'micromark',
        'minisearch',
        'yaml',
        'stripe',
        'uqr',
        '@resvg/resvg-wasm',
      ],
    },
    server: {
      rooms: ['domain', 'contract', 'bank', 'platforms', 'storage', 'http', 'public'],
      packages: ['hono', 'zod', '@noble/hashes', '@hono/node-server', 'stripe', 'nodemailer', 'ipaddr.js'],
    },
    web: {
      rooms: ['domain', 'bank', 'mock'],
      // Zod stays out of the first page: the addresses are plain data, the shapes are types.
      types: {
        contract: ['src/contract/paths.ts', 'src/contract/public-paths.ts', 'src/contract/agreed-paths.ts'],
        public: ['src/public/browse.ts', 'src/public/browse-offer.ts', 'src/public/markdown.ts'],
      },
      packages: [
        'react',
        'react-dom',
        'recharts',
        '@tanstack/react-query',
        '@tanstack/react-virtual',
        '@noble/hashes',
        '@cantoo/pdf-lib',
        '@cantoo/fontkit',
        '@expo-google-fonts/noto-serif',
        'uqr',
      ],
    },
    mock: { rooms: ['domain', 'contract', 'storage', 'public', 'server'], packages: ['msw'] },
  },
  only: {
    '#mock': /^src\/web\/main\.tsx$/,
    '@sqlite.org/sqlite-wasm': /^src\/storage\/wasm-/,
    '@hono/node-server': /^src\/(server\/(main\.ts|node\/)|public\/node\/)/,
    stripe: /^src\/(server|public)\/node\//,
    nodemailer: /^src\/server\/node\//,
    'ipaddr.js': /^src\/server\/node\//,
    '@resvg/resvg-wasm': /^src\/public\/node\//,
  },
  node: /^src\/(server\/(main|cli)\.ts|(server|public)\/node\/|storage\/node-)/,
}

const LIMITS: Limits = {
  fileLines: 300,
  functionLines: 70,
  componentLines: 120,
  parameters: 3,
  longFiles: /(\/samples\/|src\/domain\/ecb-table\.ts)/,
}

/** A default export is for tools that take nothing else. */
const DEFAULT_EXPORTS = ['vite.config.ts', 'e2e/playwright.config.ts', 'e2e/build.ts']
/** What the page may load before its first chart and its first form. */
const FIRST_PAGE = ['@tanstack/react-query', '@tanstack/react-virtual', 'react', 'react-dom']
const MONEY_ROOMS = /^src\/(domain|platforms|storage|server)\//
const FLOATS = /^(parseFloat|toFixed|toPrecision|Math\.(round|fround))$/
const IMPURE = /^(Date\.now|Math\.random|fetch|crypto|performance|process|localStorage|setTimeout|console)$/
const MACHINE = /(^|[\s"'`(=])\/(work|home|root|Users|tmp\/work)\/|[A-Z]:\\Users\\/
const REGISTRY = /"resolved": "|registry\.(npmjs|yarnpkg)/

const root = fileURLToPath(new URL('..', import.meta.url))
const paths = ['src', 'e2e', 'bench', 'tools', 'docs', 'public', '.ci', '.'].flatMap(filesIn)
const files = paths.filter((path) => /\.tsx?$/.test(path)).map((path) => rules.sourceFile(path, textOf(path)))
const source = files.filter(({ path }) => path.startsWith('src/'))
const product = source.filter(({ path }) => !rules.isTest(path))

/** Files below a folder; of the root itself only its own. */
function filesIn(folder: string): string[] {
  if (!existsSync(root + folder)) return []
  const inside = readdirSync(root + folder, { recursive: folder !== '.', encoding: 'utf8' })
  const named = inside.map((name) => (folder === '.' ? name : `${folder}/${name.replaceAll('\\', '/')}`))
  return named.filter((path) => statSync(root + path).isFile())
}

function textOf(path: string): string {
  return readFileSync(root + path, 'utf8')
}

describe('the house', () => {
  test('each room imports only what the floor plan allows', () => {
    expect(source.flatMap((file) => rules.importTrouble(file, PLAN))).toEqual([])
  })

  test('no import goes round in a circle', () => {
    expect(rules.cycles(files)).toEqual([])
  })

  test('files and functions are short and take few parameters', () => {
    expect(files.flatMap((file) => rules.shapeTrouble(file, LIMITS))).toEqual([])
  })

  test('paths are kebab-case and say what is inside', () => {
    const rooms = paths.filter((path) => /^(src|e2e|bench|tools)\//.test(path) && !path.includes('/samples/'))
    expect(rooms.flatMap(rules.nameTrouble)).toEqual([])
  })

  test('exports are named', () => {
    const unnamed = files.filter((file) => file.defaultExports.length > 0).map(({ path }) => path)
    expect(unnamed.filter((path) => !DEFAULT_EXPORTS.includes(path))).toEqual([])
  })

  test('no floating point holds money', () => {
    const reason = 'rounds in floating point; see domain/money.ts'
    expect(product.filter(({ path }) => MONEY_ROOMS.test(path)).flatMap((file) => rules.useTrouble(file, FLOATS, reason))).toEqual([])
  })

  test('the domain and the readers know no clock, no network and no chance', () => {
    const pure = product.filter(({ path }) => /^src\/(domain|platforms)\//.test(path))
    expect(pure.flatMap((file) => rules.useTrouble(file, IMPURE, 'comes in as an argument'))).toEqual([])
    const days = product.filter(({ path }) => path.startsWith('src/domain/') && path !== 'src/domain/zone.ts')
    expect(days.flatMap((file) => rules.useTrouble(file, /^(Date|Intl)(\.|$)/, 'belongs in zone.ts'))).toEqual([])
  })

  test('the first page loads neither charts nor zod nor the app of the mock', () => {
    const extra = rules.loadedWith('src/web/main.tsx', files).filter((name) => !FIRST_PAGE.includes(name))
    expect(extra).toEqual([])
  })

  test('no drawn data moves by itself', () => {
    const drawn = product.flatMap(({ path, elements }) => elements.map((element) => ({ path, ...element })))
    const moving = drawn.filter(({ name, attributes }) => /^(Bar|Line|Area)$/.test(name) && !attributes.includes('isAnimationActive'))
    expect(moving.map(({ path, line, name }) => `${path}:${line}: ${name} needs isAnimationActive={false}`)).toEqual([])
  })

  test('every chart stands in a figure, with its sentence and its table', () => {
    const draws = product.filter(
      ({ imports, path }) => /-(chart|figure)\.tsx$/.test(path) || imports.some(({ from }) => from === 'recharts'),
    )
    const holds = (path: string) => product.some((file) => file.path === path && file.elements.some(({ name }) => name === 'ChartFigure'))
    const shownBy = (path: string) => product.filter((file) => rules.importsOf(file).includes(path)).map((file) => file.path)
    const inFigure = (path: string): boolean =>
      path.endsWith('ui/chart-figure.tsx') || holds(path) || (shownBy(path).length > 0 && shownBy(path).every(inFigure))
    expect(draws.map(({ path }) => path).filter((path) => !inFigure(path))).toEqual([])
    const figures = product.flatMap(({ path, elements }) =>
      elements.filter(({ name }) => name === 'ChartFigure').map((element) => ({ path, ...element })),
    )
    expect(figures.filter(({ attributes }) => !['title', 'summary', 'table'].every((name) => attributes.includes(name)))).toEqual([])
    expect(figures.length).toBeGreaterThan(0)
  })

  test('no test is switched off', () => {
    expect(files.filter(({ path }) => rules.isTest(path)).flatMap(rules.silencedTests)).toEqual([])
  })

  test('no file names a machine or a registry', () => {
    const texts = paths.filter((path) => /\.(tsx?|json|md|css|html|sh|yml|webmanifest)$|^\.ci\//.test(path) && path !== 'src/house.test.ts')
    expect(texts.filter((path) => MACHINE.test(textOf(path)) || REGISTRY.test(textOf(path)))).toEqual([])
  })
})

describe('the rules can fail', () => {
  const bad = (path: string, text: string) => rules.sourceFile(path, text)
  const imports = (path: string, text: string) => rules.importTrouble(bad(path, text), PLAN)

  test.each([
    ['src/domain/x.ts', "import { z } from 'zod'"],
    ['src/domain/x.ts', "import { Book } from '#contract/book.ts'"],
    ['src/contract/x.ts', "import type { Storage } from '#storage/storage.ts'"],
    ['src/platforms/x/read.ts', "import { readFile } from 'node:fs'"],
    ['src/platforms/x/read.ts', "export { openStorage } from '#storage/sql-storage.ts'"],
    ['src/storage/sql-storage.ts', "import { DatabaseSync } from 'node:sqlite'"],
    ['src/storage/sql-storage.ts', "import init from '@sqlite.org/sqlite-wasm'"],
    ['src/storage/x.ts', "import type { Book } from '#contract/book.ts'"],
    ['src/server/x.ts', "import { App } from '#web/shell/app.tsx'"],
    ['src/server/x.ts', "const worker = new Worker(new URL('#mock/api-worker.ts', import.meta.url))"],
    ['src/web/x.ts', "import { Book } from '#contract/book.ts'"],
    ['src/web/x.ts', "import { Book } from '../contract/book.ts'"],
    ['src/web/x.ts', "await import('#mock/browser.ts')"],
    ['src/web/main.tsx', "import { startMock } from '#mock/browser.ts'"],
    ['src/web/x.ts', "import type { Storage } from '#storage/storage.ts'"],
    ['src/mock/x.ts', "import { App } from '#web/shell/app.tsx'"],
    ['src/cellar/x.ts', ''],
  ])('%s may not hold %s', (path, text) => expect(imports(path, text)).toHaveLength(1))

  test.each([
    ['src/web/x.ts', "import type { Book } from '#contract/book.ts'; import { paths } from '#contract/paths.ts'"],
    ['src/web/main.tsx', "await import('#mock/browser.ts')"],
    ['src/storage/node-sqlite.ts', "import { DatabaseSync } from 'node:sqlite'"],
    ['src/server/x.test.ts', "import { test } from 'vitest'; import { readFile } from 'node:fs'; import './x.ts'"],
  ])('%s may hold %s', (path, text) => expect(imports(path, text)).toEqual([]))

  test('a long function, a long file, many parameters and a barrel are noticed', () => {
    const trouble = (path: string, text: string) => rules.shapeTrouble(bad(path, text), LIMITS)
    const lines = (n: number) => '\n'.repeat(n)
    expect(trouble('src/web/x.ts', `const long = () => {${lines(70)}}`)).toEqual(['src/web/x.ts:1: long has 71 lines, at most 70'])
    expect(trouble('src/web/x.tsx', `export function Card() {${lines(119)}}`)).toEqual([])
    expect(trouble('src/web/x.tsx', `export function Card() {${lines(120)}}`)).toHaveLength(1)
    expect(trouble('src/web/x.ts', lines(301))).toEqual(['src/web/x.ts: 301 lines, at most 300'])
    expect(trouble('src/web/x.ts', 'function f(a, b, c, d) {}')).toHaveLength(1)
    expect(trouble('src/web/x.ts', "export * from './y.ts'\nexport { z } from './z.ts'")).toHaveLength(1)
  })

  test('a circle is noticed, and one of types is none', () => {
    const there = bad('src/web/a.ts', "import { b } from './b.ts'")
    expect(rules.cycles([there, bad('src/web/b.ts', "import { a } from '#web/a.ts'")])).toEqual([
      'src/web/a.ts → src/web/b.ts → src/web/a.ts',
    ])
    expect(rules.cycles([there, bad('src/web/b.ts', "import type { A } from './a.ts'")])).toEqual([])
  })

  test('what a page loads is followed through its files, but not into what it loads later', () => {
    const main = bad('src/web/main.tsx', "import './a.tsx'; import type { z } from 'zod'")
    const a = bad('src/web/a.tsx', "import 'recharts/es6'; const later = import('hono'); export { b } from '@tanstack/react-query'")
    expect(rules.loadedWith('src/web/main.tsx', [main, a])).toEqual(['@tanstack/react-query', 'recharts'])
  })

  test.each(['src/web/Card.tsx', 'src/web/utils/x.ts', 'src/web/helpers.ts', 'src/web/a_b.ts', 'src/web/index.ts'])(
    '%s is no name',
    (path) => {
      expect(rules.nameTrouble(path)).toHaveLength(1)
    },
  )

  test.each(['parseFloat(text)', 'Number.parseFloat(text)', '(amount / 100).toFixed(2)', 'Math.round(amount)'])('%s is noticed', (text) => {
    expect(rules.useTrouble(bad('src/domain/x.ts', text), FLOATS, '')).toHaveLength(1)
  })

  test.each(['only', 'skip', 'todo', 'fixme'])('a test that is switched by .%s is noticed', (word) => {
    const text = `test.${word}('x', run); describe.each([1]).${word}('y', run); test.describe.${word}('z', run)`
    expect(rules.silencedTests(bad('src/x.test.ts', text))).toHaveLength(3)
  })

  test('a skip under a condition is none', () => {
    const text = `test.${'skip'}(host === 'page', 'there is no server to stop'); test.skipIf(missing)('x', run)`
    expect(rules.silencedTests(bad('e2e/x.spec.ts', text))).toEqual([])
  })

  test.each(['home', 'work', 'root', 'Users'])('a path below /%s names a machine', (folder) => {
    expect(`see /${folder}/someone/book`).toMatch(MACHINE)
    expect(`an address like example.org/${folder}/someone`).not.toMatch(MACHINE)
  })
})
