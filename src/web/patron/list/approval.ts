import { creditorReference } from '#domain/creditor-reference.ts'
import type { Minor } from '#domain/money.ts'
import { addMonths, dayOfMonth, monthOf, type Day } from '#domain/month.ts'
import type { Fee } from '#domain/publication.ts'
import type { KeptList } from './kept-list.ts'
import type { PayableLine } from './payable.ts'

/** What the site answered when a payment was announced to its recipient. */
export interface Announced {
  id: string
  token: string
  /** For the recipient: with it they upload their own invoice. */
  recipientToken: string | null
}

/** One payment of an approval, frozen: what the page says later changes nothing here. */
export interface ApprovedLine {
  url: string
  address: string
  title: string
  /** Host of the site that tells of the venture; null for this one. */
  origin: string | null
  /** What it is for, in the words of its page. */
  what: string
  /** Per payment, minor units. */
  amount: Minor
  /** Empty where no account is known. */
  holder: string
  iban: string
  bic: string
  /** Where it is paid without an account. */
  elsewhere: { name: string; url: string } | null
  /** What a card payment to it costs. */
  fee: Fee
  /** The IBAN of the approval before, where this one differs; null where it does not. */
  ibanBefore: string | null
  /** Whether a person has confirmed the new IBAN with the recipient. */
  confirmed: boolean
  reference: string
  announced: Announced | null
}

/** A bank file that was made of an approval. */
export interface MadeFile {
  at: string
  execution: Day
  messageId: string
  sum: Minor
}

/** One person's yes to all payments of a list, with everything that it was said of. */
export interface Approval {
  /** 128 random bits in hex. */
  id: string
  /** Instant. */
  at: string
  day: Day
  by: string
  purpose: string
  organisation: string
  iban: string
  bic: string
  vatNumber: string
  purchaseOrder: string
  developers: number | null
  bankFee: Minor
  currency: string
  rhythm: KeptList['rhythm']
  /** First day on which it is to be paid. */
  first: Day
  lines: ApprovedLine[]
  files: MadeFile[]
}

export interface Approving {
  list: KeptList
  lines: readonly PayableLine[]
  /** Instant and local day now, and the day of the first payment. */
  at: string
  day: Day
  first: Day
  /** A new id of 128 bits in hex. */
  newId: () => string
  /** Whether a promise that was announced is known to have ended. */
  ended: (pledge: string) => boolean
}

/** Freezes the list as it stands. What gets nothing is left out. */
export function approvalOf({ list, lines, at, day, first, newId, ended }: Approving): Approval {
  const { paper, currency, rhythm } = list
  const { developers, ...said } = paper
  return {
    ...said,
    id: newId(),
    at,
    day,
    first,
    currency,
    rhythm,
    developers: /^[1-9]\d{0,5}$/.test(developers.trim()) ? Number(developers) : null,
    lines: lines
      .filter(({ amount }) => amount > 0)
      .map((line) => {
        const before = announcedBefore(list, line.url)
        const goesOn = before !== null && !ended(before.line.announced?.id ?? '')
        const same =
          goesOn && before.line.amount === line.amount && before.approval.currency === currency && before.approval.rhythm === rhythm
        const known = same ? before.line : { reference: creditorReference(newId()), announced: null }
        const { reference, announced } = known
        return { ...line, ibanBefore: ibanBefore(list, line), confirmed: false, reference, announced }
      }),
    files: [],
  }
}

/** The newest line of a venture that was announced, and its approval. A promise that goes on as it is needs no second one. */
export function announcedBefore(
  { approvals }: Pick<KeptList, 'approvals'>,
  url: string,
): { approval: Approval; line: ApprovedLine } | null {
  for (const approval of approvals) {
    const line = approval.lines.find((line) => line.url === url && line.announced !== null)
    if (line) return { approval, line }
  }
  return null
}

/** The IBAN to which the newest approval of this venture was paid, where it is another one; null where nothing differs. */
export function ibanBefore({ approvals }: Pick<KeptList, 'approvals'>, { url, iban }: Pick<PayableLine, 'url' | 'iban'>): string | null {
  if (iban === '') return null
  for (const { lines } of approvals) {
    const before = lines.find((line) => line.url === url && line.iban !== '')
    // An account that nobody has confirmed yet is not the one that was paid before.
    if (before) return sameUntil(before) === iban ? null : sameUntil(before)
  }
  return null
}

function sameUntil({ iban, ibanBefore, confirmed }: ApprovedLine): string {
  return ibanBefore !== null && !confirmed ? ibanBefore : iban
}

/** Sum of the payments, in minor units of the approval's currency. */
export function sumOf(lines: readonly { amount: Minor }[]): Minor {
  return lines.reduce((sum, { amount }) => sum + amount, 0)
}

/** Lines whose account changed since the last approval and that nobody has confirmed: while there is one, no file is made. */
export function unconfirmed({ lines }: Pick<Approval, 'lines'>): ApprovedLine[] {
  return lines.filter((line) => line.ibanBefore !== null && !line.confirmed)
}

/** Lines whose page names another account by now than the one that was approved: it must be approved anew before it is paid. */
export function moved({ lines }: Pick<Approval, 'lines'>, ibanNow: (line: ApprovedLine) => string | undefined): ApprovedLine[] {
  return lines.filter((line) => line.iban !== '' && (ibanNow(line) ?? line.iban) !== line.iban)
}

/** When the next payment is due: the first day, and from there by months as files were made. The 31st is the last day of a shorter month. */
export function nextDue({ first, rhythm, files }: Pick<Approval, 'first' | 'rhythm' | 'files'>): Day {
  const months = files.length * (rhythm === 'monthly' ? 1 : 12)
  return dayOfMonth(addMonths(monthOf(first), months), Number(first.slice(8)))
}

/** The approval with a file that was made of it; made again for the same day, it is one. */
export function withFile(approval: Approval, file: MadeFile): Approval {
  return { ...approval, files: [...approval.files.filter(({ execution }) => execution !== file.execution), file] }
}

/** The approval with one line changed. */
export function withApprovedLine(approval: Approval, url: string, change: Partial<ApprovedLine>): Approval {
  return { ...approval, lines: approval.lines.map((line) => (line.url === url ? { ...line, ...change } : line)) }
}
