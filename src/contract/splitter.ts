import { z } from 'zod'
import { isWholeSplit } from '#domain/splitter.ts'

/** Fixed shares of what comes in, in hundredths of a percent; they make a whole. METRICS 12. */
export const Splitter = z
  .object({
    parts: z
      .array(z.object({ name: z.string().trim().min(1, 'say what it is for').max(60), share: z.int().min(0).max(10_000) }))
      .min(1)
      .max(12),
  })
  .refine(isWholeSplit, 'the shares make 100 percent together')
  .meta({ id: 'Splitter' })
/** Null where none is said: nobody is split for unasked. */
export const SaidSplitter = z.object({ splitter: Splitter.nullable() }).meta({ id: 'SaidSplitter' })
