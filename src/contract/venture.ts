import { z } from 'zod'

const name = z.string().trim().min(1, 'a name is needed').max(80)
export const Work = z.enum(['basic', 'income']).meta({ id: 'Work' })
export const Venture = z.object({ id: z.int(), name, work: Work, archived: z.boolean(), streams: z.int() }).meta({ id: 'Venture' })
export const NewVenture = z.object({ name, work: Work.optional() }).meta({ id: 'NewVenture' })
export const VentureChange = z.object({ name, work: Work, archived: z.boolean() }).partial().meta({ id: 'VentureChange' })

export type Venture = z.infer<typeof Venture>
export type NewVenture = z.infer<typeof NewVenture>
export type VentureChange = z.infer<typeof VentureChange>
