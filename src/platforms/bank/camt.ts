import { exponentOf } from '#domain/currency.ts'
import { parseAmount } from '#domain/money.ts'
import { isDay } from '#domain/month.ts'
import { complaint, nonRow } from '../fields.ts'
import { isoMoment } from '../moments.ts'
import type { FileFacts, Reader, RowOutcome } from '../read.ts'
import { Ordinals } from '../repeats.ts'
import { Span } from '../span.ts'
import { XmlError } from '../xml.ts'
import { bankAccount, entryOutcome, type BankEntry, type BankPart } from './entry.ts'
import { allAt, elementsNamed, textAt, wordsOf, type Element } from './xml-tree.ts'

/** What is looked at of a statement: whose account, which days, when it was made, and its entries. */
const LOOKED_AT = new Set(['GrpHdr', 'Acct', 'FrToDt', 'Ntry'])

class Statement {
  readonly #ordinals = new Ordinals()
  #account = bankAccount('')
  #row = 0
  #span: FileFacts['span'] = null
  asOf = ''

  get rows(): number {
    return this.#row
  }

  get span(): FileFacts['span'] {
    return this.#span
  }

  take(element: Element): RowOutcome | undefined {
    if (element.name === 'Ntry') return this.#entry(element)
    if (element.name === 'GrpHdr') this.asOf = isoMoment(textAt(element, 'CreDtTm'), 'wall') ?? ''
    else if (element.name === 'Acct') this.#account = bankAccount(textAt(element, 'Id', 'IBAN') || textAt(element, 'Id', 'Othr', 'Id'))
    else if (element.name === 'FrToDt') this.#widen(element)
    return undefined
  }

