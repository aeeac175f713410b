/** A badge that leads to the page, as Markdown; the title is made safe for the place it stands in. */
export function readmeSnippet(title: string, page: string): string {
  const safe = title.replace(/[[\]\\`*_<>]/g, '\\$&')
  return `[![${safe}: how far it is carried](${page}/badge-light.svg)](${page})`
}
