import type { Sighting } from '#domain/entry.ts'
import { complaint, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import { isoMoment } from '../moments.ts'
import type { RowOutcome } from '../read.ts'
import type { Ordinals } from '../repeats.ts'
import { hasPrice, moneyOf, type Money } from './amount.ts'

/** A transaction as its lines stand in the journal. */
export interface Block {
  row: number
  head: string
  postings: readonly string[]
}

interface Posting {
  account: string
  text: string
  money: Money | undefined
}

const DATE = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/
const INCOME = /^(income|revenues?)(:|$)/i
const FEES = /^expenses?:(.*:)?(fees?|charges?|commissions?)(:|$)/i
/** Payee and narration in quotes are beancount's way. */
const QUOTED = /"((?:[^"\\]|\\.)*)"/g

/** No payee and no narration are as long. */
const LONGEST_HEAD = 2000

/** What becomes of a transaction: a line for each of its postings to income, with the fees of the only one. */
export function transactionOutcome({ row, head, postings: texts }: Block, ordinals: Ordinals): RowOutcome {
  const raw = [head, ...texts].map((line) => line.trim()).join(' / ')
  const bad = (field: string, text: string, reason: string) => complaint({ number: row, raw }, { field, text, reason })
  const postings = balanced(texts.flatMap((text) => postingOf(text) ?? []))
  const income = postings.filter(({ account }) => INCOME.test(account))
  const [first, ...others] = income
  if (!first) return nonRow(row, 'a transaction without income')
  const at = dayOf(head)
  if (at === undefined) return bad('date', head.slice(0, 20), 'The transaction has no date such as 2024-06-30 that exists.')
  const unread = income.find(({ money }) => money === undefined)
  if (unread) return bad(unread.account, unread.text, `"${unread.text}" is no amount of a currency that is known.`)
  if (others.some(({ account }) => account !== first.account))
    return bad('', '', 'The transaction posts to several income accounts, which are several streams. Split it into one for each.')
  const described = descriptionOf(head)
  const lines = income.flatMap((posting): Sighting[] => lineOfPosting({ posting, at, described, fees: feesOf(postings, income) }, ordinals))
  if (lines.length === 0) return nonRow(row, 'amount is 0')
  return {
    outcome: 'lines',
    row,
    lines,
    account: { id: first.account, name: first.account.replace(INCOME, '').replaceAll(':', ' ') || first.account },
  }
}

interface Described {
  payee: string
  note: string
}

interface IncomePosting {
  posting: Posting
  at: string
  described: Described
  fees: number
}

/** Income is credited, so its postings are negative; one the other way takes money back. */
function lineOfPosting({ posting, at, described, fees }: IncomePosting, ordinals: Ordinals): Sighting[] {
  const { amount = 0, currency = '' } = posting.money ?? {}
  const gross = 0 - amount
  if (gross === 0) return []
  const key = ordinals.next([at, posting.account.toLowerCase(), described.payee, described.note, gross, currency].join('|'))
  const facts = { key, at, currency, name: described.payee, patron: described.payee, note: described.note }
  return [gross > 0 ? lineOf({ ...facts, kind: 'payment', gross, fees }) : lineOf({ ...facts, kind: 'refund', refunds: amount, fees })]
}

/** What the same transaction posts to fees, where it is clear to which income they belong. */
function feesOf(postings: readonly Posting[], income: readonly Posting[]): number {
  const [only] = income
  if (income.length !== 1 || !only?.money) return 0
  const { currency } = only.money
  const fees = postings.filter(({ account, money }) => FEES.test(account) && money?.currency === currency)
  return fees.reduce((sum, { money }) => sum + (money?.amount ?? 0), 0)
}

/** One posting may leave its amount out: it is what the others lack. */
function balanced(postings: Posting[]): Posting[] {
  const [open, ...more] = postings.filter(({ text }) => text === '')
  const told = postings.flatMap(({ money }) => (money ? [money] : []))
  const [first] = told
  const isPlain = told.length === postings.length - 1 && told.every(({ currency }) => currency === first?.currency)
  if (!open || more.length > 0 || !first || !isPlain || postings.some(({ text }) => hasPrice(text))) return postings
  const money = { amount: 0 - told.reduce((sum, { amount }) => sum + amount, 0), currency: first.currency }
  return postings.map((posting) => (posting === open ? { ...posting, money } : posting))
}

/** A posting's account and amount; undefined for remarks, metadata, and postings that need not balance. */
function postingOf(line: string): Posting | undefined {
  const bare = line
    .replace(/;.*$/, '')
    .trim()
    .replace(/^[*!]\s+/, '')
  if (bare === '' || /^[([#]/.test(bare) || /^[a-z][\w-]*:\s/.test(bare)) return undefined
  // Names may hold single spaces where two part them from the amount; beancount's hold none.
  const [, account = bare, text = ''] = /^(.+?)(?:\s{2,}|\t)\s*(.*)$/.exec(bare) ?? /^([^\s:]+:\S+)\s+([-+]?\d.*)$/.exec(bare) ?? []
  return { account: account.trim(), text: text.trim(), money: text.trim() === '' ? undefined : moneyOf(text) }
}

function dayOf(head: string): string | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(head) ?? []
  return isoMoment(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, 'wall')
}

function descriptionOf(head: string): Described {
  const bare = head.slice(0, LONGEST_HEAD).replace(DATE, '').replace(/^=\S+/, '').trim()
  const quoted = [...bare.matchAll(QUOTED)].map(([, text = '']) => text.replace(/\\(.)/g, '$1'))
  if (quoted.length > 0) return { payee: quoted.length > 1 ? (quoted[0] ?? '') : '', note: quoted.at(-1) ?? '' }
  const text = bare
    .replace(/;.*$/, '')
    .replace(/^[*!]\s*/, '')
    .replace(/^\([^)]*\)\s*/, '')
  const [payee = '', note = ''] = text.split('|').map((part) => part.trim())
  return { payee, note }
}
