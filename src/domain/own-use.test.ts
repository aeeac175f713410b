import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergedUse, readOwnUse, weightsByUse, type UsedPackage } from './own-use.ts'

const read = (json: unknown) => readOwnUse(JSON.stringify(json))
const packagesOf = (json: unknown): UsedPackage[] => {
  const use = read(json)
  return 'packages' in use ? use.packages : []
}
const direct = (name: string) => ({ package: `pkg:npm/${name}`, direct: true })
const indirect = (name: string) => ({ package: `pkg:npm/${name}`, direct: false })

test('a package.json tells what is asked for, under the name that npm knows, without folders beside', () => {
  const manifest = {
    name: 'mine',
    dependencies: { '@scope/b': '^1', a: '*', alias: 'npm:@real/name@^2', short: 'npm:real', beside: 'file:../x', own: 'workspace:*' },
    devDependencies: { a: '^2', c: 'github:o/c' },
    optionalDependencies: { d: '1' },
    peerDependencies: { e: '1' },
  }
  const names = ['%40real/name', '%40scope/b', 'a', 'c', 'd', 'e', 'real']
  expect(read(manifest)).toEqual({ file: 'package.json', packages: names.map(direct) })
})

test('a lock file of version 1 tells a tree, in which what nobody requires was asked for', () => {
  const lock = {
    lockfileVersion: 1,
    dependencies: {
      a: { version: '1.0.0', requires: { b: '^1' }, dependencies: { b: { version: '1.0.0', requires: { c: '1' } } } },
      b: { version: '2.0.0' },
      c: { version: '1.0.0' },
      d: { version: 'npm:@s/d@1.0.0' },
      e: { version: 'file:../e' },
    },
  }
  expect(read(lock)).toEqual({ file: 'package-lock.json', packages: [direct('%40s/d'), direct('a'), indirect('b'), indirect('c')] })
})

test.each([2, 3])('a lock file of version %d tells folders, and its root and workspaces what was asked for', (lockfileVersion) => {
  const lock = {
    lockfileVersion,
    packages: {
      '': { dependencies: { '@s/a': '^1', renamed: 'npm:x@1', part: '*' }, workspaces: ['parts/*'] },
      'node_modules/@s/a': { version: '1.0.0', dependencies: { b: '1' } },
      'node_modules/@s/a/node_modules/b': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', dev: true },
      'node_modules/renamed': { name: 'x', version: '1.0.0' },
      'node_modules/part': { link: true, resolved: 'parts/part' },
      'parts/part': { devDependencies: { c: '1', d: '1' } },
      'parts/part/node_modules/c': { version: '1.0.0' },
      'node_modules/c': { version: '2.0.0' },
      'node_modules/d': { version: '1.0.0' },
    },
    dependencies: { ignored: { version: '1.0.0' } },
  }
  const packages = [direct('%40s/a'), indirect('b'), direct('c'), direct('d'), direct('x')]
  expect(read(lock)).toEqual({ file: 'package-lock.json', packages })
})

test('of this project, the lock file tells as direct exactly what its package.json asks for', () => {
  const [manifest, lock] = ['package.json', 'package-lock.json'].map((file) => readOwnUse(readFileSync(file, 'utf8')))
  if (!manifest || !lock || !('packages' in manifest) || !('packages' in lock)) throw new Error('Failed to read the files of this project.')
  expect(lock.packages.filter(({ direct }) => direct)).toEqual(manifest.packages)
  expect(lock.packages.length).toBeGreaterThan(manifest.packages.length * 2)
})

