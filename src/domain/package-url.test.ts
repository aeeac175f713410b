import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packageUrl } from './package-url.ts'

test.each([
  ['pkg:npm/obtool', 'pkg:npm/obtool'],
  ['pkg:npm/%40scope/name', 'pkg:npm/%40scope/name'],
  ['pkg:npm/@scope/name', 'pkg:npm/%40scope/name'],
  ['pkg:npm/@scope/name@1.2.3', 'pkg:npm/%40scope/name'],
  ['pkg:npm/%40Scope/Name@1.2.3?vcs_url=git#src', 'pkg:npm/%40scope/name'],
  [' PKG:NPM//Obtool@1.0.0-beta.1%2Bx ', 'pkg:npm/obtool'],
  ['pkg:pypi/Django_Rest@3', 'pkg:pypi/django-rest'],
  ['pkg:github/Owner/Repo', 'pkg:github/owner/repo'],
  ['pkg:maven/org.Apache/Commons@1?type=jar', 'pkg:maven/org.Apache/Commons'],
  ['pkg:golang/github.com/a/b@v1#cmd', 'pkg:golang/github.com/a/b'],
  ['pkg:generic/a b', 'pkg:generic/a%20b'],
  ['pkg:generic/a:b!', 'pkg:generic/a:b%21'],
])('%s is %s', (text, url) => expect(packageUrl(text)).toBe(url))

test.each([
  '',
  'obtool',
  'npm/obtool',
  'pkg:',
  'pkg:npm',
  'pkg:npm/',
  'pkg:npm/?a=b',
  'pkg:npm/%',
  'pkg:npm/%ff',
  'pkg:1x/y',
  'http://x/y',
])('"%s" is no package URL', (text) => expect(packageUrl(text)).toBeUndefined())

test('what is normalised stays as it is, whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom('@', '/', '%40', '%2F', '?', '#', 'A', 'é', ' ', '_', ':'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  const text = fc.tuple(fc.constantFrom('npm', 'pypi', 'Maven', 'x'), fc.array(piece, { maxLength: 8 }))
  fc.assert(
    fc.property(text, ([type, pieces]) => {
      const url = packageUrl(`pkg:${type}/${pieces.join('')}`)
      if (url === undefined) return
      expect(packageUrl(url)).toBe(url)
      expect(packageUrl(`${url}@1.0.0?a=b#c`)).toBe(url)
      expect(url).toMatch(/^pkg:[a-z0-9.+-]+\/[\w.~:%/-]+$/)
    }),
    { numRuns: 500 },
  )
})
