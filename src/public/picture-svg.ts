import { monthOf, type Day } from '#domain/month.ts'
import { hasEnough, isCurrent, type PublicVenture } from '#domain/public-venture.ts'
import { element, type Markup } from './html.ts'
import { PICTURE, siteName } from './page-html.ts'
import type { SiteFacts } from './shelf.ts'
import { badgeText, monthText } from './words.ts'

/** The one face that pictures are drawn with. */
export const PICTURE_FONT = 'Noto Serif'

const PAPER = '#fbfaf6'
const INK = '#1d1c18'
const GREY = '#5f5c54'
const RULE = '#e5e2d9'
const GREEN = '#17694c'
const BAR = '#b6440f'

const LEFT = 80
const WIDTH = PICTURE.width - 2 * LEFT
/** Where enough stands on the bar, as a share of its width: what goes beyond still has room. */
const ENOUGH_AT = 0.9

/** What is shown where a link to the venture's page is: title, summary, and how far the last month carried it. */
export function pictureSvg(venture: PublicVenture, site: Pick<SiteFacts, 'name'>, today: Day): string {
  const { title, summary } = venture
  const name = wrapped(drawable(title), 76, 2)
  const words = wrapped(drawable(summary), 34, 2)
  const place = drawable(siteName(site)) || 'Enough'
  const { width, height } = PICTURE
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` }, [
    element('rect', { width, height, fill: PAPER }),
    element('path', { d: 'M80 64 L104 76 L80 88 M80 98 H104', ...stroke(GREEN) }),
    text(place === 'Enough' ? 'enough' : place, { x: LEFT + 44, y: 96, size: 34, fill: INK }),
    ...name.map((line, i) => text(line, { x: LEFT - 3, y: 210 + i * 88, size: 76, fill: INK })),
    ...words.map((line, i) => text(line, { x: LEFT, y: 210 + Math.max(0, name.length - 1) * 88 + 66 + i * 46, size: 34, fill: GREY })),
    ...howFar(venture, today),
  ]).html
}

function howFar(venture: PublicVenture, today: Day): Markup[] {
  const { carried } = venture
  const said = text(badgeText(venture, today), { x: LEFT, y: 510, size: 44, fill: hasEnough(venture, today) ? GREEN : INK })
  if (!carried || !isCurrent(carried, today)) return [said]
  const reach = Math.min(1, (carried.percent / 100) * ENOUGH_AT) * WIDTH
  const enough = LEFT + ENOUGH_AT * WIDTH
  return [
    said,
    text(monthText(monthOf(carried.asOf)), { x: LEFT + WIDTH, y: 510, size: 30, fill: GREY, anchor: 'end' }),
    element('rect', { x: LEFT, y: 540, width: WIDTH, height: 26, rx: 13, fill: RULE }),
    element('rect', { x: LEFT, y: 540, width: reach, height: 26, rx: Math.min(13, reach / 2), fill: BAR }),
    element('path', { d: `M${enough} 530 V576`, ...stroke(GREEN) }),
  ]
}

interface Letters {
  x: number
  y: number
  size: number
  fill: string
  anchor?: 'start' | 'end'
}

function text(words: string, { x, y, size, fill, anchor = 'start' }: Letters): Markup {
  return element('text', { x, y, 'font-family': PICTURE_FONT, 'font-size': size, fill, 'text-anchor': anchor }, words)
}

function stroke(colour: string): Record<string, string | number> {
  return { fill: 'none', stroke: colour, 'stroke-width': 6, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
}

const OTHER_SCRIPT = /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}])\p{L}/u
const NO_GLYPH = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{P}\p{Zs}\p{Sc}\p{Sm}\d^`]/gu

/**
 * A text as far as the font has glyphs for it: signs that it lacks are left out, and a text in another script as a whole, for boxes in
 * place of letters say less than nothing.
 */
function drawable(words: string): string {
  return OTHER_SCRIPT.test(words) ? '' : words.replace(/\s+/g, ' ').replace(NO_GLYPH, '').trim()
}

/** A text in lines that fit, by a guess at the width of its letters; what does not fit ends in an ellipsis. */
function wrapped(words: string, size: number, most: number): string[] {
  const lines: string[] = []
  for (const word of words.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1)
    const longer = last === undefined ? undefined : `${last} ${word}`
    if (longer !== undefined && fits(longer, size)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const shown = lines.slice(0, most).map((line) => cut(line, size))
  const end = shown.at(-1)
  if (lines.length > most && end !== undefined) shown[most - 1] = cut(`${end} …`, size)
  return shown
}

function cut(line: string, size: number): string {
  if (fits(line, size)) return line
  const letters = [...line.replace(/ ?…$/, '')]
  while (letters.length > 0 && !fits(`${letters.join('')}…`, size)) letters.pop()
  return `${letters.join('')}…`
}

/** Whether a line is narrower than the picture; letters of Noto Serif are at most so wide, in shares of their size. */
function fits(line: string, size: number): boolean {
  let wide = 0
  for (const letter of line) wide += /[ijlt.,:;'|!() ]/.test(letter) ? 0.36 : /[mwMW@%—…]|\P{Script=Latin}/u.test(letter) ? 1 : 0.64
  return wide * size <= WIDTH
}
