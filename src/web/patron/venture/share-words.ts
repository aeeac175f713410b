/** A badge that leads to the page, as Markdown; the title is made safe for the place it stands in. */
export function readmeSnippet(title: string, page: string): string {
  const safe = title.replace(/[[\]\\`*_<>]/g, '\\$&')
  return `[![${safe}: how far it is carried](${page}/badge-light.svg)](${page})`
}

/** A frame with the venture's card, for a page of one's own; it runs no script. */
export function embedSnippet(title: string, embed: string): string {
  const safe = title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<iframe src="${embed}" title="${safe}" width="360" height="180" loading="lazy" style="border: 0"></iframe>`
}
