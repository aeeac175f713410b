/** A piece of HTML that may stand as it is. Only `html` and `trusted` make one. */
export interface Markup {
  readonly html: string
}

type Value = Markup | string | number | null | undefined | readonly Markup[]

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** What neither XML nor HTML may hold: control characters, and the two that are no characters. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g

/** A text for HTML and XML, between tags and within quotes alike. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '')
}

/** A template whose every value is escaped, unless it is markup already. Attributes stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return { html: strings.map((string, i) => string + textOf(values[i])).join('') }
}

/** Markup that something else has made safe. */
export function trusted(markup: string): Markup {
  return { html: markup }
}

function textOf(value: Value): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value))
  return 'html' in value ? value.html : value.map((part) => part.html).join('')
}

/** An element of XML with its attributes; it closes itself where nothing is within. */
export function element(name: string, attributes: Record<string, string | number>, within?: Value): Markup {
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
  const start = `<${name}${told.join('')}`
  return { html: within === undefined ? `${start} />` : `${start}>${textOf(within)}</${name}>` }
}

/** Pieces below each other; what there is nothing to show for is left out. */
export function lines(parts: readonly (Markup | null | undefined | false | readonly Markup[])[]): Markup {
  const all = parts.flatMap((part) => part || [])
  return { html: all.map((part) => part.html).join('\n') }
}

/** An address of the web that a link may lead to, or undefined for anything else. */
export function webAddress(text: string): string | undefined {
  const url = URL.parse(text)
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}
