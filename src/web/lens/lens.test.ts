import { expect, test } from 'vitest'
import { to } from '#web/shell/path-builder.ts'
import { chosenLens, inLens, keepLens, LENSES, lensTag, netHeading, readLens } from './lens.ts'

test('the lens stands in the address, and cash needs no word', () => {
  for (const lens of LENSES) expect(readLens(new URLSearchParams({ lens }))).toBe(lens)
  expect(readLens(new URLSearchParams())).toBe('cash')
  expect(readLens(new URLSearchParams('lens=gross'))).toBe('cash')
})

test('a lens that was chosen is kept on the way to every page, and one that was not stays the page’s own', () => {
  const pages = [to.month(), to.month('2026-10', { by: 'stream' }), to.streams(), to.stream(3), to.patrons(), to.time(), to.outlook()]
  const others = [to.ledger({ month: '2026-10' }), to.target(), to.needs(3), to.sharing(), to.pledges(), to.settings(), to.import()]
  const searchOf = (path: string) => new URLSearchParams(path.split('?')[1])
  for (const path of [...pages, ...others]) {
    expect(keepLens(path, new URLSearchParams())).toBe(path)
    for (const lens of LENSES) {
      const kept = keepLens(path, new URLSearchParams({ lens }))
      expect(chosenLens(searchOf(kept))).toBe(lens)
      expect(kept.split('?')[0]).toBe(path.split('?')[0])
      for (const [key, value] of searchOf(path)) expect(searchOf(kept).get(key)).toBe(value)
    }
  }
})

test('a path that names its lens is not turned, and what is chosen on it is said', () => {
  expect(keepLens('/streams?lens=smoothed', new URLSearchParams('lens=dependable'))).toBe('/streams?lens=smoothed')
  expect(inLens('/patrons?lens=cash', 'smoothed')).toBe('/patrons?lens=smoothed')
  expect(inLens('/', 'cash')).toBe('/?lens=cash')
  expect(keepLens('/streams', new URLSearchParams('lens=gross'))).toBe('/streams')
})

test('each figure bears the name of its lens', () => {
  expect(LENSES.map(lensTag)).toEqual(['cash, net', 'smoothed, net', 'dependable, net'])
  expect(LENSES.map(netHeading)).toEqual(['Net, cash', 'Net, smoothed', 'Net, dependable'])
})
