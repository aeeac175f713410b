/**
 * The nearest locale that Intl takes: browsers started without a language say things like `en-US@posix`, and a book may hold
 * anything. English where nothing of it is known.
 */
export function knownLocale(wanted: string): string {
  for (const tag of [wanted, wanted.split(/[@.]/)[0]?.replace('_', '-') ?? '']) {
    try {
      const known = Intl.getCanonicalLocales(tag)[0]
      if (known) return known
    } catch {
      // Not a language tag; the next is tried.
    }
  }
  return 'en'
}
