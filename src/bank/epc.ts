import { isCreditorReference } from '#domain/creditor-reference.ts'
import { decimalText, type Minor } from '#domain/money.ts'
import { encode } from 'uqr'
import { bicTrouble, electronic, ibanTrouble } from './iban.ts'

/** A transfer that a banking app is to be told. */
export interface EpcTransfer {
  holder: string
  iban: string
  bic?: string
  /** Minor units; null leaves the amount to the person. */
  amount: Minor | null
  currency: string
  /** Creditor reference by ISO 11649, or a text: one of them, or neither. */
  reference?: string
  text?: string
}

/** Where a QR code's dark squares are, by row; the quiet zone around it is not among them. */
export interface QrCode {
  version: number
  modules: boolean[][]
}

const MOST: Minor = 99_999_999_999
/** By EPC069-12: error correction M, version 13 at most, which then holds 331 bytes. */
const LARGEST_VERSION = 13
const MOST_BYTES = 331
/** Light squares around a code, by ISO 18004. */
const QUIET = 4

function oneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim()
}

function transferTrouble(transfer: EpcTransfer): string | undefined {
  const { holder, iban, bic, amount, currency, reference, text } = transfer
  if (currency !== 'EUR') return `it is in ${currency}, and this code is for euro only. Pay it in another way.`
  const wrongIban = ibanTrouble(iban)
  if (wrongIban) return `the IBAN ${wrongIban}. Correct the IBAN.`
  const wrongBic = bic === undefined ? undefined : bicTrouble(bic)
  if (wrongBic) return `the BIC ${wrongBic}. Correct the BIC, or leave it out.`
  const name = [...oneLine(holder)]
  if (name.length < 1 || name.length > 70) return `the account holder’s name has ${name.length} characters. Give 1 to 70.`
  if (amount !== null && (!Number.isSafeInteger(amount) || amount < 1 || amount > MOST)) {
    return 'the amount is not between 0.01 and 999999999.99. Correct the amount.'
  }
  if (reference !== undefined && text !== undefined) return 'there is a reference and a text. Give one of them.'
  if (reference !== undefined && !isCreditorReference(reference)) return `${reference} is no creditor reference. Correct the reference.`
  if (text !== undefined && [...oneLine(text)].length > 140) return 'the text has more than 140 characters. Shorten it.'
  return undefined
}

/**
 * What a QR code for a SEPA credit transfer says, by EPC069-12 version 002: lines joined by LF, UTF-8. Names keep their letters here.
 * https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/quick-response-code-guidelines-enable-data-capture-initiation
 */
export function epcPayload(transfer: EpcTransfer): { payload: string } | { problem: string } {
  const trouble = transferTrouble(transfer)
  if (trouble) return { problem: `Failed to make the code: ${trouble}` }
  const { holder, iban, bic = '', amount, reference = '', text = '' } = transfer
  const sum = amount === null ? '' : `EUR${decimalText(amount, 2)}`
  const lines = ['BCD', '002', '1', 'SCT', electronic(bic), oneLine(holder), electronic(iban), sum, '', reference, oneLine(text)]
  const payload = lines.join('\n').replace(/\n+$/, '')
  if (new TextEncoder().encode(payload).length > MOST_BYTES)
    return { problem: 'Failed to make the code: it holds too much. Shorten the text.' }
  return { payload }
}

/** The QR code of a payload that `epcPayload` made. */
export function epcCode(payload: string): QrCode {
  const bytes = [...new TextEncoder().encode(payload)]
  const { data, version } = encode(bytes, { ecc: 'M', boostEcc: false, maxVersion: LARGEST_VERSION, border: 0 })
  return { version, modules: data }
}

/** How many squares a code is wide with its quiet zone, and an SVG path of its dark ones in that measure. */
export function codePath({ modules }: QrCode): { size: number; path: string } {
  const runs = modules.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1]) return []
      const end = row.indexOf(false, x)
      const length = (end < 0 ? row.length : end) - x
      return [`M${x + QUIET} ${y + QUIET}h${length}v1h-${length}z`]
    }),
  )
  return { size: modules.length + 2 * QUIET, path: runs.join('') }
}

/** The code as an SVG file of its own, black on white whatever is around it. `label` is what it says to those who do not see it. */
export function codeSvg(code: QrCode, label: string): string {
  const { size, path } = codePath(code)
  const said = label.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${said}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`
  )
}
