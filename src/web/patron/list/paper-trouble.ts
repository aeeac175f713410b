import { bicTrouble, ibanTrouble, isSepa } from '#bank/iban.ts'
import type { Paper } from './kept-list.ts'

/** What is wrong with the papers of an approval, by field; empty where nothing is. */
export function paperTrouble(paper: Paper): Partial<Record<keyof Paper, string>> {
  const trouble: Partial<Record<keyof Paper, string>> = {}
  const { by, purpose, organisation, iban, bic, developers } = paper
  if (by.trim() === '') trouble.by = 'Say who approves.'
  if (purpose.trim() === '') trouble.purpose = 'Say what it is for.'
  if (organisation.trim() === '') trouble.organisation = 'Give the name that the account is in.'
  // Without a bank file there is no need for an account: what is there has to be right all the same.
  if (iban.trim() !== '') {
    const wrong = ibanTrouble(iban)
    if (wrong) trouble.iban = `This IBAN ${wrong}.`
    else if (!isSepa(iban)) trouble.iban = 'This account is outside SEPA, and the bank file is for SEPA only.'
  }
  const wrongBic = bic.trim() === '' ? undefined : bicTrouble(bic)
  if (wrongBic) trouble.bic = `This BIC ${wrongBic}.`
  if (developers.trim() !== '' && !/^[1-9]\d{0,5}$/.test(developers.trim())) trouble.developers = 'Give a whole number, or leave it out.'
  return trouble
}
