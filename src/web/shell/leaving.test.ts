import { afterEach, expect, test, vi } from 'vitest'
import { askBeforeLeaving, askingLocation, leave } from './leaving.ts'
import type { LocationSource } from './location.ts'

let stop = () => {}
afterEach(() => stop())

function asked(answer: boolean) {
  const ask = vi.fn<() => Promise<boolean>>(async () => answer)
  stop = askBeforeLeaving(ask)
  return ask
}

function fakeLocation(first: string): LocationSource & { back: (address: string) => void } {
  let at = first
  let listener = () => {}
  return {
    read: () => at,
    href: (address) => address,
    push: (address) => void (at = address),
    replace: (address) => void (at = address),
    subscribe(next) {
      listener = next
      return () => {}
    },
    scrolled: () => 0,
    scrollTo: () => {},
    back(address) {
      at = address
      listener()
    },
  }
}

test('a page with nothing unsaved is left at once', () => {
  const act = vi.fn<() => Promise<void>>(async () => {})
  void leave('/a', '/b', act)
  expect(act).toHaveBeenCalledOnce()
})

test('a page that says no stays, one that says yes is left, and its own filters are no leaving', async () => {
  const act = vi.fn<() => Promise<void>>(async () => {})
  const no = asked(false)
  await leave('/a', '/b', act)
  expect(act).not.toHaveBeenCalled()
  await leave('/a', '/a?x=1', act)
  expect(act).toHaveBeenCalledOnce()
  expect(no).toHaveBeenCalledOnce()
  asked(true)
  await leave('/a', '/b', act)
  expect(act).toHaveBeenCalledTimes(2)
})

test('a step back is taken back until the page is left', async () => {
  const location = fakeLocation('/a')
  const asking = askingLocation(location)
  const listener = vi.fn<() => void>()
  asking.subscribe(listener)
  asking.push('/edit')
  asked(false)
  location.back('/a')
  await vi.waitFor(() => expect(location.read()).toBe('/edit'))
  expect(listener).not.toHaveBeenCalled()
  asked(true)
  location.back('/a')
  await vi.waitFor(() => expect(listener).toHaveBeenCalledOnce())
  expect(location.read()).toBe('/a')
})
