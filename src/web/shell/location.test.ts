import { afterEach, expect, test, vi } from 'vitest'
import { hashLocation, rootLocation } from './location.ts'

afterEach(() => vi.unstubAllGlobals())

function at(address: string) {
  const { pathname, search, hash } = new URL(address, 'https://host.example')
  vi.stubGlobal('window', { location: { pathname, search, hash }, history: {} })
}

test('an app behind the # tells its own addresses apart by what stands before them', () => {
  at('/#/public/v/obtool?tag=craft')
  const location = hashLocation('/public')
  expect(location.read()).toBe('/v/obtool?tag=craft')
  expect(location.href('/list')).toBe('#/public/list')
  expect(location.href('/')).toBe('#/public')
  at('/#/public')
  expect(location.read()).toBe('/')
})

test('addresses below a root keep their fragment', () => {
  at('/some/folder/pledge#c2VjcmV0')
  const location = rootLocation('/some/folder/', false)
  expect(location.read()).toBe('/pledge#c2VjcmV0')
  expect(location.href('/pledge#c2VjcmV0')).toBe('/some/folder/pledge#c2VjcmV0')
  expect(location.href('/?tag=craft')).toBe('/some/folder/?tag=craft')
})

test('in a site of plain files each page is a folder', () => {
  at('/some/folder/v/obtool/index.html')
  const location = rootLocation('/some/folder/', true)
  expect(location.read()).toBe('/v/obtool/')
  expect(location.href('/v/obtool')).toBe('/some/folder/v/obtool/')
  expect(location.href('/')).toBe('/some/folder/')
  expect(location.href('/?sort=newest')).toBe('/some/folder/?sort=newest')
})
