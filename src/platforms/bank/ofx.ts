import { isDay } from '#domain/month.ts'
import { openText } from '../decode.ts'
import type { FileFacts, Reader, RowOutcome } from '../read.ts'
import { Ordinals } from '../repeats.ts'
import { Span } from '../span.ts'
import { REPAIRED } from '../table.ts'
import { bankAccount, entryOutcome, type BankEntry } from './entry.ts'

/** A tag and the text that follows it: OFX 1 closes no tag that holds a value, OFX 2 closes all. */
interface Token {
  tag: string
  text: string
}

const LONGEST_TOKEN = 65_536

/** Takes a statement apart. Both versions are read alike, since their tags are the same. OFX 1.6 and 2.3, https://financialdataexchange.org */
async function* tokensOf(pieces: AsyncIterable<string>): AsyncGenerator<Token> {
  let rest = ''
  for await (const piece of pieces) {
    rest += piece
    for (let open = rest.indexOf('<'); open >= 0; open = rest.indexOf('<')) {
      const close = rest.indexOf('>', open)
      const next = rest.indexOf('<', open + 1)
      if (close < 0 || next < 0) break
      // A bracket that is never closed is text.
      yield close < next ? tokenOf(rest.slice(open + 1, close), rest.slice(close + 1, next)) : { tag: '', text: '' }
      rest = rest.slice(next)
    }
    if (rest.length > LONGEST_TOKEN) rest = ''
  }
  const close = rest.indexOf('>')
  if (rest.startsWith('<') && close > 0) yield tokenOf(rest.slice(1, close), rest.slice(close + 1))
}

function tokenOf(tag: string, text: string): Token {
  return { tag: tag.trim().toUpperCase(), text: plainText(text) }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function plainText(text: string): string {
  const decoded = text.includes('&') ? text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole) : text
  return decoded.trim()
}

class Statement {
  readonly #ordinals = new Ordinals()
  #currency = ''
  #account = bankAccount('')
  #entry: Map<string, string> | undefined
  #row = 0
  #from = ''
  #to = ''
  asOf = ''

  get rows(): number {
    return this.#row
  }

  /** The days that the file says it covers. */
  get span(): FileFacts['span'] {
    return isDay(this.#from) && isDay(this.#to) && this.#from <= this.#to ? { from: this.#from, to: this.#to } : null
  }

  take({ tag, text }: Token): RowOutcome | undefined {
    if (tag === 'STMTTRN') this.#entry = new Map()
    else if (tag === '/STMTTRN') return this.end()
    else if (this.#entry) {
      if (text !== '' && !this.#entry.has(tag)) this.#entry.set(tag, text)
    } else if (tag === 'CURDEF') this.#currency = text.toUpperCase()
    else if (tag === 'ACCTID') this.#account = bankAccount(text)
    else if (tag === 'DTSERVER') this.asOf = dayOf(text) ?? ''
    else if (tag === 'DTSTART') this.#from = dayOf(text) ?? ''
    else if (tag === 'DTEND') this.#to = dayOf(text) ?? ''
    return undefined
  }

  /** What becomes of the entry that is open. */
  end(): RowOutcome | undefined {
    const told = this.#entry
    if (!told) return undefined
    this.#entry = undefined
    this.#row += 1
    return entryOutcome(this.#entryOf(told), this.#ordinals)
  }

  #entryOf(told: ReadonlyMap<string, string>): BankEntry {
    const text = (tag: string) => told.get(tag) ?? ''
    const amount = text('TRNAMT')
    const isCredit = !/^[-\u2212]/.test(amount)
    const date = text('DTPOSTED')
    return {
      row: this.#row,
      raw: [...told].map(([tag, said]) => `${tag}: ${said}`).join(', '),
      account: this.#account,
      id: text('FITID'),
      at: dayOf(date),
      date,
      currency: (text('CURSYM') || this.#currency).toUpperCase(),
      parts: [{ id: '', amount: amount.replace(/^[-+\u2212]/, ''), name: text('NAME'), note: text('MEMO') }],
      kind: isCredit ? 'payment' : 'transfer',
      isCredit,
      mark: amount.lastIndexOf(',') > amount.lastIndexOf('.') ? ',' : '.',
      yields: true,
    }
  }
}

/** The day as the bank's own calendar has it: times of day are mostly made up, and their zones with them. */
function dayOf(text: string): string | undefined {
  const day = text.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3')
  return isDay(day) ? day : undefined
}

async function* read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RowOutcome, FileFacts> {
  const text = openText(chunks)
  const statement = new Statement()
  const span = new Span()
  for await (const token of tokensOf(text)) {
    const outcome = statement.take(token)
    if (outcome) span.add(outcome)
    if (outcome) yield outcome
  }
  const last = statement.end()
  if (last) yield last
  const warnings = [...(statement.rows === 0 ? ['This statement has no entries.'] : []), ...(text.repaired ? [REPAIRED] : [])]
  const asOf = statement.asOf === '' ? {} : { asOf: statement.asOf }
  return { ...asOf, span: statement.span ?? span.days, warnings, style: { encoding: text.encoding } }
}

/** OFX, which QuickBooks calls QBO and Quicken QFX. */
export const ofx: Reader = {
  layout: { id: 'bank-ofx', platform: 'bank', name: 'Bank statement, OFX' },
  recognise: ({ text }) =>
    /<OFX>/i.test(text) && /<(BANKMSGSRSV1|CREDITCARDMSGSRSV1|STMTRS|CCSTMTRS)>/i.test(text)
      ? 'it holds a bank statement in OFX'
      : undefined,
  read,
}
