import { z } from 'zod'

/** RFC 9457. `detail` reads *Failed to X: Y. Do Z.* */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    /** Fields that were wrong, where the request's own words were the trouble. */
    fields: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
