import type { PatronSight, Recurrence, SightStatus } from '#domain/patron-sight.ts'
import { readDate } from '../any-csv/dates.ts'
import { isAmbiguous } from '../date-order.ts'
import type { Fields } from '../fields.ts'
import { plainReader, type Found } from '../plain-table.ts'
import { Ordinals } from '../repeats.ts'
import { SightRows, sightOf } from '../sights.ts'
import { addressOf, nameOf } from './supporter.ts'

const NAMES = {
  name: ['Supporter Name'],
  email: ['Supporter Email'],
  amount: ['Amount'],
  currency: ['Support Currency', 'Currency'],
  start: ['Start date'],
  cancelled: ['Subscription cancelled on'],
  paused: ['Paused'],
  every: ['Duration', 'Membership Duration', 'Billing Cycle', 'Frequency', 'Interval'],
} as const

const NOT_PAYMENTS =
  'This is a list of members as they stood on one day, not of payments, so nothing in it is counted. What they paid stands in the export of your payment provider.'
const MONTHLY = 'No column says how often each member pays: all are taken to pay monthly.'

/** Anybody who does not pay now is not expected to: who cancelled is gone, who paused follows without paying. */
function statusOf(fields: Fields, found: Found<keyof typeof NAMES>): SightStatus {
  if (fields.text(found.cancelled) !== '') return 'former'
  const paused = fields.text(found.paused).toLowerCase()
  if (!/^(|yes|no|true|false|0|1)$/.test(paused)) fields.complain(found.paused, `"${fields.text(found.paused)}" should be Yes or No.`)
  return /^(yes|true|1)$/.test(paused) ? 'free' : 'active'
}

function rhythmOf(fields: Fields, found: Found<keyof typeof NAMES>): Recurrence {
  const every = fields.text(found.every).toLowerCase()
  if (/^(year(ly)?|annual(ly)?)$/.test(every)) return 'year'
  if (!/^(month(ly)?|)$/.test(every)) fields.complain(found.every, `"${every}" is no rhythm that is known. It should be month or year.`)
  return 'month'
}

function memberOf(fields: Fields, found: Found<keyof typeof NAMES>, nameless: Ordinals): PatronSight {
  const currency = fields.currency(found.currency)
  const start = fields.needed(found.start)
  const since = readDate(start, 'ymd') ?? (isAmbiguous(start) ? '' : undefined)
  if (since === undefined) fields.complain(found.start, `"${start}" is no date that exists. It should look like 2026-01-31.`)
  const patron = addressOf(fields.text(found.email))
  const name = nameOf(fields.text(found.name))
  return sightOf({
    // Those without an address may be several people.
    key: patron === '' ? nameless.next(`${name}:${start}`) : `${patron}:${start}`,
    patron,
    name,
    patrons: 1,
    status: statusOf(fields, found),
    amount: fields.money(found.amount, currency),
    currency,
    every: rhythmOf(fields, found),
    since: (since?.length ?? 0) < 10 ? '' : since?.slice(0, 10),
  })
}

/** PRODUCT rule 7: a list of who supports now makes patrons and what is expected of them, and no entries. */
export const buyMeACoffeeMembers = plainReader({
  layout: { id: 'buy-me-a-coffee-members', platform: 'buy-me-a-coffee', name: 'Buy Me a Coffee, members' },
  why: 'It has the start and the end of each membership, and no payments.',
  names: NAMES,
  needed: ['name', 'amount', 'currency', 'start', 'cancelled'],
  again: 'Export it again from Memberships.',
  open(found) {
    const nameless = new Ordinals()
    return new SightRows({
      take: (fields) => memberOf(fields, found, nameless),
      facts: () => ({ warnings: found.every.index < 0 ? [NOT_PAYMENTS, MONTHLY] : [NOT_PAYMENTS] }),
    })
  },
})
