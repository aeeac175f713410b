import { expect, test } from 'vitest'
import { packagesOf, siteOf, type OfferedFile } from './public-files.ts'
import { placeOf } from './public-site.ts'

test('without a word the site stands at the root, and an API answers', () => {
  expect(placeOf(() => undefined, 'https://ventures.example/v/obtool')).toEqual({ root: '/', files: false })
})

test('plain files say where their root is, relative to the page', () => {
  const meta = (name: string) => ({ 'enough-root': '../../', 'enough-files': '1' })[name]
  expect(placeOf(meta, 'https://host.example/some/folder/v/obtool/')).toEqual({ root: '/some/folder/', files: true })
  expect(placeOf(meta, 'https://host.example/some/folder/v/obtool/index.html?x=1#y')).toEqual({ root: '/some/folder/', files: true })
})

test('files tell the currencies that are in them, take no pledges, and which packages are claimed', () => {
  const ventures = [
    { address: 'obtool', title: 'Obtool', currency: 'USD', packages: ['pkg:npm/obtool'] },
    { address: 'kiln', title: 'Tiny kiln', currency: 'EUR', packages: [] },
  ] as unknown as OfferedFile['ventures']
  expect(siteOf({ name: 'Ventures', url: 'https://v.example', ventures }, '2026-11-26')).toMatchObject({
    pledges: false,
    rates: { currencies: ['EUR', 'USD'] },
  })
  expect(packagesOf({ ventures })).toEqual([{ package: 'pkg:npm/obtool', address: 'obtool', title: 'Obtool' }])
})
