import type { NumberOrder } from '../date-order.ts'
import type { Fields } from '../fields.ts'
import { dayIn, HourRows, lengthIn, type Spent } from '../hour-rows.ts'
import { plainReader, type Found } from '../plain-table.ts'
import type { Platform } from '../read.ts'

const NAMES = {
  date: ['Date'],
  client: ['Client'],
  project: ['Project'],
  task: ['Task'],
  notes: ['Notes'],
  hours: ['Hours'],
  person: ['Last Name'],
  firstName: ['First Name'],
} as const

type Name = keyof typeof NAMES

/** The key holds what is seldom changed: Harvest tells no time of day, and hours and notes are what people correct. */
function take(fields: Fields, found: Found<Name>, order: NumberOrder | undefined): Spent {
  const text = (name: Name) => fields.text(found[name])
  const at = dayIn(fields, found.date, order)
  const parts = [at, `${text('firstName')} ${text('person')}`.trim(), text('client'), text('project'), text('task')]
  return {
    key: parts.map((part) => part.toLowerCase()).join(':'),
    at,
    seconds: lengthIn(fields, found.hours),
    project: [text('client'), text('project')],
    note: [text('task'), text('notes')].filter((part) => part !== '').join(', '),
  }
}

const time = plainReader({
  layout: { id: 'harvest-time', platform: 'harvest', name: 'Harvest, detailed time report' },
  why: 'It has hours by day, project and task, and the columns of a Harvest report.',
  names: NAMES,
  needed: ['date', 'client', 'project', 'task', 'hours', 'firstName', 'person'],
  again: 'Export the detailed time report as CSV.',
  open: (found, { options }) =>
    new HourRows({ take: (fields, order) => take(fields, found, order), dates: [found.date], said: options.dates, person: found.person }),
})

export const harvest: Platform = { id: 'harvest', name: 'Harvest', streamKind: 'other', readers: [time] }
