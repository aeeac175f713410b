import { sha256 } from '@noble/hashes/sha2.js'
import type { Day } from '#domain/month.ts'
import type { PublicVenture } from '#domain/public-venture.ts'
import { html, lines, trusted, webAddress } from './html.ts'
import { venturePath } from './venture-page.ts'
import { carriedText } from './words.ts'

const STYLES = [
  ':root{color-scheme:light dark}',
  'body{margin:0;padding:16px;font:1rem/1.5 system-ui,sans-serif;',
  'color:light-dark(#1d1c18,#ecebe6);background:light-dark(#fbfaf6,#16181a)}',
  'h1{margin:0 0 4px;font:600 1.25rem/1.2 ui-serif,Georgia,serif}p{margin:0 0 8px}',
  'a{color:inherit}a:focus-visible{outline:2px solid;outline-offset:2px}',
  'ul{margin:0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:4px 16px}li a{display:inline-block;min-height:24px}',
].join('')

/** Allows the frame's own styles and nothing else; any site may show it. */
export const EMBED_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${base64(sha256(new TextEncoder().encode(STYLES)))}'`,
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ')

/** A venture within another site: how far it is carried, and links. No script, no picture, no form. `root` is the way to our site. */
export function embedPage(venture: PublicVenture, { root, today }: { root: string; today: Day }): string {
  const { title, summary, visibility } = venture
  const link = (url: string, words: string) => html`<li><a target="_blank" rel="noopener noreferrer" href="${url}">${words}</a></li>`
  const pages = venture.ways.flatMap((way) => {
    const url = way.kind === 'page' ? webAddress(way.url) : undefined
    return way.kind === 'page' && url !== undefined ? [link(url, way.platform)] : []
  })
  const head = lines([
    html`<meta charset="utf-8" />`,
    html`<meta name="viewport" content="width=device-width, initial-scale=1" />`,
    visibility !== 'public' && html`<meta name="robots" content="noindex" />`,
    html`<title>${title}</title>`,
    trusted(`<style>${STYLES}</style>`),
  ])
  const body = lines([
    html`<h1>${title}</h1>`,
    summary !== '' && html`<p>${summary}</p>`,
    html`<p>${carriedText(venture, today)}</p>`,
    html`<ul>
      ${[link(`${root}${venturePath(venture)}`, `Back ${title}`), ...pages]}
    </ul>`,
  ])
  return `<!doctype html>\n<html lang="en">\n<head>\n${head.html}\n</head>\n<body>\n<main>\n${body.html}\n</main>\n</body>\n</html>\n`
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
