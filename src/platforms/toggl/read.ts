import { plainReader } from '../plain-table.ts'
import type { Platform } from '../read.ts'
import { timedRows } from '../timed-table.ts'

const detailed = plainReader({
  layout: { id: 'toggl-detailed', platform: 'toggl', name: 'Toggl, detailed report' },
  why: 'It has the start and the duration of each entry, as Toggl names them.',
  names: {
    person: ['User', 'Member', 'Email'],
    client: ['Client'],
    project: ['Project'],
    description: ['Description'],
    startDate: ['Start date'],
    startTime: ['Start time'],
    endDate: ['End date', 'Stop date'],
    endTime: ['End time', 'Stop time'],
    duration: ['Duration'],
  },
  needed: ['person', 'project', 'startDate', 'startTime', 'duration'],
  // Clockify names the same columns so, and has groups of users.
  is: (columns) => !columns.has('Group', 'Duration (h)'),
  again: 'Export the detailed report as CSV.',
  open: timedRows,
})

export const toggl: Platform = { id: 'toggl', name: 'Toggl', streamKind: 'other', readers: [detailed] }
