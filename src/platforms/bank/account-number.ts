/**
 * Where a country's IBANs hold what its banks call the account: how many characters, and how many check digits follow them.
 * ISO 13616, the IBAN registry.
 */
const ACCOUNT_PLACES: Readonly<Record<string, readonly [length: number, after: number]>> = {
  AT: [11, 0],
  BE: [12, 0],
  BG: [8, 0],
  CH: [12, 0],
  CY: [16, 0],
  CZ: [16, 0],
  DE: [10, 0],
  DK: [10, 0],
  EE: [14, 0],
  ES: [10, 0],
  FI: [14, 0],
  FR: [11, 2],
  GB: [8, 0],
  GR: [16, 0],
  HR: [10, 0],
  HU: [16, 0],
  IE: [8, 0],
  IT: [12, 0],
  LI: [12, 0],
  LT: [11, 0],
  LU: [13, 0],
  LV: [13, 0],
  MC: [11, 2],
  MT: [18, 0],
  NL: [10, 0],
  NO: [11, 0],
  PL: [16, 0],
  PT: [11, 2],
  RO: [16, 0],
  SE: [17, 0],
  SI: [8, 2],
  SK: [16, 0],
  SM: [12, 0],
}

const IBAN = /^([A-Z]{2})\d{2}([A-Z\d]{11,30})$/

/**
 * Whether two numbers by which files name an account are of one: they are equal but for leading zeros and what parts their
 * digits, or the one is an IBAN and the other the number in it, with or without that of the bank.
 */
export function isSameAccount(a: string, b: string): boolean {
  const [one, other] = [numbersIn(a), numbersIn(b)]
  if (one.length > 1 && other.length > 1) return one[0] === other[0]
  return one.some((number) => number !== '' && other.includes(number))
}

/** An IBAN itself, then the numbers that it holds; of any other number only that, without leading zeros. */
function numbersIn(text: string): string[] {
  const number = text.toUpperCase().replace(/[^A-Z\d]/g, '')
  const [, country = '', own = ''] = IBAN.exec(number) ?? []
  const place = ACCOUNT_PLACES[country]
  if (!place) return [bare(number)]
  const [length, after] = place
  const end = own.length - after
  return [number, bare(own), bare(own.slice(Math.max(0, end - length), end))]
}

function bare(number: string): string {
  return number.replace(/^0+/, '')
}
