import { expect, test } from 'vitest'
import { to } from '#web/shell/path-builder.ts'
import { doublesParams, PAGE, readDoublesView, viewAddress, type View } from './view.ts'

test('a view that is written into the address is read from it again', () => {
  const views: View[] = [
    { state: 'proposed', from: 0 },
    { state: 'refused', from: 40 },
    { state: 'ruled', from: 0, counts: 3, covered: 7 },
  ]
  for (const view of views) {
    const address = to.doubles(viewAddress(view))
    expect(readDoublesView(new URLSearchParams(address.split('?')[1]))).toEqual(view)
  }
  expect(to.doubles(viewAddress({ state: 'proposed', from: 0 }))).toBe('/doubles')
})

test('what makes no sense in an address is passed over', () => {
  expect(readDoublesView(new URLSearchParams('state=lost&from=-1&counts=x'))).toEqual({ state: 'proposed', from: 0 })
})

test('the server is asked for one page', () => {
  expect(doublesParams('main', { state: 'proven', from: 20, counts: 3 })).toEqual({
    book: 'main',
    state: 'proven',
    counts: 3,
    offset: 20,
    limit: PAGE,
  })
})
