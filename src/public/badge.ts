import { hasEnough, isCurrent, type PublicVenture } from '#domain/public-venture.ts'
import type { Day } from '#domain/month.ts'
import { element } from './html.ts'
import { badgeText } from './words.ts'

export type Shade = 'light' | 'dark'

const COLOURS = {
  light: { paper: '#fbfaf6', rule: '#d9d5ca', ink: '#1d1c18', sign: '#17694c', bar: '#b6440f' },
  dark: { paper: '#16181a', rule: '#3f444a', ink: '#ecebe6', sign: '#6fd0a6', bar: '#e3863c' },
} as const

const SVG = 'http://www.w3.org/2000/svg'
const HEIGHT = 24
/** Room for the sign of the name, before the text. */
const BEFORE = 28
const AFTER = 10
/** Mean width of a letter; the text is then set to fit, whatever font there is. */
const LETTER = 6.6

/** A badge that other pages show: how far the last month carried the venture, or only of when that was. */
export function badgeSvg(venture: PublicVenture, shade: Shade, today: Day): string {
  const { paper, rule, ink, sign, bar } = COLOURS[shade]
  const text = badgeText(venture, today)
  const inner = Math.ceil(text.length * LETTER)
  const width = BEFORE + inner + AFTER
  const { carried } = venture
  const reach = carried && isCurrent(carried, today) ? Math.min(100, carried.percent) / 100 : 0
  const line = { fill: 'none', stroke: sign, 'stroke-width': 1.8, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
  const letters = { 'font-family': 'Verdana, DejaVu Sans, Geneva, sans-serif', 'font-size': 11, fill: ink }
  return element('svg', { xmlns: SVG, width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img' }, [
    element('title', {}, `${venture.title}: ${text}`),
    element('rect', { x: 0.5, y: 0.5, width: width - 1, height: HEIGHT - 1, rx: 5, fill: paper, stroke: rule }),
    // The sign of the name: at least as much as enough.
    element('path', { d: 'M10 5.5 L18 9.5 L10 13.5 M10 17.5 H18', ...line }),
    element('text', { x: BEFORE, y: 15, textLength: inner, lengthAdjust: 'spacingAndGlyphs', ...letters }, text),
    element('rect', { x: BEFORE, y: 18, width: reach * inner, height: 2, fill: hasEnough(venture, today) ? sign : bar }),
  ]).html
}

/** What shields.io draws a badge from. https://shields.io/badges/endpoint-badge */
export function shieldsJson(venture: PublicVenture, today: Day): string {
  // Green means enough, and nothing else.
  const color = hasEnough(venture, today) ? '17694c' : '5f5c54'
  const { carried } = venture
  const message = carried && isCurrent(carried, today) ? `${carried.percent} %, smoothed` : badgeText(venture, today)
  return JSON.stringify({ schemaVersion: 1, label: 'enough', message, color, labelColor: '1d1c18', cacheSeconds: 3600 })
}
