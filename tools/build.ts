import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const PAGES = ['src/web', 'src/contract', 'src/domain', 'src/bank', 'src/public', 'public', 'vite.config.ts', 'package-lock.json']

/** What each build is made of; the demo holds the whole app. */
const SOURCES = {
  dist: [...PAGES, 'index.html'],
  'dist-public': PAGES,
  'dist-demo': ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'],
}
const ARGUMENTS = { dist: [], 'dist-public': ['--mode', 'public'], 'dist-demo': ['--mode', 'mock', '--outDir', 'dist-demo'] }

/** Builds the page into the folder when it is missing or older than what it is made of. Answers whether it had to. */
export async function ensureBuilt(folder: keyof typeof SOURCES): Promise<boolean> {
  if (await isFresh(folder)) return false
  await build(folder)
  return true
}

async function isFresh(folder: keyof typeof SOURCES): Promise<boolean> {
  // The last file that Vite writes, of every build.
  const built = join(root, folder, '.vite', 'manifest.json')
  if (!existsSync(built)) return false
  const { mtimeMs } = await stat(built)
  const newest = await Promise.all(SOURCES[folder].map((source) => newestChange(join(root, source))))
  return Math.max(...newest) < mtimeMs
}

/** Milliseconds of the last change below a path, folders too, since a removed file changes only its folder. 0 when it is not there. */
async function newestChange(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0
  const inside = await readdir(path)
  const changes = await Promise.all(inside.map((name) => newestChange(join(path, name))))
  return Math.max(found.mtimeMs, ...changes)
}

async function build(folder: keyof typeof SOURCES): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', ...ARGUMENTS[folder]], { cwd: root, stdio: 'inherit' })
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('exit', resolve))
  if (code !== 0) throw new Error(`Failed to build ${folder}: vite ended with ${code}. See its lines above.`)
}
