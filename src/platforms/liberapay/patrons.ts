import type { PatronSight, SightStatus } from '#domain/patron-sight.ts'
import type { Columns } from '../columns.ts'
import type { Fields } from '../fields.ts'
import { plainReader, type Found } from '../plain-table.ts'
import type { FileFacts, Reader } from '../read.ts'
import { Ordinals } from '../repeats.ts'
import { Newest, SightRows, sightOf } from '../sights.ts'
import { PLATFORM } from './words.ts'

/** Names from the source. https://github.com/liberapay/liberapay.com/blob/master/www/%25username/patrons/export.spt */
const NAMES = {
  id: ['patron_id'],
  username: ['patron_username'],
  name: ['patron_public_name'],
  currency: ['donation_currency'],
  weekly: ['weekly_amount'],
  since: ['pledge_date'],
  modified: ['last_modification_date'],
  lastPaid: ['last_payment_date'],
  weeks: ['number_of_weeks_active'],
  sum: ['sum_received'],
} as const

type Name = keyof typeof NAMES

/** Exports are named `liberapay-active-patrons-<account>-<day>.csv`. */
const FILE_NAME = /^liberapay-(?:active-)?patrons-(.+)-(\d{4}-\d{2}-\d{2})\b/i
const PRIVATE = 'private'

class Patrons extends SightRows {
  constructor(found: Found<Name>, fileName: string) {
    const [, account = '', exported = ''] = FILE_NAME.exec(fileName) ?? []
    const newest = new Newest()
    const secrets = new Ordinals()
    const dates = [found.since, found.modified, found.lastPaid]
    super({
      take(fields) {
        const sight = patronOf(fields, found)
        for (const column of dates) newest.see(fields.text(column) === '' ? '' : fields.moment(column, 'wall'))
        // Secret patrons have no id, and several may have pledged alike on one day.
        return sight.patron === undefined && fields.isReadable ? { ...sight, key: secrets.next(sight.key) } : sight
      },
      account: { id: '', name: account },
      facts: () => ({ ...(exported === '' ? newest.facts : { asOf: exported }), warnings: inferred(found) }),
    })
  }
}

function inferred(found: Found<Name>): FileFacts['warnings'] {
  if (found.sum.index < 0) return []
  return ['This list holds former patrons too. Who is one still is taken from what is paid ahead; the list of active patrons tells it.']
}

function patronOf(fields: Fields, found: Found<Name>): PatronSight {
  const text = (name: Name) => fields.text(found[name])
  const id = text('id')
  const currency = fields.currency(found.currency)
  const amount = text('weekly').toLowerCase() === PRIVATE ? null : fields.money(found.weekly, currency)
  const lifetime = text('sum') === '' ? undefined : fields.money(found.sum, currency)
  const since = fields.moment(found.since, 'wall').slice(0, 10)
  return sightOf({
    key: id === '' ? `secret:${since}:${currency}:${text('weekly')}` : `${id}:${since}`,
    patron: id,
    name: text('name') || text('username'),
    patrons: 1,
    status: statusOf(fields, found, { amount, lifetime }),
    amount,
    currency,
    every: 'week',
    since,
    lifetime,
  })
}

/** Liberapay calls a donation active while weeks are paid ahead; the full list tells only what was paid and for how many weeks. */
function statusOf(fields: Fields, found: Found<Name>, paid: { amount: number | null; lifetime: number | undefined }): SightStatus {
  if (found.sum.index < 0) return 'active'
  const weeks = fields.needed(found.weeks)
  if (!/^\d{1,6}$/.test(weeks)) fields.complain(found.weeks, `"${weeks}" is no number of weeks.`)
  return paid.amount !== null && paid.amount > 0 && (paid.lifetime ?? 0) > Number(weeks) * paid.amount ? 'active' : 'former'
}

interface PatronsLayout {
  id: string
  name: string
  is(columns: Columns): boolean
}

function patrons({ id, name, is }: PatronsLayout): Reader {
  return plainReader<Name>({
    layout: { id, name, platform: PLATFORM },
    why: 'It has a pledge and a weekly amount in each row: who the patrons are, not what they paid.',
    names: NAMES,
    needed: ['id', 'currency', 'weekly', 'since'],
    is,
    again: 'Export it again from your patrons.',
    open: (found, { options }) => new Patrons(found, options.fileName.replace(/^.*[/\\]/, '')),
  })
}

export const patronReaders: readonly Reader[] = [
  patrons({ id: 'liberapay-patrons-all', name: 'Liberapay, all patrons', is: (columns) => columns.has('sum_received') }),
  patrons({
    id: 'liberapay-patrons-active',
    name: 'Liberapay, active patrons',
    is: (columns) => columns.has('visibility') && !columns.has('sum_received'),
  }),
  patrons({ id: 'liberapay-patrons-public', name: 'Liberapay, public patrons', is: (columns) => !columns.has('visibility') }),
]
