import type { FileReport, Mapping } from '#contract/import.ts'
import { sampleOf } from './mapping-sample.ts'

/** A mapping while it is being made: an empty text stands for no column. */
export interface MappingDraft {
  date: string
  amount: string
  currency: string
  currencyCode: string
  name: string
  fee: string
  dateOrder: Mapping['dateOrder']
  decimals: Mapping['decimals']
  /** Empty while it is not known. */
  feeSign: NonNullable<Mapping['feeSign']> | ''
}

/** Begins with what was guessed; where nothing was, with the home currency for all rows. */
export function emptyMapping(guess: Mapping | null, homeCurrency: string): MappingDraft {
  return {
    date: guess?.date ?? '',
    amount: guess?.amount ?? '',
    currency: guess?.currency ?? '',
    currencyCode: guess?.currencyCode ?? homeCurrency,
    name: guess?.name ?? '',
    fee: guess?.fee ?? '',
    dateOrder: guess?.dateOrder ?? 'ymd',
    decimals: guess?.decimals ?? '.',
    feeSign: guess?.feeSign ?? '',
  }
}

export function mappingOf({ currency, currencyCode, name, fee, feeSign, ...rest }: MappingDraft): Mapping {
  return {
    ...rest,
    ...(currency === '' ? { currencyCode } : { currency }),
    ...(name !== '' && { name }),
    ...(fee !== '' && { fee }),
    ...(fee !== '' && feeSign !== '' && { feeSign }),
  }
}

/** The sign of the fees beside the payments of the first rows; empty where none of them tells it. */
export function feeSignIn({ header, rows }: NonNullable<FileReport['columns']>, draft: MappingDraft): MappingDraft['feeSign'] {
  const fees = sampleOf(header, rows, mappingOf(draft)).flatMap(({ amount, fee }) => {
    const kept = fee?.value ?? 0
    return (amount.value ?? 0) > 0 && kept !== 0 ? [kept] : []
  })
  if (fees.length === 0) return ''
  return fees.some((fee) => fee < 0) ? '-' : '+'
}

/** Why a mapping cannot be used yet, as a sentence, or undefined when it can. */
export function mappingTrouble({ date, amount, fee }: MappingDraft): string | undefined {
  if (date === '') return 'Choose the column that holds the day.'
  if (amount === '') return 'Choose the column that holds the amount.'
  if (date === amount) return 'The day and the amount cannot stand in the same column.'
  if (fee === amount) return 'The fee and the amount cannot stand in the same column.'
  return undefined
}
