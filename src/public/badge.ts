import { hasEnough, isCurrent, type PublicVenture } from '#domain/public-venture.ts'
import type { Day } from '#domain/month.ts'
import { html } from './html.ts'
import { badgeText } from './words.ts'

export type Shade = 'light' | 'dark'

const COLOURS = {
  light: { paper: '#fbfaf6', rule: '#d9d5ca', ink: '#1d1c18', sign: '#17694c', bar: '#b6440f' },
  dark: { paper: '#16181a', rule: '#3f444a', ink: '#ecebe6', sign: '#6fd0a6', bar: '#e3863c' },
} as const

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
  const told = `${venture.title}: ${text}`
  const inner = Math.ceil(text.length * LETTER)
  const width = BEFORE + inner + AFTER
  const { carried } = venture
  const reach = carried && isCurrent(carried, today) ? Math.min(100, carried.percent) / 100 : 0
  const filled = hasEnough(venture, today) ? sign : bar
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img">
    <title>${told}</title>
    <rect x="0.5" y="0.5" width="${width - 1}" height="${HEIGHT - 1}" rx="5" fill="${paper}" stroke="${rule}" />
    <path
      d="M10 5.5 L18 9.5 L10 13.5 M10 17.5 H18"
      fill="none"
      stroke="${sign}"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
    <text
      x="${BEFORE}"
      y="15"
      font-family="Verdana, DejaVu Sans, Geneva, sans-serif"
      font-size="11"
      textLength="${inner}"
      lengthAdjust="spacingAndGlyphs"
      fill="${ink}"
    >
      ${text}
    </text>
    <rect x="${BEFORE}" y="18" width="${reach * inner}" height="2" fill="${filled}" />
  </svg>`.html
}

/** What shields.io draws a badge from. https://shields.io/badges/endpoint-badge */
export function shieldsJson(venture: PublicVenture, today: Day): string {
  // Green means enough, and nothing else.
  const color = hasEnough(venture, today) ? '17694c' : '5f5c54'
  const { carried } = venture
  const message = carried && isCurrent(carried, today) ? `${carried.percent} %` : badgeText(venture, today)
  return JSON.stringify({ schemaVersion: 1, label: 'enough', message, color, labelColor: '1d1c18', cacheSeconds: 3600 })
}
