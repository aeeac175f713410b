import { getCountrySpecifications, validateBIC, validateIBAN, ValidationErrorsBIC, ValidationErrorsIBAN } from 'ibantools'

/**
 * Countries by whose IBANs one can be paid by SEPA credit transfer. ibantools still lacks the last five, which joined in 2025 and 2026.
 * https://www.europeanpaymentscouncil.eu/document-library/other/epc-list-sepa-scheme-countries (EPC409-09)
 */
export const SEPA_COUNTRIES: readonly string[] =
  'AD AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MT NL NO PL PT RO SE SI SK SM VA AL MD ME MK RS'.split(' ')

/** An IBAN or BIC as machines write it: capital letters, without spaces and hyphens. It is not checked. */
export function electronic(text: string): string {
  return text.replace(/[\s\u00a0-]/g, '').toUpperCase()
}

/** An IBAN in groups of four, for a person to read. */
export function printedIban(iban: string): string {
  return electronic(iban).replace(/(.{4})(?=.)/g, '$1 ')
}

/** What is wrong with an IBAN, in words that go on after "this IBAN", or undefined where nothing is. Spaces and small letters are no mistake. */
export function ibanTrouble(text: string): string | undefined {
  const iban = electronic(text)
  const { errorCodes } = validateIBAN(iban)
  const wrong = (code: ValidationErrorsIBAN) => errorCodes.includes(code)
  const country = iban.slice(0, 2)
  if (wrong(ValidationErrorsIBAN.NoIBANProvided)) return 'is empty'
  if (wrong(ValidationErrorsIBAN.NoIBANCountry)) return `begins with ${country}, which is no country with IBANs`
  if (wrong(ValidationErrorsIBAN.WrongBBANLength)) {
    return `has ${iban.length} characters; one of ${country} has ${getCountrySpecifications()[country]?.chars ?? 'others'}`
  }
  if (wrong(ValidationErrorsIBAN.WrongBBANFormat) || wrong(ValidationErrorsIBAN.ChecksumNotNumber)) {
    return `has a character where one of ${country} never has it`
  }
  if (errorCodes.length > 0) return 'has check digits that do not fit: a character is wrong, or two are swapped'
  return undefined
}

/** What is wrong with a BIC, in words that go on after "this BIC", or undefined where nothing is. */
export function bicTrouble(text: string): string | undefined {
  const { errorCodes } = validateBIC(electronic(text))
  if (errorCodes.includes(ValidationErrorsBIC.NoBICProvided)) return 'is empty'
  if (errorCodes.includes(ValidationErrorsBIC.NoBICCountry)) return 'names no country in its fifth and sixth letter'
  if (errorCodes.length > 0) return 'does not have the 8 or 11 characters of one'
  return undefined
}

/** Whether an account can be paid by SEPA credit transfer, by the country of its IBAN. */
export function isSepa(iban: string): boolean {
  return SEPA_COUNTRIES.includes(electronic(iban).slice(0, 2))
}