test.each(['1.4', '1.5', '1.6'])('CycloneDX %s tells components, nested ones too, and on what the root depends', (specVersion) => {
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion,
    metadata: { component: { 'bom-ref': 'root', purl: 'pkg:npm/mine@1.0.0' } },
    components: [
      { 'bom-ref': 'a', purl: 'pkg:npm/%40s/a@1.0.0?x=y', components: [{ 'bom-ref': 'b', purl: 'pkg:npm/B@2.0.0' }] },
      { 'bom-ref': 'c', purl: 'pkg:pypi/c@1' },
      { 'bom-ref': 'd', name: 'without a package URL' },
    ],
    dependencies: [
      { ref: 'root', dependsOn: ['a', 'c'] },
      { ref: 'a', dependsOn: ['b'] },
    ],
  }
  const packages = [direct('%40s/a'), indirect('b'), { package: 'pkg:pypi/c', direct: true }]
  expect(read(bill)).toEqual({ file: 'CycloneDX', packages })
})

test('a bill without dependencies claims no direct use', () => {
  const bill = { bomFormat: 'CycloneDX', specVersion: '1.5', components: [{ purl: 'pkg:npm/a@1' }], dependencies: [{}] }
  expect(packagesOf(bill)).toEqual([indirect('a')])
})

test.each([
  ['', 'no JSON'],
  ['a,b\n1,2', 'no JSON'],
  ['{"lockfileVersion": 4}', 'version'],
  ['{"bomFormat": "CycloneDX", "specVersion": "1.3"}', 'CycloneDX of a version'],
  ['{"spdxVersion": "SPDX-2.3"}', 'SPDX'],
  ['{"name": "x"}', 'No dependencies'],
  ['[]', 'No dependencies'],
  ['null', 'No dependencies'],
])('%s is told as a problem', (text, words) => {
  const use = readOwnUse(text)
  expect('problem' in use ? use.problem : '').toContain(words)
})

test('any text and any JSON is read without an error, and what is found is sorted and there once', () => {
  const key = fc.constantFrom(
    'dependencies',
    'packages',
    'requires',
    'components',
    'metadata',
    'component',
    'bom-ref',
    'purl',
    'link',
    'name',
  )
  const shaped = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, fc.jsonValue(), fc.constantFrom('pkg:npm/a', 'npm:@'), tie('list'), tie('fields')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    fields: fc.dictionary(fc.oneof(key, fc.constantFrom('node_modules/', 'a/node_modules/@b/c', '__proto__', '@')), tie('value'), {
      maxKeys: 4,
    }),
  })).fields
  const head = fc.constantFrom({ lockfileVersion: 1 }, { lockfileVersion: 3 }, { bomFormat: 'CycloneDX', specVersion: '1.6' }, {})
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc.tuple(head, shaped).map(([head, rest]) => JSON.stringify({ ...(rest as object), ...head })),
  )
  fc.assert(
    fc.property(text, (text) => {
      const use = readOwnUse(text)
      if ('problem' in use) expect(use.problem).toMatch(/Give .+\.$/)
      if (!('packages' in use)) return
      const names = use.packages.map((used) => used.package)
      expect(names).toEqual([...new Set(names)].sort())
    }),
    { numRuns: 300 },
  )
  expect(readOwnUse('['.repeat(200_000))).toHaveProperty('problem')
  const deep = `{"lockfileVersion":1,"dependencies":${'{"a":{"dependencies":'.repeat(2000)}{}${'}}'.repeat(2000)}}`
  expect(readOwnUse(deep)).toHaveProperty('packages', [direct('a')])
})

test('several files together tell each package once', () => {
  expect(
    mergedUse([
      [indirect('a'), direct('b')],
      [direct('a'), indirect('c')],
    ]),
  ).toEqual([direct('a'), direct('b'), indirect('c')])
})

test('a venture weighs 3 for each package used directly and 1 for each other, by whatever way it writes them', () => {
  const used = [direct('%40s/a'), indirect('b'), indirect('c')]
  const claim = (name: string, address: string) => ({ package: name, address })
  const claimed = [
    claim('pkg:npm/@s/A', 'one'),
    claim('pkg:npm/%40s/a@2', 'one'),
    claim('pkg:npm/b', 'one'),
    claim('pkg:npm/b', 'two'),
    claim('pkg:npm/unused', 'three'),
    claim('no package', 'four'),
  ]
  expect([...weightsByUse(used, claimed)]).toEqual([
    ['one', 4],
    ['two', 1],
  ])
})
