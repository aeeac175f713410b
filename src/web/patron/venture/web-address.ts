/** Whether a text is an absolute HTTPS address; only such a one becomes a link. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:'
}
