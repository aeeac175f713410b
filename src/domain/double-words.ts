import type { DoubleLine } from './double.ts'

/** What banks and processors call a platform in the text of an arrival, where it is not simply its id. */
const WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['github-sponsors', ['github']],
  ['open-collective', ['open collective', 'opencollective']],
  ['ko-fi', ['ko-fi', 'kofi']],
  ['youtube', ['google']],
  ['adsense', ['google']],
  ['kdp', ['amazon', 'kindle']],
  ['buy-me-a-coffee', ['buy me a coffee', 'buymeacoffee']],
  ['lemon-squeezy', ['lemon squeezy', 'lemonsqueezy', 'lmsqueezy']],
  ['itch', ['itch.io', 'itch corp']],
])

/** The words by which a text names a platform, in lower case. */
export function platformWords(platform: string): readonly string[] {
  return WORDS.get(platform) ?? [platform.replaceAll('-', ' ')]
}

/** Whether any text of the line names the platform. */
export function namesPlatform({ name, note, patron, ref }: DoubleLine, platform: string): boolean {
  const words = platformWords(platform)
  const holds = (text: string | undefined) => text !== undefined && text !== '' && words.some((word) => text.toLowerCase().includes(word))
  return holds(name) || holds(note) || holds(patron) || holds(ref)
}
