import { agreedPaths } from './agreed-paths.ts'
import { paths } from './paths.ts'

/** Every route of the owner's API; the first page loads `paths.ts` alone. */
export const everyPath = { ...paths, ...agreedPaths } as const

export type RouteName = keyof typeof everyPath
