const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
}
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  oslash: 'ø',
  Oslash: 'Ø',
  eth: 'ð',
  thorn: 'þ',
}
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z])(acute|grave|circ|uml|tilde|cedil|ring|caron)|([a-z]{2,8}));/gi
/** How the address of a deleted account is written. */
const DELETED = /_is_deleted_\d+$/i

/** A name as its bearer wrote it: Buy Me a Coffee writes `Ren&eacute;`. What is no entity stays as it is. */
export function unescaped(text: string): string {
  return text.replace(ENTITY, (whole: string, ...groups: (string | undefined)[]) => {
    const [decimal, hex, letter, mark, name] = groups
    if (letter !== undefined) return `${letter}${MARKS[mark?.toLowerCase() ?? ''] ?? ''}`.normalize('NFC')
    if (name !== undefined) return NAMED[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 31 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
  })
}

/** The name as shown; those who gave none are called Someone. */
export function nameOf(text: string): string {
  const name = unescaped(text)
  return /^someone$/i.test(name) ? '' : name
}

/** The address stays the same when its account is deleted. */
export function addressOf(text: string): string {
  return text.toLowerCase().replace(DELETED, '')
}
