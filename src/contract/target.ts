import { z } from 'zod'
import { Minor, Month } from './money.ts'

/** What a month needs, before income tax, from a month on; minor units of the home currency; bare ≤ enough ≤ comfortable. */
export const Levels = z
  .object({ bare: Minor.min(0), enough: Minor.min(1), comfortable: Minor.min(1) })
  .refine((t) => t.bare <= t.enough && t.enough <= t.comfortable, 'bare must not be above enough, nor enough above comfortable')
  .meta({ id: 'Levels' })
export const Target = z.object({ from: Month, bare: Minor, enough: Minor, comfortable: Minor }).meta({ id: 'Target' })

export type Levels = z.infer<typeof Levels>
export type Target = z.infer<typeof Target>
