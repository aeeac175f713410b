import { z } from 'zod'
import { HOUR_KINDS } from '#domain/hours.ts'
import { Month } from './money.ts'

export const HourKind = z.enum(HOUR_KINDS).meta({ id: 'HourKind' })

/** Where a project's time belongs; `venture` is null for time that belongs to none. */
export const ProjectChoice = z
  .object({ project: z.string().max(200), venture: z.int().nullable(), kind: HourKind })
  .meta({ id: 'ProjectChoice' })

export const HourProject = z
  .object({
    /** As the source calls it; empty for time that it gives to no project. */
    project: z.string(),
    /** Null for none, and within a preview for one that this import would make. */
    venture: z.int().nullable(),
    ventureName: z.string().nullable(),
    kind: HourKind,
    /** Whether that was said; else it is guessed from the project's name. */
    said: z.boolean(),
    entries: z.int(),
    minutes: z.int(),
  })
  .meta({ id: 'HourProject' })

export const HourSum = z
  .object({ month: Month, venture: z.int().nullable(), ventureName: z.string().nullable(), kind: HourKind, minutes: z.int() })
  .meta({ id: 'HourSum' })

export const Hours = z
  .object({
    /** By month, venture and kind, the newest month first. */
    sums: z.array(HourSum),
    /** The largest first. */
    projects: z.array(HourProject),
  })
  .meta({ id: 'Hours' })

export type HourKind = z.infer<typeof HourKind>
export type ProjectChoice = z.infer<typeof ProjectChoice>
export type HourProject = z.infer<typeof HourProject>
export type Hours = z.infer<typeof Hours>
