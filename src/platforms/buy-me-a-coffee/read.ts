import type { Platform } from '../read.ts'
import { buyMeACoffeeMembers } from './members.ts'
import { buyMeACoffeeSupporters } from './supporters.ts'

export const buyMeACoffee: Platform = {
  id: 'buy-me-a-coffee',
  name: 'Buy Me a Coffee',
  streamKind: 'patronage',
  readers: [buyMeACoffeeSupporters, buyMeACoffeeMembers],
}
