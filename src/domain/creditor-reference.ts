/**
 * References by which a bank transfer is known again (ISO 11649, "RF creditor reference"). Ours are `RF`, two check digits, `EN` and
 * ten letters made from a pledge's id: sixteen characters, four groups of four.
 *
 * The ten are letters only. The check digits (ISO 7064, mod 97-10) put two digits in the place of a letter, so they miss some swaps of a
 * letter with a digit ("B1" and "1B" are the same to them); between letters they miss no single mistake. There is no 0 to take for an O
 * either.
 */
const OURS = 'EN'
const LETTERS = 10
const PATTERN = /RF(?=(\d\dEN[A-Z]{10}))/g

/** Letters as the numbers 10 to 35, then mod 97. */
function remainder(text: string): number {
  let rest = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/** The reference of a pledge by its id, 128 bits in hex; always the same, in electronic form without spaces. */
export function creditorReference(id: string): string {
  if (!/^[0-9a-f]{32}$/i.test(id)) throw new RangeError(`Failed to make a reference: ${id} is no id of 128 bits. Give 32 hex digits.`)
  let rest = BigInt(`0x${id}`)
  let letters = ''
  for (let i = 0; i < LETTERS; i++) {
    letters += String.fromCharCode(65 + Number(rest % 26n))
    rest /= 26n
  }
  const check = 98 - remainder(`${OURS}${letters}RF00`)
  return `RF${String(check).padStart(2, '0')}${OURS}${letters}`
}

/** Whether a text is a creditor reference of anybody's making, in electronic form: `RF`, check digits, one to 21 characters. */
export function isCreditorReference(text: string): boolean {
  return /^RF\d\d[A-Z0-9]{1,21}$/.test(text) && remainder(text.slice(4) + text.slice(0, 4)) === 1
}

/**
 * The references of our own making in what a bank tells of a transfer, each once, in the order in which they stand. They are found in
 * small letters, in groups, and cut by line breaks too; one with a wrong character or two swapped ones is not found.
 */
export function referencesIn(text: string): string[] {
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const found = [...plain.matchAll(PATTERN)].map(([, rest = '']) => `RF${rest}`)
  return [...new Set(found.filter(isCreditorReference))]
}

/** A reference in groups of four, for a person to read and type. */
export function printedReference(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, '$1 ')
}
