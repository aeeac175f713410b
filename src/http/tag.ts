/** Whether a caller's `If-None-Match` names this tag; a cache between may have marked it as weak. */
export function isNamed(header: string | undefined, tag: string): boolean {
  return header?.split(',').some((part) => part.trim().replace(/^W\//, '') === tag) ?? false
}
