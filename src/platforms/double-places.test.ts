import { expect, test } from 'vitest'
import { isPlaced, mayLand, mayPair } from '#domain/double.ts'
import { platforms } from './registry.ts'

test('of each platform it is decided what it knows of a payment, for the search of doubles', () => {
  expect(platforms.map(({ id }) => id).filter((id) => !isPlaced(id))).toEqual([])
})

test('platforms that measure time tell of no payment', () => {
  for (const { id } of platforms) {
    for (const time of ['toggl', 'clockify', 'harvest', 'timewarrior', 'timeclock']) {
      expect([mayPair(id, time), mayPair(time, id), mayLand(id, time), mayLand(time, id)]).toEqual([false, false, false, false])
    }
  }
})

test('what any platform with payments pays out may arrive in a bank, whichever kind of file the bank writes', () => {
  for (const id of ['github-sponsors', 'patreon', 'bandcamp', 'etsy', 'stripe', 'paypal', 'upwork', 'kdp']) {
    expect(mayLand(id, 'bank')).toBe(true)
  }
})
