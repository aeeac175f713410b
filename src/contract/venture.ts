import { z } from 'zod'

const name = z.string().trim().min(1, 'a name is needed').max(80)
export const Work = z.enum(['basic', 'income']).meta({ id: 'Work' })
/** How much it is liked, 1 to 5; null where nothing was said. */
const joy = z.int().min(1).max(5).nullable()
export const Venture = z.object({ id: z.int(), name, work: Work, archived: z.boolean(), joy, streams: z.int() }).meta({ id: 'Venture' })
export const NewVenture = z.object({ name, work: Work.optional() }).meta({ id: 'NewVenture' })
export const VentureChange = z
  .object({
    name,
    work: Work,
    archived: z.boolean(),
    joy,
    /** Streams of the venture that are archived with it, or taken back. */
    streams: z.array(z.object({ stream: z.int(), archived: z.boolean() })).max(1000),
  })
  .partial()
  .meta({ id: 'VentureChange' })

export type Venture = z.infer<typeof Venture>
export type NewVenture = z.infer<typeof NewVenture>
export type VentureChange = z.infer<typeof VentureChange>
