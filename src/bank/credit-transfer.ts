import { isCreditorReference } from '#domain/creditor-reference.ts'
import { decimalText, type Minor } from '#domain/money.ts'
import { isDay, type Day } from '#domain/month.ts'
import { bicTrouble, electronic, ibanTrouble, isSepa } from './iban.ts'
import { SEPA_LENGTH, sepaText } from './sepa-text.ts'

/** Whose account pays. */
export interface Payer {
  name: string
  iban: string
  /** Left out where the bank knows itself. */
  bic?: string
}

/** One payment: the account holder is who is paid. */
export interface Transfer {
  holder: string
  iban: string
  bic?: string
  /** Minor units. */
  amount: Minor
  currency: string
  /** Creditor reference by ISO 11649; it is the end-to-end id too, so that an import finds it in whatever the bank passes on. */
  reference: string
}

export interface TransferOrder<T extends Transfer> {
  /** At most 35 of SEPA's characters; the same never twice at one bank within months. */
  messageId: string
  /** Instant of making, as `2026-11-23T10:00:00Z`. */
  made: string
  execution: Day
  payer: Payer
  transfers: readonly T[]
}

/** What was made of an order: one file for all that SEPA can pay (null where that is nothing), and the rest with its reasons. */
export interface TransferFile<T extends Transfer> {
  file: { xml: string; count: number; sum: Minor } | null
  taken: T[]
  outside: { transfer: T; reason: string }[]
}

const MOST: Minor = 99_999_999_999

/** Why a payment cannot be in the file, as a sentence, or undefined where it can. */
export function outsideReason({ holder, iban, bic, amount, currency, reference }: Transfer): string | undefined {
  if (currency !== 'EUR') return `It is in ${currency}; the file is for euro only.`
  if (electronic(iban) === '') return 'There is no IBAN.'
  const wrongIban = ibanTrouble(iban)
  if (wrongIban) return `The IBAN ${wrongIban}.`
  if (!isSepa(iban)) return `The account is in ${electronic(iban).slice(0, 2)}, which is outside SEPA.`
  const wrongBic = bic === undefined || bic === '' ? undefined : bicTrouble(bic)
  if (wrongBic) return `The BIC ${wrongBic}.`
  if (holder.trim() === '') return 'There is no account holder.'
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > MOST) return 'The amount is not between 0.01 and 999999999.99.'
  if (!isCreditorReference(reference)) return 'The reference is no creditor reference.'
  return undefined
}

function orderTrouble({ messageId, made, execution, payer }: TransferOrder<Transfer>): string | undefined {
  const wrongIban = ibanTrouble(payer.iban)
  if (wrongIban) return `your IBAN ${wrongIban}. Correct it.`
  if (!isSepa(payer.iban)) return 'your account is outside SEPA. Give one in a country of SEPA.'
  const wrongBic = payer.bic === undefined || payer.bic === '' ? undefined : bicTrouble(payer.bic)
  if (wrongBic) return `your BIC ${wrongBic}. Correct it, or leave it out.`
  if (payer.name.trim() === '') return 'your name is missing. Give the name of the account’s holder.'
  if (!isDay(execution)) return `${execution} is no day. Give one as 2026-11-23.`
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(made)) return `${made} is no instant. Give one as 2026-11-23T10:00:00Z.`
  if (!/^[A-Za-z0-9+?:().,'-]{1,35}$/.test(messageId)) return `${messageId} is no message id. Give 1 to 35 letters, digits and hyphens.`
  return undefined
}

/** An element: a text, which is escaped, or the elements inside it. The name may bring an attribute along, `Name Attr="x"`. */
function element(name: string, content: string | string[]): string {
  const inside = typeof content === 'string' ? content.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`) : content.join('')
  return `<${name}>${inside}</${name.split(' ')[0]}>`
}

function nameOf(name: string): string {
  return element('Nm', sepaText(name, SEPA_LENGTH.name))
}

function accountOf(iban: string): string {
  return element('Id', [element('IBAN', electronic(iban))])
}

function bankOf(bic: string | undefined): string {
  const known = bic ? element('BICFI', electronic(bic)) : element('Othr', [element('Id', 'NOTPROVIDED')])
  return element('FinInstnId', [known])
}

function referenceOf(reference: string): string {
  const kind = element('Tp', [element('CdOrPrtry', [element('Cd', 'SCOR')]), element('Issr', 'ISO')])
  return element('RmtInf', [element('Strd', [element('CdtrRefInf', [kind, element('Ref', reference)])])])
}

function transactionOf({ holder, iban, bic, amount, reference }: Transfer): string {
  return element('CdtTrfTxInf', [
    element('PmtId', [element('EndToEndId', reference)]),
    element('Amt', [element('InstdAmt Ccy="EUR"', decimalText(amount, 2))]),
    ...(bic ? [element('CdtrAgt', [bankOf(bic)])] : []),
    element('Cdtr', [nameOf(holder)]),
    element('CdtrAcct', [accountOf(iban)]),
    referenceOf(reference),
  ])
}

function documentOf({ messageId, made, execution, payer, transfers }: TransferOrder<Transfer>, sum: Minor): string {
  const totals = [element('NbOfTxs', String(transfers.length)), element('CtrlSum', decimalText(sum, 2))]
  const header = [element('MsgId', messageId), element('CreDtTm', made), ...totals, element('InitgPty', [nameOf(payer.name)])]
  const payment = [
    element('PmtInfId', messageId),
    element('PmtMtd', 'TRF'),
    ...totals,
    element('PmtTpInf', [element('SvcLvl', [element('Cd', 'SEPA')])]),
    element('ReqdExctnDt', [element('Dt', execution)]),
    element('Dbtr', [nameOf(payer.name)]),
    element('DbtrAcct', [accountOf(payer.iban)]),
    element('DbtrAgt', [bankOf(payer.bic)]),
    element('ChrgBr', 'SLEV'),
    ...transfers.map(transactionOf),
  ]
  const initiation = element('CstmrCdtTrfInitn', [element('GrpHdr', header), element('PmtInf', payment)])
  return element('Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"', [initiation])
}

/**
 * One file of SEPA credit transfers for a bank: ISO 20022 pain.001.001.09 by the EPC's implementation guidelines (EPC132-08). Every IBAN and
 * every reference is checked first; what SEPA cannot pay, and a reference that came before, is told beside it. The same order makes the same
 * bytes. A problem is one of the order itself, of which nothing is made.
 */
export function creditTransferFile<T extends Transfer>(order: TransferOrder<T>): TransferFile<T> | { problem: string } {
  const trouble = orderTrouble(order)
  if (trouble) return { problem: `Failed to make the bank file: ${trouble}` }
  const references = new Set<string>()
  const taken: T[] = []
  const outside: TransferFile<T>['outside'] = []
  for (const transfer of order.transfers) {
    const reason = outsideReason(transfer) ?? (references.has(transfer.reference) ? 'Its reference is another payment’s, too.' : undefined)
    if (reason) outside.push({ transfer, reason })
    else {
      references.add(transfer.reference)
      taken.push(transfer)
    }
  }
  const sum = taken.reduce((total, { amount }) => total + amount, 0)
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n${documentOf({ ...order, transfers: taken }, sum)}\n`
  return { file: taken.length === 0 ? null : { xml, count: taken.length, sum }, taken, outside }
}
