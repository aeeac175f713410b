import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtAssets } from './built-assets.ts'

const MANIFEST = {
  'src/web/patron/main.tsx': { file: 'assets/main-1.js', isEntry: true, css: ['assets/main-1.css'], imports: ['_a.js'] },
  '_a.js': { file: 'assets/a.js', css: ['assets/a.css', 'assets/main-1.css'], imports: ['_a.js'] },
  'src/web/patron/venture/page.tsx': { file: 'assets/later.js', css: ['assets/later.css'] },
}
let folder = ''
beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'enough-built-')), 'dist-public')
  await mkdir(join(folder, '.vite'), { recursive: true })
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, '.vite', 'manifest.json'), JSON.stringify(MANIFEST))
  await writeFile(join(folder, 'assets', 'main-1.js'), 'x')
  await writeFile(join(folder, '..', 'secret.json'), '{}')
})
afterAll(() => rm(join(folder, '..'), { recursive: true }))

test('a page loads the entry, and the styles of all that it needs at once', () => {
  expect(builtAssets(folder)).toMatchObject({ script: 'assets/main-1.js', styles: ['assets/main-1.css', 'assets/a.css'] })
  expect(builtAssets(join(folder, 'none'))).toBeUndefined()
})

test('only files of the build are given out', async () => {
  const assets = builtAssets(folder)
  expect(await assets?.file('assets/main-1.js')).toEqual({ bytes: new TextEncoder().encode('x'), type: 'text/javascript; charset=utf-8' })
  for (const path of [
    'assets/none.js',
    'assets//main-1.js',
    '.vite/manifest.json',
    '../secret.json',
    'assets/../../secret.json',
    'assets',
    '',
    'assets/\0.js',
  ]) {
    expect(await assets?.file(path), path).toBeUndefined()
  }
})
