import { micromark } from 'micromark'
import { isTooMuch } from './markdown-work.ts'

const REL = 'nofollow noopener noreferrer ugc'
const LOWEST = 6

/**
 * A stranger's Markdown as HTML. Markup within it is shown as text and dangerous addresses are dropped; an image becomes a link, since
 * a picture from elsewhere would tell that somewhere who reads the page. `top` is the level of its first headings, so that a page
 * keeps the one heading that it has. A text with more markup than anybody writes is shown as it was typed.
 */
export function markdownHtml(text: string, top = 2): string {
  const wellFormed = text.toWellFormed()
  if (isTooMuch(wellFormed)) return plainHtml(wellFormed)
  return withoutImages(micromark(wellFormed))
    .replace(/<(\/?)h([1-6])>/g, (_, end: string, level: string) => `<${end}h${Math.min(LOWEST, Number(level) + top - 1)}>`)
    .replaceAll('<a href="', `<a rel="${REL}" href="`)
}

/** A text in paragraphs, and nothing in it followed. */
function plainHtml(text: string): string {
  const escaped = text.replace(/[&<>"\0]/g, (letter) => ESCAPES[letter] ?? letter)
  return escaped
    .split(/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${part.trim()}</p>`)
    .join('\n')
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\0': '\ufffd' }
const LINK_OR_IMAGE = /<a (href="[^"]*")[^>]*>|<\/a>|<img src="([^"]*)" alt="([^"]*)"[^>]*>/g

/** All tags are micromark's own: what a writer types comes out escaped, inside attributes too. */
function withoutImages(html: string): string {
  let within = false
  let dropped = false
  return html.replace(LINK_OR_IMAGE, (tag: string, ...groups: (string | undefined)[]) => {
    const [href, source, alt] = groups
    if (source !== undefined) {
      const words = alt || source
      return within || source === '' ? (alt ?? '') : `<a href="${source}">${words}</a>`
    }
    within = href !== undefined
    if (within) dropped = href === 'href=""'
    // A link whose address was dropped would lead to the page itself.
    return dropped ? '' : tag
  })
}
