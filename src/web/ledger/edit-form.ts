import type { Edit, Entry, EntryKind } from '#contract/entry.ts'
import type { Minor } from '#domain/money.ts'
import { isDay, type Day } from '#domain/month.ts'

/** An entry while it is edited. An amount is undefined while nothing readable stands there. */
export interface EntryForm {
  day: Day
  kind: EntryKind
  gross: Minor | undefined
  fees: Minor | undefined
  refunds: Minor | undefined
  months: string
  name: string
  note: string
}

export function formOf(entry: Entry): EntryForm {
  const { day, kind, gross, fees, refunds, months, name = '', note = '' } = entry
  return { day, kind, gross, fees, refunds, months: String(months), name, note }
}

export interface EntryTrouble {
  day?: string
  gross?: string
  fees?: string
  refunds?: string
  months?: string
}

export function entryTrouble({ day, gross, fees, refunds, months }: EntryForm): EntryTrouble {
  const amount = 'Write an amount; 0 where there is none.'
  return {
    ...(!isDay(day) && { day: 'Choose a day.' }),
    ...(gross === undefined && { gross: amount }),
    ...(fees === undefined && { fees: amount }),
    ...(refunds === undefined && { refunds: amount }),
    ...(!/^(1[01]\d|120|[1-9]\d?)$/.test(months.trim()) && { months: 'Write a number of months from 1 to 120.' }),
  }
}

/**
 * The edit that makes the entry what the form says: what was changed before and is not touched now stays, everything else is only
 * what differs. Null where nothing differs from what the source says.
 */
export function editOf(entry: Entry, form: EntryForm): Edit | null {
  const before = formOf(entry)
  const { deleted: _, ...kept } = entry.edit ?? {}
  const edit: Edit = { ...kept }
  if (form.day !== before.day) edit.at = form.day
  if (form.kind !== before.kind) edit.kind = form.kind
  if (form.gross !== undefined && form.gross !== before.gross) edit.gross = form.gross
  if (form.fees !== undefined && form.fees !== before.fees) edit.fees = form.fees
  if (form.refunds !== undefined && form.refunds !== before.refunds) edit.refunds = form.refunds
  if (Number(form.months) !== entry.months) edit.months = Number(form.months)
  if (form.name.trim() !== before.name) edit.name = form.name.trim()
  if (form.note.trim() !== before.note) edit.note = form.note.trim()
  return Object.keys(edit).length === 0 ? null : edit
}

/** The edit of an entry that was deleted, without that: null where nothing else was changed. */
export function undeleted(edit: Edit | null): Edit | null {
  const { deleted: _, ...kept } = edit ?? {}
  return Object.keys(kept).length === 0 ? null : kept
}
