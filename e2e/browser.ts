import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright'

/** A Chromium that starts on this machine, as Playwright's `launchOptions` want it. */
export interface Browser {
  /** Absent for the one that Playwright brings itself. */
  executablePath?: string
  /** Environment that only the browser's process gets: where its libraries and fonts lie. */
  env: Record<string, string>
  source: 'CHROMIUM_PATH' | 'playwright' | 'system' | 'package'
}

/** Runs as root and in containers, and keeps the browser from asking the network for anything of its own. */
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const INSTALL_LIMIT_MS = 300_000
const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const run = promisify(execFile)

/**
 * Finds a browser that really starts: CHROMIUM_PATH, Playwright's own, one of the system, a download by Playwright, and on
 * Linux x64 the one inside a registry package. Throws one sentence when there is none.
 */
export async function findBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    const browser: Browser = { executablePath: named, env: {}, source: 'CHROMIUM_PATH' }
    if (await starts(browser)) return browser
    throw new Error(`Failed to start a browser: CHROMIUM_PATH names ${named}, which does not start. Correct it or unset it.`)
  }
  const own: Browser = { env: {}, source: 'playwright' }
  if (existsSync(chromium.executablePath()) && (await starts(own))) return own
  for (const executablePath of SYSTEM.filter((path) => existsSync(path))) {
    const browser: Browser = { executablePath, env: {}, source: 'system' }
    if (await starts(browser)) return browser
  }
  const unpacked = await packaged({ unpack: false })
  if (unpacked) return unpacked
  if ((await downloaded()) && (await starts(own))) return own
  const fromPackage = await packaged({ unpack: true })
  if (fromPackage) return fromPackage
  throw new Error(
    'Failed to find a browser: none is installed and none could be downloaded. Run `npx playwright install chromium`, or set CHROMIUM_PATH.',
  )
}

/** What Playwright's `launch` needs for a browser that was found. */
export function launchOptions(browser: Browser) {
  return {
    ...(browser.executablePath === undefined ? {} : { executablePath: browser.executablePath }),
    env: { ...definedEnv(), ...browser.env },
    chromiumSandbox: false,
    args: ARGS,
  }
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined))
}

/** A browser may be there and yet lack a system library, so each is started once before it is chosen (about 0.1 s). */
async function starts(browser: Browser): Promise<boolean> {
  try {
    const running = await chromium.launch({ ...launchOptions(browser), timeout: 20_000 })
    await running.close()
    return true
  } catch {
    return false
  }
}

/** Lets Playwright download its browser; false when the network does not reach it. */
async function downloaded(): Promise<boolean> {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js')
  const child = spawn(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: INSTALL_LIMIT_MS })
  return new Promise((resolve) => child.on('error', () => resolve(false)).on('exit', (code) => resolve(code === 0)))
}

/** The Chromium of the registry package, kept in a folder named by its version, because the package never refreshes a copy. */
async function packaged({ unpack }: { unpack: boolean }): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = join(root, '.cache', `chromium-${await packageVersion()}`)
  if (!existsSync(folder)) {
    if (!unpack) return undefined
    await unpackInto(folder)
  }
  const browser: Browser = {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    source: 'package',
  }
  return (await starts(browser)) ? browser : undefined
}

async function packageVersion(): Promise<string> {
  const file = join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json')
  if (!existsSync(file)) return 'absent'
  const { version }: { version: string } = JSON.parse(await readFile(file, 'utf8'))
  return version
}

/**
 * Unpacks in a process of its own, because the package changes the environment of the one that imports it, and into a
 * neighbouring folder that is renamed at the end, so that nobody meets a half-written browser.
 */
async function unpackInto(folder: string): Promise<void> {
  const part = `${folder}.${process.pid}.part`
  await mkdir(part, { recursive: true })
  try {
    const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"
    // The package unpacks into TMPDIR, and brings its own libraries when it believes itself on that platform.
    const env = { ...definedEnv(), TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
    await run(process.execPath, ['--input-type=module', '-e', script], { cwd: root, env, timeout: INSTALL_LIMIT_MS })
    await writeFile(join(part, 'fonts.conf'), fontsConf(folder))
    await rename(part, folder)
  } catch (cause) {
    // Another process may have been quicker; its copy serves as well.
    if (!existsSync(folder)) throw new Error('Failed to unpack the browser package: see the cause. Run `npm ci` again.', { cause })
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}

/** The machine's own fonts first, the package's where the machine has none. The package's own file names folders that are not ours. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
}