  /** The document ended before it should: what comes after is not known. */
  brokenOff(reason: string): RowOutcome {
    const words = `The file is damaged after entry ${this.#row} (${reason}). Export it again.`
    return complaint({ number: this.#row + 1, raw: '' }, { field: '', text: '', reason: words })
  }

  #widen(element: Element): void {
    const [from, to] = ['FrDtTm', 'ToDtTm'].map((name) => textAt(element, name).slice(0, 10))
    if (from === undefined || to === undefined || !isDay(from) || !isDay(to) || from > to) return
    const span = this.#span ?? { from, to }
    this.#span = { from: from < span.from ? from : span.from, to: to > span.to ? to : span.to }
  }

  #entry(element: Element): RowOutcome {
    this.#row += 1
    const raw = wordsOf(element)
    const status = textAt(element, 'Sts', 'Cd') || textAt(element, 'Sts')
    if (/^(PDNG|INFO|FUTR)$/.test(status)) return nonRow(this.#row, 'not booked yet')
    const bad = (field: string, text: string, reason: string) => complaint({ number: this.#row, raw }, { field, text, reason })
    if (status !== 'BOOK') return bad('Sts', status, `"${status}" is no status that is known, so it is not counted.`)
    const side = textAt(element, 'CdtDbtInd')
    if (side !== 'CRDT' && side !== 'DBIT') return bad('CdtDbtInd', side, `"${side}" is neither CRDT nor DBIT.`)
    return entryOutcome(this.#entryOf(element, { raw, isCredit: side === 'CRDT' }), this.#ordinals)
  }

  #entryOf(element: Element, { raw, isCredit }: { raw: string; isCredit: boolean }): BankEntry {
    const isReversal = textAt(element, 'RvslInd') === 'true'
    const date = ['BookgDt', 'ValDt']
      .flatMap((name) => [textAt(element, name, 'Dt'), textAt(element, name, 'DtTm')])
      .find((one) => one !== '')
    return {
      row: this.#row,
      raw,
      account: this.#account,
      id: textAt(element, 'AcctSvcrRef'),
      at: isoMoment((date ?? '').slice(0, 10), 'wall'),
      date: date ?? '',
      currency: currencyOf(element),
      parts: partsOf(element, isCredit),
      // A debit that reverses takes back what came in; a credit that reverses brings back what was spent.
      kind: isReversal === isCredit ? 'transfer' : isCredit ? 'payment' : 'refund',
      isCredit,
      mark: '.',
      yields: false,
    }
  }
}

function currencyOf(element: Element): string {
  return (allAt(element, 'Amt')[0]?.attributes['Ccy'] ?? '').toUpperCase()
}

/** The payments that an entry tells of: several where they add up to it, else it is one. */
function partsOf(entry: Element, isCredit: boolean): BankPart[] {
  const details = allAt(entry, 'NtryDtls', 'TxDtls')
  const [first] = details
  const note = first ? noteOf(first) : ''
  const whole: BankPart = {
    id: '',
    amount: textAt(entry, 'Amt'),
    name: first ? nameOf(first, isCredit) : '',
    note: note || textAt(entry, 'AddtlNtryInf'),
  }
  if (details.length < 2) return [whole]
  const parts = details.map((detail): BankPart => {
    const amount = [...allAt(detail, 'Amt'), ...allAt(detail, 'AmtDtls', 'TxAmt', 'Amt')][0]
    const isSame = amount?.attributes['Ccy']?.toUpperCase() === currencyOf(entry)
    return {
      id: textAt(detail, 'Refs', 'AcctSvcrRef'),
      amount: isSame ? (amount?.text.trim() ?? '') : '',
      name: nameOf(detail, isCredit),
      note: noteOf(detail),
    }
  })
  return addsUp(parts, whole.amount, currencyOf(entry)) ? parts : [{ ...whole, name: '', note: parts.map((part) => part.note).join(' ') }]
}

function addsUp(parts: readonly BankPart[], whole: string, currency: string): boolean {
  const exponent = exponentOf(currency)
  if (exponent === undefined) return false
  const amounts = parts.map(({ amount }) => parseAmount(amount, exponent, '.'))
  return amounts.reduce<number>((sum, amount) => sum + (amount ?? Number.NaN), 0) === parseAmount(whole, exponent, '.')
}

/** Who paid, or who was paid. Versions up to 4 name a party at once, later ones by a further step. */
function nameOf(detail: Element, isCredit: boolean): string {
  const sides = isCredit ? ['UltmtDbtr', 'Dbtr'] : ['UltmtCdtr', 'Cdtr']
  const names = sides.flatMap((side) => [textAt(detail, 'RltdPties', side, 'Pty', 'Nm'), textAt(detail, 'RltdPties', side, 'Nm')])
  return names.find((name) => name !== '') ?? ''
}

/** What the payer wrote, with references that stand apart from it. */
function noteOf(detail: Element): string {
  const texts = [...allAt(detail, 'RmtInf', 'Ustrd'), ...allAt(detail, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref')].map(({ text }) =>
    text.trim(),
  )
  return [...new Set(texts)].join(' ')
}

async function* read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RowOutcome, FileFacts> {
  const statement = new Statement()
  const span = new Span()
  try {
    for await (const element of elementsNamed(chunks, LOOKED_AT)) {
      const outcome = statement.take(element)
      if (outcome) span.add(outcome)
      if (outcome) yield outcome
    }
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    yield statement.brokenOff(error.message)
  }
  const asOf = statement.asOf === '' ? {} : { asOf: statement.asOf }
  return { ...asOf, span: statement.span ?? span.days, warnings: statement.rows === 0 ? ['This statement has no entries.'] : [] }
}

/** CAMT.053, ISO 20022, of any version. */
export const camt: Reader = {
  layout: { id: 'bank-camt-053', platform: 'bank', name: 'Bank statement, CAMT.053' },
  recognise: ({ text }) =>
    /urn:iso:std:iso:20022:tech:xsd:camt\.053\.\d{3}\.\d{2}/.test(text) ? 'its namespace is that of CAMT.053' : undefined,
  read,
}
