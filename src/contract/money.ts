import { z } from 'zod'

export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'a currency is three capital letters, as in EUR')
  .meta({ id: 'Currency' })
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is written 2026-11')
  .meta({ id: 'Month' })
export const Day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day is written 2026-11-23')
  .meta({ id: 'Day' })
/** An instant with Z, a wall time without a zone, a day or a month. */
export const Moment = z
  .string()
  .regex(/^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}Z?)?)?$/, 'a time is written 2026-11-23, 2026-11 or 2026-11-23T10:00:00Z')
  .meta({ id: 'Moment' })
/** Integer minor units. */
export const Minor = z.int().meta({ id: 'Minor', description: 'Integer minor units of the currency beside it' })
export const Lens = z.enum(['cash', 'smoothed']).meta({ id: 'Lens' })
/** Dependable is drawn by stream and net: its gross is its net, nothing is taken off any more, and no line stands behind it. */
export const ViewLens = z.enum(['cash', 'smoothed', 'dependable']).meta({ id: 'ViewLens' })

const parts = { gross: Minor, fees: Minor, refunds: Minor, tax: Minor }
export const Amounts = z.object(parts).meta({ id: 'Amounts' })
/** Sums of ledger lines; net = gross − fees − refunds; entries counts lines without transfers. */
export const Sums = z.object({ ...parts, net: Minor, entries: z.int() }).meta({ id: 'Sums' })
/** Money for which there is no rate: shown in its own currency, in no home total. */
export const Unconverted = Sums.extend({ currency: Currency }).meta({ id: 'Unconverted' })

/** What a list of patrons lets expect: those who are active, those of them whose amount is private, and what a month comes to. */
export const Expected = z
  .object({ patrons: z.int(), hidden: z.int(), monthly: z.array(z.object({ currency: Currency, amount: Minor })) })
  .meta({ id: 'Expected' })

export type Amounts = z.infer<typeof Amounts>
export type Sums = z.infer<typeof Sums>
export type Unconverted = z.infer<typeof Unconverted>
export type Expected = z.infer<typeof Expected>
export type Lens = z.infer<typeof Lens>
export type ViewLens = z.infer<typeof ViewLens>
