import type { PatronSight, Recurrence, SightStatus } from '#domain/patron-sight.ts'
import { plainReader, type Found, type PlainTable } from '../plain-table.ts'
import type { Fields } from '../fields.ts'
import type { Reader } from '../read.ts'
import { Newest, SightRows, sightOf } from '../sights.ts'

const NAMES = {
  id: ['User ID'],
  name: ['Name'],
  status: ['Patron Status'],
  free: ['Free Member'],
  lifetime: ['Lifetime Amount'],
  pledge: ['Pledge Amount'],
  every: ['Charge Frequency'],
  since: ['Patronage Since Date'],
  updated: ['Last Updated'],
  currency: ['Currency'],
} as const

type Name = keyof typeof NAMES

const STATUSES: Readonly<Record<string, SightStatus>> = {
  'active patron': 'active',
  'declined patron': 'declined',
  'former patron': 'former',
  '': 'free',
}

const RHYTHMS: Readonly<Record<string, Recurrence>> = { monthly: 'month', annual: 'year', annually: 'year', yearly: 'year', '': 'month' }

class Members extends SightRows {
  constructor(found: Found<Name>) {
    const newest = new Newest()
    let yearly = 0
    super({
      take(fields) {
        const sight = memberOf(fields, found)
        const updated = fields.text(found.updated)
        if (updated !== '') newest.see(fields.moment(found.updated, 'utc'))
        if (sight.every === 'year' && sight.status === 'active' && fields.isReadable) yearly += 1
        return sight
      },
      facts: () => ({ ...newest.facts, warnings: yearly > 0 ? [yearlyWords(yearly)] : [] }),
    })
  }
}

function yearlyWords(count: number): string {
  const who = count === 1 ? 'One patron pays' : `${count} patrons pay`
  return `${who} once a year: the pledge that Patreon tells is taken for the whole year.`
}

function memberOf(fields: Fields, found: Found<Name>): PatronSight {
  const text = (name: Name) => fields.text(found[name])
  const isFree = /^(yes|true)$/i.test(text('free'))
  const status = STATUSES[text('status').toLowerCase()]
  if (status === undefined) fields.complain(found.status, `"${text('status')}" is no standing of a patron that is known.`)
  const every = RHYTHMS[text('every').toLowerCase()]
  if (every === undefined) fields.complain(found.every, `"${text('every')}" is no rhythm that is known. It should be monthly or annual.`)
  const hasMoney = text('pledge') !== '' || text('lifetime') !== ''
  const currency = hasMoney || text('currency') !== '' ? fields.currency(found.currency) : ''
  const since = text('since') === '' ? '' : fields.moment(found.since, 'utc').slice(0, 10)
  const id = fields.needed(found.id)
  return sightOf({
    key: id,
    patron: id,
    name: text('name'),
    patrons: 1,
    status: isFree ? 'free' : (status ?? 'free'),
    amount: text('pledge') === '' ? null : fields.money(found.pledge, currency),
    currency,
    every: every ?? 'month',
    since,
    lifetime: text('lifetime') === '' ? undefined : fields.money(found.lifetime, currency),
  })
}

function members(layout: Pick<PlainTable<Name>['layout'], 'id' | 'name'>, isNew: boolean): Reader {
  return plainReader<Name>({
    layout: { ...layout, platform: 'patreon' },
    why: 'It has a patron status, a pledge and a lifetime amount in each row: who the patrons are, not what they paid.',
    names: NAMES,
    needed: ['id', 'status', 'lifetime', 'pledge', 'every', 'currency'],
    is: (_, found) => found.free.index >= 0 === isNew,
    again: 'Export it again from the relationship manager.',
    open: (found) => new Members(found),
  })
}

/** Lists of members: snapshots of who is a patron. What they paid is told by the earnings. */
export const memberReaders: readonly Reader[] = [
  members({ id: 'patreon-members', name: 'Patreon, list of members' }, true),
  members({ id: 'patreon-members-2023', name: 'Patreon, list of members of 2023' }, false),
]
