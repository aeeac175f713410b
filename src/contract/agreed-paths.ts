import type { Method } from './paths.ts'

/** Routes of agreed income, as plain data beside `paths.ts`: only the card that uses them loads them. */
export const agreedPaths = {
  addAgreed: ['POST', '/books/{book}/agreed'],
  setAgreed: ['PUT', '/books/{book}/agreed/{agreed}'],
  removeAgreed: ['DELETE', '/books/{book}/agreed/{agreed}'],
} as const satisfies Record<string, readonly [method: Method, path: string]>

export type AgreedRouteName = keyof typeof agreedPaths
