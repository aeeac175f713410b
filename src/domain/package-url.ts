/**
 * Types whose names are the same in capital and small letters, by the rules of each.
 * https://github.com/package-url/purl-spec/blob/main/PURL-TYPES.rst
 */
const SMALL = ['npm', 'pypi', 'github', 'bitbucket', 'composer', 'deb', 'alpm', 'apk', 'golang', 'hex', 'luarocks', 'oci', 'pub']

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/** Everything but letters, digits and `.-_~:` in percents. */
function encoded(segment: string): string {
  const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(segment)
    .replace(/[!'()*]/g, percent)
    .replaceAll('%3A', ':')
}

/**
 * A package URL in its one canonical form and without version, qualifiers and subpath, so that two can be compared as texts:
 * `pkg:NPM/@Scope/name@1.2?a=b#c` is `pkg:npm/%40scope/name`. Undefined for a text that is none. https://github.com/package-url/purl-spec
 */
export function packageUrl(text: string): string | undefined {
  const match = /^pkg:\/*([a-z][a-z0-9.+-]*)\/+([^?#]+)/i.exec(text.trim())
  if (!match) return undefined
  const [, type = '', path = ''] = match
  const segments = path.split('/').filter((segment) => segment !== '')
  const last = segments.pop()
  if (last === undefined) return undefined
  const version = last.indexOf('@', 1)
  const names = [...segments, version < 0 ? last : last.slice(0, version)].map(decoded)
  if (!names.every((name) => name !== undefined && name.trim() !== '' && name.isWellFormed())) return undefined
  const kind = type.toLowerCase()
  const small = (name: string) => (SMALL.includes(kind) ? name.toLowerCase() : name)
  const written = names.map((name) => small(name ?? '')).map((name) => (kind === 'pypi' ? name.replaceAll('_', '-') : name))
  return `pkg:${kind}/${written.map(encoded).join('/')}`
}
