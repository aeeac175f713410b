/**
 * ISO 4217 by number of decimals of the minor unit. Active codes and those that ended but still occur in exports and in the
 * European Central Bank's table. Funds (CLF), metals (XAU), accounting units (XDR) and test codes (XTS, XXX) are left out:
 * nobody is paid in them, so a file that names one has to be asked about, not guessed at.
 * https://www.six-group.com/en/products-services/financial-information/data-standards.html
 */
const ACTIVE = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK
    DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD
    KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP
    PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH
    USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
} as const

const ENDED = {
  0: 'ADP BEF BYR ESP GRD ITL LUF MGF PTE TRL',
  2: `AFA ANG ATS AZM BGN BGL CSD CUC CYP DEM EEK FIM FRF GHC HRK IEP LTL LVL MRO MTL MZM NLG ROL RUR SDD SIT SKK SLL SRG STD
    TMM VEB VEF YUM ZMK ZWL`,
} as const

const exponents = new Map<string, number>()
for (const table of [ACTIVE, ENDED]) {
  for (const [exponent, codes] of Object.entries(table)) {
    for (const code of codes.split(/\s+/)) exponents.set(code, Number(exponent))
  }
}

/** Every code that is known, in alphabetical order. */
export const currencies: readonly string[] = [...exponents.keys()].sort()

const ended = new Set(Object.values(ENDED).flatMap((codes) => codes.split(/\s+/)))

/** The codes in which one can be paid today, in alphabetical order. */
export const activeCurrencies: readonly string[] = currencies.filter((code) => !ended.has(code))

/** Decimals of the currency's minor unit (EUR 2, JPY 0, KWD 3), or undefined for a code that is none. Capital letters only. */
export function exponentOf(code: string): number | undefined {
  return exponents.get(code)
}

/** Whether a text is a currency code that is known. */
export function isCurrency(code: string): boolean {
  return exponents.has(code)
}

/** English names of currencies that are too new for the tables of names in most browsers. */
const NEW_NAMES: ReadonlyMap<string, string> = new Map([
  ['SLE', 'Sierra Leonean Leone'],
  ['VED', 'Digital Bolívar'],
  ['XCG', 'Caribbean Guilder'],
  ['ZWG', 'Zimbabwe Gold'],
])

/** A currency's name by what a browser calls it, which is the code itself where it has no name for it. */
export function currencyName(code: string, called: string | undefined): string {
  return called === undefined || called === code ? (NEW_NAMES.get(code) ?? code) : called
}
