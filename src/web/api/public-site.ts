/** Where the public site stands, as its HTML says. */
export interface PublicPlace {
  /** Path that everything of the site is below; begins and ends with a slash. */
  root: string
  /** Whether the site is plain files: then nothing answers but them. */
  files: boolean
}

let known: PublicPlace | undefined

/**
 * Reads it from `<meta name="enough-root">` (relative to the page) and `<meta name="enough-files">`, once, because addresses change
 * while one goes from page to page. Without them the site stands at the root and its API answers.
 */
export function publicPlace(): PublicPlace {
  known ??= placeOf((name) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content, window.location.href)
  return known
}

export function placeOf(meta: (name: string) => string | undefined, page: string): PublicPlace {
  const root = meta('enough-root')
  return { root: root === undefined ? '/' : new URL(root, page).pathname, files: meta('enough-files') !== undefined }
}
