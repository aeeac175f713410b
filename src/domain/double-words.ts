/** What banks and processors call a platform in the text of an arrival, where it is not simply its id. */
const WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['github-sponsors', ['github']],
  ['open-collective', ['open collective', 'opencollective']],
  ['ko-fi', ['ko-fi', 'kofi']],
  ['youtube', ['google']],
  ['kdp', ['amazon', 'kindle']],
  ['buy-me-a-coffee', ['buy me a coffee', 'buymeacoffee']],
  ['lemon-squeezy', ['lemon squeezy', 'lemonsqueezy', 'lmsqueezy']],
  ['itch-io', ['itch.io', 'itch corp']],
])

/** The words by which a text names a platform, in lower case. */
export function platformWords(platform: string): readonly string[] {
  return WORDS.get(platform) ?? [platform.replaceAll('-', ' ')]
}

/** Which of some platforms a text names. */
export function platformsNamed(text: string, platforms: readonly string[]): ReadonlySet<string> {
  const lower = text.toLowerCase()
  const named = platforms.filter((platform) => platform !== '' && platformWords(platform).some((word) => lower.includes(word)))
  return named.length === 0 ? NONE : new Set(named)
}

const NONE: ReadonlySet<string> = new Set()
