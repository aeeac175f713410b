import { PlainRows, plainReader, withFacts } from '../plain-table.ts'

const NAMES = {
  name: ['Supporter Name'],
  email: ['Supporter Email'],
  amount: ['Amount'],
  start: ['Start date'],
  cancelled: ['Subscription cancelled on'],
  paused: ['Paused'],
} as const

const NOT_PAYMENTS =
  'This is a list of members as they stood on one day, not of payments, so nothing in it is counted. What they paid stands in the export of your payment provider.'

/** PRODUCT rule 7: a list of who supports now makes no entries. */
export const buyMeACoffeeMembers = plainReader({
  layout: { id: 'buy-me-a-coffee-members', platform: 'buy-me-a-coffee', name: 'Buy Me a Coffee, members' },
  why: 'It has the start and the end of each membership, and no payments.',
  names: NAMES,
  needed: ['name', 'amount', 'start', 'cancelled'],
  again: 'Export it again from Memberships.',
  open: () => withFacts(new PlainRows({ take: () => 'membership, not a payment', lines: () => [] }), () => ({ warnings: [NOT_PAYMENTS] })),
})
