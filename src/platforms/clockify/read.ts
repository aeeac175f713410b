import { plainReader } from '../plain-table.ts'
import type { Platform } from '../read.ts'
import { timedRows } from '../timed-table.ts'

/** Columns by their English, Portuguese and German names; which of them there are is a setting of the report. */
const detailed = plainReader({
  layout: { id: 'clockify-detailed', platform: 'clockify', name: 'Clockify, detailed report' },
  why: 'It has the start of each entry and the columns of a Clockify report.',
  names: {
    person: ['User', 'Usuário', 'Utilizador', 'Do utilizador', 'Benutzer'],
    client: ['Client', 'Cliente', 'Kunde'],
    project: ['Project', 'Projeto', 'Projekt'],
    description: ['Description', 'Descrição', 'Beschreibung'],
    startDate: ['Start Date', 'Data de início', 'Startdatum'],
    startTime: ['Start Time', 'Hora de início', 'Startzeit'],
    endDate: ['End Date', 'Data de término', 'Data final', 'Enddatum'],
    endTime: ['End Time', 'Hora de término', 'Hora final', 'Endzeit'],
    duration: ['Duration (h)', 'Duração (h)', 'Dauer (h)'],
  },
  needed: ['project', 'startDate', 'startTime'],
  is: (columns, { duration, endTime }) =>
    !columns.has('Duration') && (duration.index >= 0 || (endTime.index >= 0 && columns.has('Group', 'Grupo', 'Gruppe'))),
  again: 'Export the detailed report as CSV.',
  open: timedRows,
})

export const clockify: Platform = { id: 'clockify', name: 'Clockify', streamKind: 'other', readers: [detailed] }
