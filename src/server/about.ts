import { currencies, exponentOf } from '#domain/currency.ts'
import { platforms } from '#platforms/registry.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'

export function aboutHandlers({ program, rates }: Parts): Handlers<'about'> {
  const { version, kept, inPage } = program
  return {
    about: async () => ({
      version,
      kept,
      inPage,
      rates: { source: rates.source, from: rates.first, to: rates.last, currencies: [...rates.currencies] },
      platforms: platforms.map(({ id, name, readers }) => ({ id, name, layouts: readers.map(({ layout }) => layout.name) })),
      currencies: currencies.map((code) => ({ code, exponent: exponentOf(code) ?? 0 })),
    }),
  }
}
