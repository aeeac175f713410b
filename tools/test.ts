import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * `npm test`: everything that says whether the house is in order, ending in the line `N passed, N failed`. Steps of one row
 * run side by side; each tells its time, and a step that fails prints all it said.
 */
interface Step {
  name: string
  command: string[]
  /** Where the step writes what it counted. */
  report?: string
}
interface Outcome {
  name: string
  ok: boolean
  passed: number
  failed: number
}

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const results = join(root, 'test-results')
const unitReport = join(results, 'unit.json')
const e2eReport = join(results, 'e2e.json')
const tallyFile = join(results, 'tally')
const tool = (path: string) => join(root, 'node_modules', path)
const folders = ['src', 'e2e', 'bench', 'tools', 'vite.config.ts'].filter((path) => existsSync(join(root, path)))

const ROWS: Step[][] = [
  [
    { name: 'types of the domain', command: [tool('typescript/bin/tsc'), '-p', 'tsconfig.domain.json'] },
    { name: 'types', command: [tool('typescript/bin/tsc'), '-p', 'tsconfig.json'] },
    { name: 'lint', command: [tool('oxlint/bin/oxlint'), '--deny-warnings', ...folders] },
    { name: 'format', command: [tool('oxfmt/bin/oxfmt'), '--check', ...folders] },
    { name: 'build', command: [tool('vite/bin/vite.js'), 'build', '--logLevel', 'warn'] },
    { name: 'build of the public pages', command: [tool('vite/bin/vite.js'), 'build', '--mode', 'public', '--logLevel', 'warn'] },
    {
      name: 'build of the demo',
      command: [tool('vite/bin/vite.js'), 'build', '--mode', 'mock', '--outDir', 'dist-demo', '--logLevel', 'warn'],
    },
  ],
  [
    {
      name: 'house, unit, storage and API',
      command: [tool('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
      report: unitReport,
    },
  ],
  [{ name: 'browser', command: [tool('playwright/cli.js'), 'test', '-c', 'e2e/playwright.config.ts'], report: e2eReport }],
]

await rm(results, { recursive: true, force: true })
await mkdir(results, { recursive: true })
const began = performance.now()
const outcomes: Outcome[] = []
for (const row of ROWS) outcomes.push(...(await Promise.all(row.map(run))))
const failed = outcomes.filter((outcome) => !outcome.ok)
if (failed.length > 0) console.log(`\nNot in order: ${failed.map(({ name }) => name).join(', ')}.`)
console.log(`\nAll in ${seconds(began)}.`)
const tally = `${sum(outcomes, 'passed')} passed, ${sum(outcomes, 'failed')} failed`
await writeFile(tallyFile, `${tally}\n`)
console.log(tally)
process.exitCode = failed.length > 0 ? 1 : 0

async function run({ name, command, report }: Step): Promise<Outcome> {
  const start = performance.now()
  const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, CI: '1', NO_COLOR: '1' } })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const code = await new Promise<number | null>((resolve) => child.on('error', () => resolve(null)).on('exit', resolve))
  const counted = report === undefined ? { passed: 0, failed: 0 } : await count(report)
  const ok = code === 0 && counted.failed === 0
  // A step that failed without a failed test of its own counts as one, so that the last line never says 0 failed.
  const counts = { passed: counted.passed, failed: Math.max(counted.failed, ok ? 0 : 1) }
  const told = report === undefined ? '' : `: ${counts.passed} passed, ${counts.failed} failed`
  console.log(`${ok ? '✓' : '✗'} ${name}, ${seconds(start)}${told}`)
  if (!ok) console.log(said.trimEnd())
  return { name, ok, ...counts }
}

/** Vitest and Playwright each write their own shape of report. */
async function count(report: string): Promise<{ passed: number; failed: number }> {
  if (!existsSync(report)) return { passed: 0, failed: 0 }
  const { numPassedTests, numFailedTests, stats } = JSON.parse(await readFile(report, 'utf8'))
  return { passed: numPassedTests ?? stats?.expected ?? 0, failed: numFailedTests ?? (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) }
}

function sum(all: Outcome[], what: 'passed' | 'failed'): number {
  return all.reduce((total, outcome) => total + outcome[what], 0)
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
